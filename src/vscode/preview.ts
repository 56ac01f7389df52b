import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import { draftPlugin } from '../core/citations/preview.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { timelinePlugin } from '../core/timeline/markdownIt.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';
import { timelineEvents } from './timeline/events.ts';

/** What the Markdown preview asks an extension for: its own markdown-it with citations set as text and timelines drawn. */
export interface PreviewApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

export function previewApi({ bibliographies, corpus, drafts, setDrafts }: Services): PreviewApi {
  return {
    extendMarkdownIt: md => md.use(draftPlugin, (citekey: string) => {
      const source = bibliographies.of(drafts.active?.document).sources.get(citekey);
      return source && { short: shortReference(source.item), reference: formatReference(source.item) };
    }, (uri, citations) => {
      // Texts that are no document have none.
      const name = (uri as vscode.Uri | undefined)?.toString();
      const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === name);
      return document && setDrafts.setting(document, citations);
    }).use(timelinePlugin, timelineEvents(corpus)),
  };
}

/** Draws open previews again when references, events or what is set of a draft change. */
export function registerPreview({ bibliographies, corpus, setDrafts }: Services): vscode.Disposable {
  const draw = () => { void vscode.commands.executeCommand('markdown.preview.refresh'); };
  const refresh = runSoon(draw, 200);
  // A preview whose page is only just loading may not hear that it is to be drawn again.
  const later = runSoon(draw, 2000);
  return vscode.Disposable.from(
    bibliographies.onDidChange(() => refresh.schedule()), corpus.onDidChange(() => refresh.schedule()),
    setDrafts.onDidChange(() => { refresh.now(); later.schedule(); }), refresh, later,
  );
}
