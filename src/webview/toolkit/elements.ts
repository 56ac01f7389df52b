import { Button, vsCodeButton } from '@vscode/webview-ui-toolkit/dist/button/index.js';

/** What the toolkit asks of a registration, as far as its elements use it. */
interface Entry {
  readonly name: string;
  readonly type: typeof Button;
  readonly callback: (given: unknown) => void;
}
interface Registry {
  register(container: object, context: { readonly elementPrefix: string; tryDefineElement(entry: Entry): void }): void;
}

/*
 * Defines `vscode-button`. The toolkit's design system would do the same for whatever a page may ever use, at more than
 * twice the size. Buttons that stand on the page by then become what they are.
 */
(vsCodeButton() as unknown as Registry).register({}, {
  elementPrefix: 'vscode',
  tryDefineElement: ({ name, type, callback }) => {
    let looks: object = {};
    callback({
      name, type, willDefine: true, shadowRootMode: undefined,
      definePresentation: (presentation: object) => { looks = presentation; },
      defineElement: (definition: object) => { Button.define(type, { ...looks, ...definition, name }); },
    });
  },
});
