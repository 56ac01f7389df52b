import { attr } from '@microsoft/fast-element';

/* In the place of all of ARIA's global attributes on FAST's button (the build puts it there): a name is what ours have. */
export class ARIAGlobalStatesAndProperties {
  declare ariaLabel: string | null | undefined;
}
attr({ attribute: 'aria-label' })(ARIAGlobalStatesAndProperties.prototype, 'ariaLabel');
