import * as vscode from 'vscode';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import type { DraftReading } from '../core/draft/types.ts';
import { isDraft } from './convert.ts';
import { draftFiles, readDraftFile } from './draftFiles.ts';
import type { Services } from './services.ts';
import { turnTaker } from './turns.ts';

/** What a draft of the workspace says, open or not. */
export interface WorkspaceReading {
  readonly uri: vscode.Uri;
  readonly reading: DraftReading;
}

/**
 * Reads every draft of the workspace and every open one, as it stands in its editor where it is open; other work of the
 * editor goes on between them.
 * @param mayMatter whether a text that is not open is worth reading
 */
export async function* workspaceReadings({ corpus, drafts }: Services, token: vscode.CancellationToken, mayMatter: (text: string) => boolean = () => true): AsyncGenerator<WorkspaceReading> {
  const context = makeDraftContext(corpus.snapshot);
  const turn = turnTaker();
  const open = new Map(vscode.workspace.textDocuments.filter(isDraft).map(document => [document.uri.toString(), document]));
  for (const document of open.values()) {
    yield { uri: document.uri, reading: drafts.read(document) };
    await turn();
  }
  for (const uri of await draftFiles(token)) {
    if (token.isCancellationRequested) { return; }
    if (open.has(uri.toString())) { continue; }
    const text = await readDraftFile(uri);
    if (text !== undefined && mayMatter(text)) { yield { uri, reading: readDraft(text, context) }; }
    await turn();
  }
}
