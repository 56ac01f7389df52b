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

/** Longer than a preview waits before it draws, which is 300 ms. */
const PATIENCE_MS = 600;
/** A draft that was not drawn after so many orders has no preview. */
const MOST_TIMES = 4;
/** In which the page of a preview that is opened has loaded. */
const LOADING_MS = 3000;

/** Draws open previews again when references, events or what is set of a draft change. */
export function registerPreview({ bibliographies, setDrafts }: Services): vscode.Disposable {
  let times = 0;
  const draw = () => {
    times++;
    void vscode.commands.executeCommand('markdown.preview.refresh');
    again.schedule();
  };
  // A preview that is about to look whether its text has changed, as after saving, lets an order to draw go by.
  const again = runSoon(() => {
    if (!setDrafts.isUndrawn) { return; }
    if (times < MOST_TIMES) { draw(); } else { setDrafts.leaveUndrawn(); }
  }, PATIENCE_MS);
  // What is drawn while the page before it still loads the editor may leave hidden; the next drawing is seen.
  const onceMore = runSoon(draw, LOADING_MS);
  const anew = () => {
    times = 0;
    draw();
    if (setDrafts.hasBegunWithin(LOADING_MS)) { onceMore.schedule(); }
  };
  const refresh = runSoon(anew, 200);
  // Bibliographies change with the corpora.
  return vscode.Disposable.from(bibliographies.onDidChange(() => refresh.schedule()), setDrafts.onDidChange(anew), refresh, again, onceMore);
}
