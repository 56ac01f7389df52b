import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { ANNEX_KINDS, insertAnnex, refreshAnnexes } from '../../../src/core/annexes/index.ts';
import { addTranslations, type Translations } from '../../../src/core/l10n.ts';
import type { TextEdit } from '../../../src/core/text.ts';
import { read, snapshot } from '../draft/world.ts';

const { sources } = snapshot;
const apply = (text: string, edits: readonly TextEdit[]) => edits.toSorted((a, b) => b.span.start - a.span.start).reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
const refresh = (text: string) => apply(text, refreshAnnexes(read(text), snapshot, sources).edits);
const annex = (kind: string, inner = '\n') => `<!-- rapporteur-annex ${kind} -->${inner}<!-- /rapporteur-annex -->`;
const DRAFT = 'Ali Alatas came to the First Paris conference for Indonesia and the UN [@khan2022, p. 3].\n\n';

test('the list of actors has those whom the draft names, each office with its citation', () => {
  expect(refresh(`${DRAFT}${annex('actors')}\n`)).toBe(`${DRAFT}${annex('actors', [
    '', '', '- **Ali Alatas**: Foreign Minister, Indonesia (from 1988) [@khan2022]', '- **Indonesia**: state', '- **United Nations**: organisation', '', ''].join('\n'))}\n`);
});

test('abbreviations are those that the draft uses', () => {
  expect(refresh(`${DRAFT}${annex('abbreviations')}`)).toContain('\n\n| Abbreviation | Meaning |\n| --- | --- |\n| UN | United Nations |\n\n<!-- /');
});

test('the chronology has the events that the draft names', () => {
  expect(refresh(`${DRAFT}${annex('chronology')}`)).toMatch(/\n\n\| Date \| Event \|\n\| --- \| --- \|\n\| July – August 1989[^|]* \| First Paris conference[^\n]*\|\n\n<!-- \//);
});

test('the sources used are those that the draft cites', () => {
  expect(refresh(`${DRAFT}${annex('sources')}`)).toMatch(/\n\n- Khan, Asif R\\?\. 2022\\?\. When Great Powers Behave[^\n]*\n\n<!-- \//);
});

test('a French draft has French annexes, whatever the language of the editor', () => {
  addTranslations(JSON.parse(readFileSync(new URL('../../../l10n/bundle.l10n.fr.json', import.meta.url), 'utf8')) as Translations, 'fr');
  const text = refresh(`---\nlang: fr-CH\n---\n\n${DRAFT}${annex('actors')}\n\n${annex('abbreviations')}\n\n${annex('chronology')}\n`);
  for (const line of ['- **Ali Alatas**\u00a0: Foreign Minister, Indonesia (depuis 1988) [@khan2022]', '- **Indonesia**\u00a0: État', '| Sigle | Signification |', '| Date | Événement |']) { expect(text).toContain(`\n${line}\n`); }
  expect(text).toMatch(/\n\| juillet – août 1989/);
  expect(refresh(`${DRAFT}${annex('actors')}\n`)).toContain('\n- **Indonesia**: state\n');
});

test('what an annex names is not what the draft names', () => {
  const text = `Nobody is named.\n\n${annex('actors', '\n\n- **Ali Alatas**: somebody [@khan2022]\n\n')}\n\n${annex('sources', '\n\n[@khan2022]\n\n')}\n`;
  expect(refresh(text)).toBe(`Nobody is named.\n\n${annex('actors')}\n\n${annex('sources')}\n`);
});

test('refreshed twice, nothing changes the second time', () => {
  const text = `${DRAFT}${ANNEX_KINDS.map(kind => annex(kind)).join('\n\n')}\n\nAn end.\n`;
  const once = refresh(text);
  expect(refreshAnnexes(read(once), snapshot, sources).edits).toEqual([]);
  expect(refreshAnnexes(read(once), snapshot, sources).count).toBe(4);
});

test('lines end as they do in the draft', () => {
  const text = refresh(`${DRAFT}${annex('actors')}\n`.replaceAll('\n', '\r\n'));
  expect(text).toContain('- **Indonesia**: state\r\n');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['a marker that is not closed', `${DRAFT}<!-- rapporteur-annex actors -->\n\nMy own words.\n`, 'not-closed'],
  ['a marker that another follows', `${DRAFT}<!-- rapporteur-annex actors -->\n\nMy own words.\n\n${annex('unheard-of')}\n`, 'not-closed'],
  ['a marker that nothing opens', `${DRAFT}<!-- /rapporteur-annex -->\n`, 'not-opened'],
  ['an unknown kind', `${DRAFT}${annex('poems', '\n\nMy own words.\n\n')}\n`, 'unknown-kind'],
])('%s is told, and nothing is written', (_, text, code) => {
  const { edits, problems } = refreshAnnexes(read(text), snapshot, sources);
  expect(edits).toEqual([]);
  expect(problems.map(problem => problem.code)).toContain(code);
});

test('markers in code are none', () => {
  const text = `${DRAFT}\`\`\`\n${annex('actors')}\n\`\`\`\n`;
  expect(refreshAnnexes(read(text), snapshot, sources)).toEqual({ edits: [], problems: [], count: 0 });
});

test('nothing outside of the markers ever changes', () => {
  const piece = fc.constantFrom('Ali Alatas ', 'UN ', '[@khan2022]', '\n\n', '\n', '<!-- rapporteur-annex actors -->', '\n<!-- rapporteur-annex sources -->\n', '\n<!-- /rapporteur-annex -->\n', '```\n', '- a\n', '<!-- ', '-->', 'x');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map(parts => parts.join('')), text => {
    const { edits } = refreshAnnexes(read(text), snapshot, sources);
    for (const { span } of edits) {
      expect(text.slice(0, span.start)).toMatch(/<!-- rapporteur-annex \w+ -->$/);
      expect(text.slice(span.end)).toMatch(/^<!-- \/rapporteur-annex -->/);
      expect(text.slice(span.start, span.end)).not.toMatch(/^<!-- \/?rapporteur-annex[\w -]*-->$/m);
    }
    expect(refreshAnnexes(read(apply(text, edits)), snapshot, sources).edits).toEqual([]);
  }), { numRuns: 200 });
});

test.each([
  ['at the end', `${DRAFT.trim()}\n`, (text: string) => text.length, `${DRAFT.trim()}\n\n<!-- rapporteur-annex sources -->`],
  ['at the end of a line', DRAFT.trim(), (text: string) => text.length, `${DRAFT.trim()}\n\n<!-- rapporteur-annex sources -->`],
  ['on an empty line between paragraphs', `${DRAFT}\n\nMore.\n`, () => DRAFT.length, `${DRAFT}<!-- rapporteur-annex sources -->`],
])('a new annex goes into a paragraph of its own, %s', (_, text, at, beginning) => {
  const edit = insertAnnex(read(text), at(text), 'sources', snapshot, sources);
  const made = apply(text, [edit]);
  expect(made.slice(0, beginning.length)).toBe(beginning);
  expect(made).toMatch(/<!-- \/rapporteur-annex -->\n(?:\n|$)/);
  expect(made.replace(edit.newText, '')).toBe(text);
  expect(refreshAnnexes(read(made), snapshot, sources)).toEqual({ edits: [], problems: [], count: 1 });
});
