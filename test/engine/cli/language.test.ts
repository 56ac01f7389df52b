import { expect, test } from 'vitest';
import { terminalLanguage } from '../../../src/cli/language.ts';

test.each([
  ['fr-CA', { LANG: 'fr_CA.UTF-8' }],
  ['fr', { LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr' }],
  ['de-AT', { LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr', LC_ALL: 'de_AT@euro' }],
  ['en-GB', { LANG: 'en_GB.UTF-8', LC_ALL: '' }],
  ['en', { LANG: 'C.UTF-8' }],
  ['en', { LC_ALL: 'POSIX' }],
  ['en', { LANG: '../../etc' }],
  ['en', {}],
])('%s is what %j asks for', (tag, variables) => {
  expect(terminalLanguage(variables)).toBe(tag);
});

test('where there are no such variables, the system says', () => {
  expect(terminalLanguage({}, 'fr-FR')).toBe('fr-FR');
  expect(terminalLanguage({ LANG: 'en_GB' }, 'fr-FR')).toBe('en-GB');
});
