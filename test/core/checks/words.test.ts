import { expect, test } from 'vitest';
import { message } from '../../../src/core/checks/words.ts';

test.each([
  ['short', 'short'],
  ['two\nlines', 'two lines'],
  ['word '.repeat(60), `${'word '.repeat(39)}word…`],
  [`${'word '.repeat(39)}a (very long one`, `${'word '.repeat(39)}a…`],
  ['x'.repeat(250), `${'x'.repeat(200)}…`],
])('what a draft brings is cut behind a word: %j', (given, shown) => expect(message('summary-body-number', given, '')).toContain(`the number ${shown};`));
