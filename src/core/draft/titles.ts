import type { Span } from '../text.ts';

/** Words in emphasis, as titles of works are set: `*Brother Enemy*`; not a name alone. */
export function titlesIn(text: string, from: number, to: number): Span[] {
  return Array.from(text.slice(from, to).matchAll(/(?<![*\w])([*_])(?![*_\s])([^*_\n]{1,200})\1(?![*\w])/g), match => ({ start: from + match.index, end: from + match.index + match[0].length })).filter(({ start, end }) => /\s\S+\s/.test(text.slice(start, end)));
}
