/** Whether the text is one line with single blanks already; looking is much cheaper than replacing. */
const RAGGED = /[^\S ]|  |^ | $/;

/** The text with every run of blanks and line ends as one blank, and none at the ends. */
export function oneLine(text: string): string {
  return RAGGED.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
