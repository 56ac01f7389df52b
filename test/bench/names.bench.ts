import { buildLexicon, type NameEntry } from '../../src/core/names/index.ts';
import { ahoCorasick } from './ahoCorasick.ts';
import { randomNumbers } from './material.ts';
import { best, leastCpu, megabytesPerSecond, ms, timed, type Row } from './table.ts';

const SYLLABLES = ['ka', 'mo', 'ri', 'sen', 'ta', 'lu', 'no', 'vi', 'dor', 'pha', 'ran', 'khi', 'sok', 'an', 'be', 'chu'];
const COMMON = ('the of and to in a that for was on with as by at from it his had were which be their not an this been or they have but are one who its would '
  + 'all more after into two when there time than about other some could made these then may also most many must over such last first great year').split(' ');
/** One word or name of a text in so many is a name: about that of a paper. */
const NAMES_IN_TEXT = 0.05;
/** The naive loop is measured on this much text, and its rate taken as it is: its time grows with the text. */
const NAIVE_UNITS = 40_000;

function aliases(count: number): NameEntry<number>[] {
  const random = randomNumbers(7);
  const word = () => {
    const letters = Array.from({ length: 3 + Math.floor(random() * 2) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!).join('');
    return letters[0]!.toUpperCase() + letters.slice(1);
  };
  return Array.from({ length: count }, (_, target) => ({ text: Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' '), target, kind: 'alias' }));
}

function textOf(names: readonly NameEntry<number>[], units: number): string {
  const random = randomNumbers(8);
  const parts: string[] = [];
  for (let length = 0; length < units;) {
    const kind = random();
    const part = kind < NAMES_IN_TEXT ? names[Math.floor(random() * names.length)]!.text
      : kind < 0.6 ? COMMON[Math.floor(random() * COMMON.length)]!
        : Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!).join('');
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join(' ');
}

/** One regular expression for each alias, each over the whole text. */
function naive(names: readonly NameEntry<number>[], text: string): number {
  let found = 0;
  for (const { text: name } of names) found += text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
  return found;
}

/** Buffers of typed arrays included. */
function usedMemory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** How finding names stands to the peer, which knows no words, cases, accents or plurals. */
function againstPeer(peer: Awaited<ReturnType<typeof ahoCorasick>>, names: readonly NameEntry<number>[], text: string, time: number): Pick<Row, 'against'> {
  if ('reason' in peer) return { against: peer.reason };
  const matcher = peer.build(names.map(name => name.text));
  const theirs = leastCpu(2, () => matcher.search(text));
  return { against: `${(theirs / time).toFixed(2)} times as fast as ${peer.label} (${megabytesPerSecond(text.length, theirs)}), which finds letters, not words` };
}

export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  const peer = await ahoCorasick();
  for (const count of [10_000, 100_000]) {
    const names = aliases(count);
    const text = textOf(names, 10_000_000);
    const before = usedMemory();
    let lexicon = buildLexicon(names);
    const memory = usedMemory() - before;
    const build = timed(() => { lexicon = buildLexicon(names); });
    const time = leastCpu(4, () => lexicon.find(text));
    const label = `${count.toLocaleString('en')} aliases`;
    rows.push({ what: `${label}: build`, measured: ms(build) });
    rows.push({ what: `${label}: memory${'gc' in globalThis ? '' : ', not collected first (run node with --expose-gc)'}`, measured: `${memory.toFixed(0)} MB`, goal: 'under 150 MB', met: memory < 150 });
    rows.push({ what: `${label}: mentions, ${(text.length / 1e6).toFixed(0)} MB of text, by CPU`, measured: megabytesPerSecond(text.length, time), goal: 'at least 20 MB/s', met: text.length / 1000 / time >= 20, ...againstPeer(peer, names, text, time) });
    if (count > 10_000) continue;
    const short = text.slice(0, NAIVE_UNITS);
    const naiveTime = timed(() => naive(names, short));
    const shortTime = best(4, () => lexicon.find(short));
    rows.push({ what: `${label}: one regular expression for each, on ${NAIVE_UNITS / 1000} KB only`, measured: megabytesPerSecond(short.length, naiveTime) });
    rows.push({ what: `${label}: times the naive loop, both on ${NAIVE_UNITS / 1000} KB`, measured: `${(naiveTime / shortTime).toFixed(0)}x`, goal: 'at least 50x', met: naiveTime / shortTime >= 50, against: 'one regular expression for each alias' });
  }
  return rows;
}
