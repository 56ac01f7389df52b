import { FoundationElement } from '@microsoft/fast-foundation';

/*
 * In the place of FAST's button of a form (the build puts it there): on this page there is no form that a button could send
 * or empty, so that it needs no field to stand for it.
 */
export class FormAssociatedButton extends FoundationElement {
  readonly proxy = document.createElement('input');
  disabled = false;

  /** Only a form asks whether its fields are well. */
  validate(): void { /* there is none */ }
}
