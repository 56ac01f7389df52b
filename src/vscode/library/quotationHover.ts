import * as vscode from 'vscode';
import { differenceOf } from '../../core/quotations/difference.ts';
import type { QuotationMatch } from '../../core/quotations/verify.ts';
import { DRAFT_SELECTOR, toRange } from '../convert.ts';
import { commandUri, plainText } from '../markdown.ts';
import { targetOf } from './openPassage.ts';
import type { QuotationLedger } from './quotationLedger.ts';
import { elsewhereSentence, placeOfReport, quotationSentence } from './words.ts';

/** So many letters of the passage are shown before and behind the words. */
const AROUND = 160;

/** What became of a quotation, and the passage in which its words stand. */
class QuotationHover implements vscode.HoverProvider {
  readonly #ledger: QuotationLedger;
  constructor(ledger: QuotationLedger) { this.#ledger = ledger; }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const at = document.offsetAt(position);
    const entry = this.#ledger.of(document).find(({ quotation }) => quotation.start <= at && at < quotation.end);
    if (entry === undefined || entry.report.state === 'no-text') { return undefined; }
    const { quotation, report, elsewhere } = entry;
    const [match] = report.matches;
    const parts = [plainText(quotationSentence(report, placeOfReport(report)))];
    if (elsewhere !== undefined) { parts.push(plainText(elsewhereSentence(elsewhere))); }
    if (report.state === 'altered' && match !== undefined) { parts.push(difference(quotation.text, match.exact)); }
    if (match !== undefined) { parts.push(`> ${inContext(match)}`, `[${plainText(vscode.l10n.t('Open the source at these words'))}](${commandUri('rapporteur.openPassage', targetOf(match.passage, match.span))})`); }
    const markdown = new vscode.MarkdownString(parts.join('\n\n'));
    markdown.isTrusted = { enabledCommands: ['rapporteur.openPassage'] };
    return new vscode.Hover(markdown, toRange(document, quotation));
  }
}

function inContext({ passage, span }: QuotationMatch): string {
  const start = Math.max(0, span.start - AROUND);
  const end = Math.min(passage.text.length, span.end + AROUND);
  const before = passage.text.slice(start, span.start);
  const after = passage.text.slice(span.end, end);
  const words = plainText(passage.text.slice(span.start, span.end).trim());
  return `${start > 0 ? '… ' : ''}${plainText(before)}${words === '' ? '' : `**${words}**`}${plainText(after)}${end < passage.text.length ? ' …' : ''}`;
}

function difference(written: string, source: string): string {
  return differenceOf(written, source).map(({ kind, text }) => (kind === 'same' ? plainText(text) : kind === 'written' ? `~~${plainText(text)}~~` : `**${plainText(text)}**`)).join(' ');
}

export function registerQuotationHover(ledger: QuotationLedger): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DRAFT_SELECTOR, new QuotationHover(ledger));
}
