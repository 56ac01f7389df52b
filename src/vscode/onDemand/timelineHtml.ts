import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { currentTranslations } from '../../core/l10n.ts';
import { language } from '../l10n.ts';

/**
 * The page of the timeline. Nothing is allowed that is not named: our own script by a nonce, our own style sheet, and
 * no other source at all. The toolkit's styles are constructed sheets, which need no permission; but it tries out one rule
 * in a style element of its own, for which it looks up the nonce in `csp-nonce`.
 */
export function timelineHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64url');
  const styleNonce = randomBytes(18).toString('base64url');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'timeline.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'timeline.css')).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource} 'nonce-${styleNonce}'; font-src 'none'; img-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${escapeAttribute(vscode.l10n.t('Timeline'))}</title>
</head>
<body data-words="${escapeAttribute(JSON.stringify(currentTranslations()))}"><script nonce="${nonce}" src="${script}" type="module"></script></body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
