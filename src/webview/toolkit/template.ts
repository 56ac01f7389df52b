import { html, ref } from '@microsoft/fast-element';

interface Inside {
  readonly ariaLabel: string | null;
  readonly ariaPressed: string | null;
  readonly control: HTMLElement;
}

/*
 * In the place of the template of FAST's button (the build puts it there), without the fields of a form, the slots for icons,
 * the look at what is in a button that is switched off, and the two dozen ARIA attributes that no button of this page has.
 */
export const buttonTemplate = () => html<Inside>`<button class="control" part="control" type="button" aria-label="${x => x.ariaLabel}" aria-pressed="${x => x.ariaPressed}" ${ref('control')}><span class="content" part="content"><slot></slot></span></button>`;
