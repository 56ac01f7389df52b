import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import { citationPlugin } from '../core/citations/markdownIt.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

/** What the Markdown preview asks an extension for: its own markdown-it with citations set as text. */
export interface PreviewApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

export function previewApi({ bibliographies, drafts }: Services): PreviewApi {
  return {
    extendMarkdownIt: md => md.use(citationPlugin, (citekey: string) => {
      const source = bibliographies.of(drafts.active?.document).sources.get(citekey);
      return source && { short: shortReference(source.item), reference: formatReference(source.item) };
    }),
  };
}

/** Draws open previews again when references change. */
export function registerPreview({ bibliographies }: Services): vscode.Disposable {
  const refresh = runSoon(() => { void vscode.commands.executeCommand('markdown.preview.refresh'); }, 200);
  const listening = bibliographies.onDidChange(() => refresh.schedule());
  return vscode.Disposable.from(listening, refresh);
}
