import { t, toTranslate } from '../l10n.ts';

/** What findings and fixes say, in one place. `{0}`, `{1}` … are filled in. */
const MESSAGES = toTranslate({
  'write-fix': 'Write “{0}”',
  'date-conflict': '{0}: the record has {1}, not {2}.',
  'office-conflict': '{0} was not {1} at the time ({2}): the record has {3}.',
  'office-never': 'The record does not have {0} as {1}: it has {2}.',
  'office-body': '{0}: the record has {1}, not an office of {2}.',
  'office-fix-drop': 'Leave the title of {0} out',
  'name-out-of-time': 'The name {0} was not in use at the time ({3}): the record has it from {1} to {2}.',
  'participation-conflict': '{0} at {1}: the record says otherwise ({2}).',
  'participation-negated': '{0} at {1}: the record says that it was so ({2}).',
  'order-conflict': 'The record has another order or distance of time: {0}.',
  'count-conflict': '{0}: the record has {1}, not {2}.',
  'false-precision': '{0}: the record has no closer date than {1}.',
  'uncited-claim': 'This dates {0} and cites nothing: say where it stands.',
  'uncited-record': 'This is on record ({0}) and cites nothing: say where it stands.',
  'uncited-quotation': 'These words are quoted, and nothing is cited: say where they stand.',
  'cite-fix': 'Cite @{0}',
  'locator-out-of-range': '@{0} has no {1} {2}.',
  'locator-fix-drop': 'Leave the locator out',
  'locator-page': '@{0} has no page {1}: it has {2}.',
  'locator-fix-add': 'Add “{0}”: {1}',
  'quotation-without-locator': 'Words are quoted from @{0} without saying where in it they stand.',
  'duplicate-citekey': 'Two works have the key @{0}; {1} is used.',
  'name-variant': 'The house style is “{0}”, not “{1}”.',
  'first-mention-name': 'The first mention of {0} is “{1}”: give the full name.',
  'first-mention-office': 'The first mention of {0} does not say who that is: the record has {1}.',
  'first-mention-abbreviation': '“{0}” is used before it is introduced: it stands for {1}.',
  'unused-abbreviation': '“{0}” is introduced for {1} and not used.',
  'unused-abbreviation-fix': 'Leave “({0})” out',
  'summary-body-name': 'The summary speaks of {0}; the rest of the draft does not.',
  'summary-body-date': 'The summary has the date {0}; the rest of the draft does not.',
  'summary-body-number': 'The summary has the number {0}; the rest of the draft does not.',
  'summary-body-count': 'The summary has {0}; the rest of the draft has {1}.',
  'contested-date': '{0}: the record is not of one mind; it has {1}, and: {2}',
  'contested-dates': '{0}: the record is not of one mind; it has {1}.',
  'contested-number': '{0}: the record is not of one mind; it has {1}, and: {2}',
  'unknown-citekey': 'No reference has the key @{0}{1}.',
  'unknown-citekey-fix': 'Write @{0}',
  'dangling-note': 'Nothing in this draft defines the note [^{0}].',
  'dangling-note-fix': 'Add the note [^{0}] at the end',
  'unused-note': 'Nothing in this draft refers to the note [^{0}].',
  'unused-note-double': 'The note [^{0}] is defined more than once; the first definition counts.',
  'unused-note-fix': 'Take the note [^{0}] away',
  'suppression-unknown': '“{0}” is no check of Rapporteur, so this suppresses nothing.',
  'suppression-reason': 'Say why this is suppressed: put the reason after a colon.',
  'suppression-unused': 'This suppresses nothing any more.',
});

export type MessageCode = keyof typeof MESSAGES;

const LONGEST = 200;

/** A message with its values; what a draft or a record brings is put on one line and cut to a readable length, behind a word. */
export function message(code: MessageCode, ...values: readonly string[]): string {
  return t(MESSAGES[code], ...values.map(shorten));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\s\p{P}]+\S{0,40}$/u, '')}…` : line;
}
