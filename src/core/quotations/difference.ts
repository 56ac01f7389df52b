/** Words that a quotation and its source share, or that only one of them has. */
export interface DifferencePart {
  readonly kind: 'same' | 'written' | 'source';
  readonly text: string;
}

/** More words are not compared one by one: a quotation is shorter. */
const MAX_WORDS = 600;

/** In which words a quotation differs from its source; marks and capitals count. */
export function differenceOf(written: string, source: string): DifferencePart[] {
  const [a, b] = [wordsOf(written), wordsOf(source)];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return [{ kind: 'written', text: a.join(' ') }, { kind: 'source', text: b.join(' ') }];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  }
  const parts: { kind: DifferencePart['kind']; text: string }[] = [];
  const put = (kind: DifferencePart['kind'], word: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`; else parts.push({ kind, text: word });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) { put('same', a[i]!); i++; j++; }
    else if (i < a.length && (j === b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) put('written', a[i++]!);
    else put('source', b[j++]!);
  }
  return parts;
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/).filter(word => word !== '');
}

/** The difference in one line: `kept [no → a] ledger`; what is missing on one side is `–`. */
export function differenceText(parts: readonly DifferencePart[]): string {
  const shown: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const { kind, text } = parts[at]!;
    if (kind === 'same') { shown.push(shorten(text, at === 0, at === parts.length - 1)); continue; }
    const next = parts[at + 1];
    const isPair = next !== undefined && next.kind !== 'same';
    const written = kind === 'written' ? text : isPair ? next.text : '–';
    const source = kind === 'source' ? text : isPair ? next.text : '–';
    shown.push(`[${written} → ${source}]`);
    if (isPair) at++;
  }
  return shown.join(' ');
}

const KEPT = 6;

/** Of what is the same only what stands next to a difference. */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  if (words.length <= KEPT * 2) return text;
  return [...isFirst ? [] : words.slice(0, KEPT), '…', ...isLast ? [] : words.slice(-KEPT)].join(' ');
}
