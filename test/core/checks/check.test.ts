import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { checkDraft, DEFAULT_SETTINGS, makeCheckContext, readCheckSettings, RULE_CODES } from '../../../src/core/checks/index.ts';
import { RULES } from '../../../src/core/checks/rules.ts';
import { snapshot } from '../draft/world.ts';
import { worldOf } from './world.ts';

const world = worldOf(snapshot);
const SNIPPETS = [
  '\n', '\n\n', '\r\n', ' ', '- ', '> ', '# ', '## Summary\n\n', '## Executive summary\n\n', '| a | b |\n|-|-|\n', '```\n', '<!--', '-->', '<!-- rapporteur-disable date-conflict: x -->', '<!-- rapporteur-disable-next-line -->',
  '[^1]: ', '[^1]', '[@khan2022, sec. 3.2]', '[@nobody]', '@martin2018 ', '“', '”', '"', '(', ')', '\0', '\uD83C', '🎉', 'e\u0301', '\u202E',
  'Claude Martin ', 'Martin ', 'Nguyen Co Thach ', 'Thach ', 'Foreign Minister Alatas ', 'the first Paris conference ', 'the Second Paris conference ', 'Hanoi ', 'the UN ', 'UN ', 'Vietnam ', 'China and Viet Nam ',
  'in 1989 ', 'in August 1991 ', 'that year ', 'two years later ', 'before ', 'after ', 'met ', 'was signed ', 'hosted ', 'attended ', 'did not ', 'would have ', 'the four factions ', '21% ', ', which ', ', ', ' and ', '. ', '; ', 'word ',
];
const markdown = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 50 }).map(parts => parts.join(''));
const edits = fc.array(fc.record({ at: fc.nat(1000), cut: fc.nat(12), put: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 3 }).map(parts => parts.join('')) }), { minLength: 1, maxLength: 5 });

describe('checking a draft', () => {
  test('after a change gives the same as checking it anew', () => {
    fc.assert(fc.property(markdown, edits, (before, changes) => {
      let text = before;
      let reading = world.read(text);
      checkDraft(reading, world.context);
      for (const { at, cut, put } of changes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + put + text.slice(start + cut);
        reading = world.read(text, reading);
        expect(checkDraft(reading, world.context)).toEqual(checkDraft(world.read(text), makeCheckContext({ snapshot })));
      }
    }), { numRuns: 300 });
  });

  test.each(['document', 'chapter'])('of many blocks after a change gives the same as checking it anew, names counted by %s', firstMention => {
    const settings = readCheckSettings({ firstMention });
    const own = worldOf(snapshot, makeCheckContext({ snapshot }, settings));
    const words = fc.constantFrom(...SNIPPETS, 'Supreme National Council (SNC) ', 'the SNC ', 'SNC (Supreme National Council) ', '# Abbreviations\n\n', '# Chapter\n\n', '\n\n[^2]: ', '[^2]', '[^3]', '\n\n[^3]: ');
    const long = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }).map(parts => parts.join('')), { minLength: 70, maxLength: 110 }).map(parts => parts.join('\n\n'));
    const changes = fc.array(fc.record({ at: fc.nat(10_000), cut: fc.oneof(fc.nat(12), fc.nat(500)), put: fc.array(words, { maxLength: 3 }).map(parts => parts.join('')) }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(long, changes, (before, all) => {
      let text = before;
      let reading = own.read(text);
      checkDraft(reading, own.context);
      for (const { at, cut, put } of all) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + put + text.slice(start + cut);
        reading = own.read(text, reading);
        expect(checkDraft(reading, own.context)).toEqual(checkDraft(own.read(text), makeCheckContext({ snapshot }, settings)));
      }
    }), { numRuns: 25 });
  });

  test('marks stretches of the text and edits inside it, whatever the draft', () => {
    fc.assert(fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 200 })), text => {
      let last = 0;
      for (const { span, message, fixes } of world.check(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/\S/);
        last = span.start;
        for (const { span: edited } of fixes.flatMap(fix => fix.edits)) expect([edited.start >= 0, edited.start <= edited.end, edited.end <= text.length]).toEqual([true, true, true]);
      }
    }), { numRuns: 500 });
  });

  test('leaves out what is turned off', () => {
    const settings = readCheckSettings({ severity: { 'unknown-citekey': 'off', 'dangling-note': 'hint' } });
    expect(worldOf(snapshot, makeCheckContext({ snapshot }, settings)).check('So [@nobody].[^1]').map(({ rule, severity }) => [rule, severity])).toEqual([['dangling-note', 'hint']]);
  });
});

describe('settings', () => {
  test('that say nothing are the default', () => expect(readCheckSettings({})).toEqual(DEFAULT_SETTINGS));
  test.each([[{ severity: 'loud' }], [{ severity: { 'date-conflict': 'loud', nothing: 'error' } }], [{ severity: null }], [{ firstMention: 'page' }]])('that say nonsense are the default: %j', raw => {
    expect(readCheckSettings(raw)).toEqual(DEFAULT_SETTINGS);
  });
  test('count rule by rule', () => expect(readCheckSettings({ severity: { 'name-variant': 'error' } })).toEqual({
    ...DEFAULT_SETTINGS, severities: { ...DEFAULT_SETTINGS.severities, 'name-variant': 'error' },
  }));
});

describe('every rule', () => {
  test('has a code that settings know, and each code its rule', () => {
    expect([...RULES.map(rule => rule.code), 'suppression'].toSorted()).toEqual([...RULE_CODES].toSorted());
  });

  test('has its severity in the manifest, with the same default', () => {
    const { contributes } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { contributes: { configuration: { properties: Record<string, { properties?: Record<string, { default: string }> }> } } };
    const { properties = {} } = contributes.configuration.properties['rapporteur.checks.severity']!;
    expect(Object.fromEntries(Object.entries(properties).map(([code, { default: severity }]) => [code, severity]))).toEqual(DEFAULT_SETTINGS.severities);
  });

  test.each([...RULES.map(rule => rule.code), 'suppression'])('has its page: %s', code => {
    const page = new URL(`../../../docs/checks/${code}.md`, import.meta.url);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`^# ${code}\n`));
  });
});
