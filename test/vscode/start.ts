/** Watches how the extension is started by the editor: to be imported before anything is opened. */
import * as module from 'node:module';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';

type Load = (this: unknown, request: string, parent: { readonly filename?: string | null } | undefined, isMain: boolean) => unknown;
interface Entry { readonly activate: (context: vscode.ExtensionContext) => unknown }

const loader = (module as unknown as { readonly default: { _load: Load } }).default;
const dist = vscode.Uri.joinPath(vscode.extensions.getExtension('rapporteur.rapporteur')!.extensionUri, 'dist').fsPath;
const requests: string[] = [];
let answer: { readonly value: unknown } | undefined;
let after = 0;

/**
 * What the extension has asked the editor's module loader for until `activate` returned, the file that it starts with first;
 * and what `activate` returned. `undefined` when it was not started, or before anyone watched.
 */
export function howItStarted(): { readonly requests: readonly string[]; readonly returned: unknown; readonly later: number } | undefined {
  return answer && { requests, returned: answer.value, later: after };
}

const load = loader._load;
loader._load = function (request, parent, isMain) {
  const isEntry = basename(request) === 'extension.cjs' && dirname(request) === dist;
  if (isEntry || (typeof parent?.filename === 'string' && dirname(parent.filename) === dist)) {
    if (answer === undefined) { requests.push(isEntry ? 'extension.cjs' : request); } else { after++; }
  }
  const exports = load.call(this, request, parent, isMain);
  if (!isEntry) { return exports; }
  const { activate } = exports as Entry;
  return { ...exports as Entry, activate: (context: vscode.ExtensionContext): unknown => (answer = { value: activate(context) }).value };
};
