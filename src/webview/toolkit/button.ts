import { attr } from '@microsoft/fast-element';
import { FoundationElement } from '@microsoft/fast-foundation';

/*
 * In the place of FAST's button (the build puts it there): on this page there is no form that a button could send or empty,
 * words are all that is in it, and a name and whether it is pressed all that ARIA is told of it.
 */
export class Button extends FoundationElement {
  declare ariaLabel: string | null;
  declare ariaPressed: string | null;
  disabled = false;
}
attr({ attribute: 'aria-label' })(Button.prototype, 'ariaLabel');
attr({ attribute: 'aria-pressed' })(Button.prototype, 'ariaPressed');
