import * as vscode from 'vscode';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import type { Hit } from '../../core/library/types.ts';
import { runCommand, type CitationArgument } from '../commands.ts';
import type { Services } from '../services.ts';
import { targetOf } from '../library/openPassage.ts';
import { openAt } from './passages.ts';

/** What is cited for a passage: its work, or what its statement cites first. */
export function citationOfHit(hit: Pick<Hit, 'shelf' | 'citekey' | 'ref' | 'page' | 'section' | 'note'>, { corpus }: Pick<Services, 'corpus'>): CitationArgument | undefined {
  if (hit.shelf === 'drafts') { return undefined; }
  if (hit.shelf === 'sources') { return hit.citekey === '' ? undefined : { citekey: hit.citekey, suffixText: placeOfPassage(hit) }; }
  const statements = hit.shelf === 'statements' ? corpus.snapshot.statements.filter(one => one.id === hit.ref) : corpus.snapshot.statementsAbout.get(hit.ref) ?? [];
  const first = statements[0]?.citations[0];
  return first && { citekey: first.citekey, suffixText: first.suffixText };
}

/** Opens what was found where it stands; a file that has changed since, at the same words. */
export async function openHit(hit: Hit, { library }: Pick<Services, 'library'>): Promise<void> {
  if (hit.shelf === 'entries') { await runCommand('rapporteur.openEntry', hit.ref); return; }
  if (hit.shelf === 'statements') { await runCommand('rapporteur.openEntry', { id: hit.ref }); return; }
  await openAt(targetOf(hit, { start: 0, end: hit.text.length }), library);
}

/** Puts words on the clipboard with what they cite; those of a full text between quotation marks. @returns what was copied */
export async function copyWithCitation(words: string, isQuotation: boolean, citation: CitationArgument | undefined): Promise<string> {
  const cited = citation === undefined ? '' : ` [@${[citation.citekey, citation.suffixText].filter(Boolean).join(', ')}]`;
  const text = `${isQuotation ? `“${words.replace(/\s+/g, ' ').trim()}”` : words}${cited}`;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(citation === undefined ? vscode.l10n.t('Passage copied without a citation: it is not known which work this is the text of.') : vscode.l10n.t('Passage copied with its citation'), 5000);
  return text;
}

export function copyHit(hit: Hit, services: Pick<Services, 'corpus'>): Promise<string> {
  return copyWithCitation(hit.text, hit.shelf === 'sources', citationOfHit(hit, services));
}
