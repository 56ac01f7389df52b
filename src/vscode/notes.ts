import * as vscode from 'vscode';
import { definitionOf, noteMarkAt, noteText, referencesTo, renumberNotes } from '../core/draft/noteEdits.ts';
import type { NoteMark } from '../core/draft/types.ts';
import { registerCommand } from './commands.ts';
import { DRAFT_SELECTOR, toRange, toWorkspaceEdit } from './convert.ts';
import { inform } from './inform.ts';
import { plainText } from './markdown.ts';
import type { Services } from './services.ts';

/** As much of a note as is read at a glance. */
const MOST_SHOWN = 1500;

/** Hover over a note mark, its definition, and the way back. */
class Notes implements vscode.HoverProvider, vscode.DefinitionProvider, vscode.ReferenceProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const reading = this.#services.drafts.read(document);
    const mark = noteMarkAt(reading, document.offsetAt(position));
    if (mark?.kind !== 'reference') { return undefined; }
    const text = noteText(reading, mark.label);
    const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
    return new vscode.Hover(new vscode.MarkdownString(plainText(shown === '' ? vscode.l10n.t('This note is not written anywhere.') : shown)), toRange(document, mark));
  }

  /** From a mark to its note, and from the note to its first mark. */
  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location | undefined {
    const reading = this.#services.drafts.read(document);
    const mark = noteMarkAt(reading, document.offsetAt(position));
    const target = mark?.kind === 'reference' ? definitionOf(reading, mark.label) : mark && referencesTo(reading, mark.label)[0];
    return target && locationOf(document, target);
  }

  provideReferences(document: vscode.TextDocument, position: vscode.Position, { includeDeclaration }: vscode.ReferenceContext): vscode.Location[] {
    const reading = this.#services.drafts.read(document);
    const mark = noteMarkAt(reading, document.offsetAt(position));
    if (mark === undefined) { return []; }
    const definition = includeDeclaration ? definitionOf(reading, mark.label) : undefined;
    return [...definition === undefined ? [] : [definition], ...referencesTo(reading, mark.label)].map(found => locationOf(document, found));
  }
}

function locationOf(document: vscode.TextDocument, mark: NoteMark): vscode.Location {
  return new vscode.Location(document.uri, toRange(document, mark));
}

async function renumber({ drafts }: Services): Promise<void> {
  const document = drafts.active?.document;
  if (document === undefined) { return; }
  const edits = renumberNotes(drafts.read(document));
  if (edits.length === 0) { inform(vscode.l10n.t('The notes are numbered in their order already.')); return; }
  await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits));
}

export function registerNotes(services: Services): vscode.Disposable {
  const notes = new Notes(services);
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(DRAFT_SELECTOR, notes),
    vscode.languages.registerDefinitionProvider(DRAFT_SELECTOR, notes),
    vscode.languages.registerReferenceProvider(DRAFT_SELECTOR, notes),
    registerCommand('rapporteur.renumberNotes', services.log, () => renumber(services)),
  );
}
