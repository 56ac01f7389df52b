import { formatReference } from '../citations/reference.ts';
import { officesAt } from '../corpus/queries.ts';
import { escapeText } from '../corpus/plainText.ts';
import type { Actor, Citation, Entry, EntryKey, Name, Snapshot, Source } from '../corpus/types.ts';
import { writeCite } from '../corpus/write.ts';
import type { DraftReading } from '../draft/types.ts';
import type { Span } from '../text.ts';
import { t } from '../l10n.ts';
import { EXPORT_FORMATS } from '../timeline/exports.ts';
import { timelineOf } from '../timeline/model.ts';
import { officeWords } from '../views/cards.ts';
import { kindOf } from '../views/words.ts';
import type { AnnexKind } from './markers.ts';

/** What an annex is made from. */
export interface AnnexMaterial {
  readonly snapshot: Snapshot;
  readonly sources: ReadonlyMap<string, Source>;
  /** Entries that the draft names, outside its annexes. */
  readonly named: readonly Entry[];
  /** Citekeys that the draft cites, outside its annexes. */
  readonly cited: readonly string[];
  /** Names as the draft writes them, outside its annexes. */
  readonly words: ReadonlySet<string>;
}

/** @param annexes what does not count: else an annex would name what it names */
export function materialOf(reading: DraftReading, annexes: readonly Span[], snapshot: Snapshot, sources: ReadonlyMap<string, Source>): AnnexMaterial {
  const isOutside = ({ start }: Span) => annexes.every(annex => start < annex.start || annex.end <= start);
  const mentions = reading.mentions.filter(isOutside);
  const keys = new Set<EntryKey>(mentions.flatMap(mention => (mention.keys.length === 1 ? mention.keys : [])));
  const cited = reading.citations.filter(({ span }) => isOutside(span)).flatMap(({ items }) => items.map(({ citekey }) => citekey));
  return {
    snapshot, sources, named: [...keys].flatMap(key => snapshot.entries.get(key) ?? []), cited: [...new Set(cited)],
    words: new Set(mentions.map(({ text }) => text)),
  };
}

/** An annex as Markdown; the same draft and record give the same text. Empty when there is nothing to list. */
export function annexText(kind: AnnexKind, material: AnnexMaterial): string {
  switch (kind) {
    case 'actors': return actorsText(material);
    case 'abbreviations': return abbreviationsText(material);
    case 'chronology': return chronologyText(material);
    case 'sources': return sourcesText(material);
  }
}

/** `- **Ali Alatas**: Foreign Minister, Indonesia (from 1988) [@khan2022, sec. 3.2]`; without an office what it is. */
function actorsText({ named, snapshot }: AnnexMaterial): string {
  const actors = named.filter(entry => entry.class === 'actor').toSorted(byName);
  return listOf(actors.map(actor => {
    const office = latestOffice(actor);
    const what = office === undefined ? kindOf(actor) : officeWords(office, actor, snapshot);
    return `${t('{0}: {1}', `**${escapeText(actor.name)}**`, escapeText(what))}${office === undefined ? '' : cite(office.citations)}`;
  }));
}

/** A claim without a source is not made. */
function latestOffice(actor: Actor) {
  return officesAt(actor, undefined).map(({ membership }) => membership).find(({ citations }) => citations.length > 0);
}

/** `UN`, `SNC`, `U.S.`: at least two capitals, no small word. */
const ABBREVIATION = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{Lu}\p{N}&.’'-]{2,12}s?$/u;

/** Names in capitals that the draft uses, with what they stand for. */
function abbreviationsText({ named, words }: AnnexMaterial): string {
  const rows = named.flatMap(entry => entry.names.filter(name => isShort(name, entry) && words.has(name.text)).map(name => ({ short: name.text, long: entry.name })));
  const sorted = rows.sort((a, b) => (a.short < b.short ? -1 : a.short > b.short ? 1 : 0));
  return sorted.length === 0 ? '' : [`| ${t('Abbreviation')} | ${t('Meaning')} |`, '| --- | --- |', ...sorted.map(({ short, long }) => `| ${cell(short)} | ${cell(long)} |`)].join('\n');
}

function isShort(name: Name, entry: Entry): boolean {
  return name.kind !== 'metonym' && name.text !== entry.name && ABBREVIATION.test(name.text);
}

/** Events that the draft names, in the order of time, as a table with citations. */
function chronologyText({ named, snapshot }: AnnexMaterial): string {
  const keys = new Set(named.filter(entry => entry.class === 'event').map(({ key }) => key));
  const data = timelineOf(snapshot);
  const events = data.events.filter(({ id }) => keys.has(id)).toSorted((a, b) => (a.date.start[0] ?? -Infinity) - (b.date.start[0] ?? -Infinity));
  return events.length === 0 ? '' : EXPORT_FORMATS.find(({ id }) => id === 'chronology')!.write(events, data).trim();
}

/** Works that the draft cites, as a list; keys that no reference has are left to the checks. */
function sourcesText({ cited, sources }: AnnexMaterial): string {
  return listOf(cited.flatMap(key => sources.get(key) ?? []).map(({ item }) => escapeText(formatReference(item))).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}

function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function cite(citations: readonly Citation[]): string {
  return ` [${writeCite(citations) ?? ''}]`;
}

function cell(text: string): string {
  return escapeText(text).replaceAll('|', '\\|');
}

function listOf(lines: readonly string[]): string {
  return lines.map(line => `- ${line}`).join('\n');
}
