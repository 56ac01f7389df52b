/*
 * In the place of FAST's slots before and after the words of a button (the build puts it there): our buttons have words
 * alone, and their template has no such slots. The other names are what templates of elements ask for that no page uses.
 */
export class StartEnd {
  declare readonly start?: HTMLSlotElement;
}
export const startSlotTemplate = () => '';
export const endSlotTemplate = () => '';
export const startTemplate = '';
export const endTemplate = '';
