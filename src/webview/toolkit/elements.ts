import { Button, vsCodeButton } from '@vscode/webview-ui-toolkit/dist/button/index.js';
import { vsCodeTextField } from '@vscode/webview-ui-toolkit/dist/text-field/index.js';

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
 * Defines `vscode-button` and `vscode-text-field`. The toolkit's design system would do the same for whatever a page may
 * ever use, at twice the size. A file of its own, so that the first picture does not wait for it: the elements that stand on
 * the page by then become what they are.
 */
for (const registry of [vsCodeButton(), vsCodeTextField()] as unknown as Registry[]) {
  registry.register({}, {
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
}
