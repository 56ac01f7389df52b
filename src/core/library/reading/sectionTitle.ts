import type { Section } from '../types.ts';

const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){0,4})\.?[ \t]+(?=\S)/;

/** `2.5 The region` as the section `2.5` with its title. */
export function sectionOfTitle(text: string): Section {
  const number = NUMBERED.exec(text);
  return number === null ? { number: '', title: text } : { number: number[1]!, title: text.slice(number[0].length) };
}
