import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { currentTranslations } from '../../core/l10n.ts';
import { language } from '../l10n.ts';

interface WebviewPage {
  /** Of the script in `dist` and the style sheet in `media`. */
  readonly name: string;
  readonly title: string;
  /** What scripts may do besides being our own, e.g. `'wasm-unsafe-eval'`: WebAssembly, and no script from a text. */
  readonly scripts?: string;
  /** What may be loaded besides those two, e.g. `worker-src blob:`. @param dist the extension's bundles, as a source */
  readonly policy?: (dist: string) => string;
}

/**
 * The page of a surface. Nothing is allowed that is not named: our own script by a nonce, our own style sheet, and
 * no other source at all. The toolkit's styles are constructed sheets, which need no permission; but it tries out one rule
 * in a style element of its own, for which it looks up the nonce in `csp-nonce`.
 */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, { name, title, scripts = '', policy = () => "connect-src 'none'" }: WebviewPage): string {
  const nonce = randomBytes(18).toString('base64url');
  const styleNonce = randomBytes(18).toString('base64url');
  const dist = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', `${name}.css`)).toString();
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'${scripts && ` ${scripts}`}; style-src ${webview.cspSource} 'nonce-${styleNonce}'; ${policy(webview.cspSource.replace(/https:\S+/g, source => `${source}${new URL(dist).pathname}/`))}; font-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${escapeAttribute(title)}</title>
</head>
<body data-dist="${dist}/" data-words="${escapeAttribute(JSON.stringify(currentTranslations()))}"><script nonce="${nonce}" src="${dist}/${name}.js" type="module"></script></body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
