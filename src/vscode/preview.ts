import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import { citationPlugin } from '../core/citations/markdownIt.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { timelinePlugin } from '../core/timeline/markdownIt.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';
import { timelineEvents } from './timeline/events.ts';

/** What the Markdown preview asks an extension for: its own markdown-it with citations set as text and timelines drawn. */
export interface PreviewApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

export function previewApi({ bibliographies, corpus, drafts }: Services): PreviewApi {
  return {
    extendMarkdownIt: md => md.use(citationPlugin, (citekey: string) => {
      const source = bibliographies.of(drafts.active?.document).sources.get(citekey);
      return source && { short: shortReference(source.item), reference: formatReference(source.item) };
    }).use(timelinePlugin, timelineEvents(corpus)),
  };
}

/** Draws open previews again when references or events change. */
export function registerPreview({ bibliographies, corpus }: Services): vscode.Disposable {
  const refresh = runSoon(() => { void vscode.commands.executeCommand('markdown.preview.refresh'); }, 200);
  return vscode.Disposable.from(bibliographies.onDidChange(() => refresh.schedule()), corpus.onDidChange(() => refresh.schedule()), refresh);
}
