/*
 * In the place of FAST's styles (the build puts it there), which has a second way for browsers that adopt no style sheets: every
 * editor's does. Styles of the toolkit come without behaviours.
 */
type Styles = readonly (string | CSSStyleSheet | ElementStyles)[];

/** Named by FAST's index only. */
export const prependToAdoptedStyleSheetsSymbol = Symbol('unused');

export class ElementStyles {
  readonly behaviors = null;
  readonly #targets = new WeakSet<DocumentOrShadowRoot>();
  readonly #sheets: readonly CSSStyleSheet[];

  constructor(styles: Styles) {
    this.#sheets = styles.flatMap(style => {
      if (typeof style !== 'string') { return style instanceof ElementStyles ? style.#sheets : style; }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      return sheet;
    });
  }

  static readonly create = (styles: Styles): ElementStyles => new ElementStyles(styles);

  addStylesTo(target: DocumentOrShadowRoot): void {
    target.adoptedStyleSheets.push(...this.#sheets);
    this.#targets.add(target);
  }

  removeStylesFrom(target: DocumentOrShadowRoot): void {
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter(sheet => !this.#sheets.includes(sheet));
    this.#targets.delete(target);
  }

  isAttachedTo(target: DocumentOrShadowRoot): boolean { return this.#targets.has(target); }

  withBehaviors(): this { return this; }
}
