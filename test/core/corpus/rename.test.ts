import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { renameInEntry } from '../../../src/core/corpus/rename.ts';
import { applyEdits } from '../checks/world.ts';
import { entryOf } from './helpers.ts';

const renamed = (front: string, newName: string, keep?: string): string => {
  const text = `---\n${front}---\nA summary.\n`;
  return applyEdits(text, renameInEntry(text, newName, keep)!).slice(4, -'---\nA summary.\n'.length);
};

describe('an entry gets another name', () => {
  test.each([
    ['that stands alone', 'type: state\nname: Vietnam\n', 'type: state\nname: Viet Nam\n'],
    ['in quotation marks', 'name: "Vietnam"  # as UN\ntype: state\n', 'name: Viet Nam  # as UN\ntype: state\n'],
    ['where it had none', 'type: state\n', 'name: Viet Nam\ntype: state\n'],
    ['where it was left empty', 'type: state\nname:\n', 'type: state\nname: Viet Nam\n'],
  ])('%s', (_, front, wanted) => expect(renamed(front, 'Viet Nam')).toBe(wanted));

  test.each([
    ['with no other name', 'name: Vietnam\n', 'name: Viet Nam\naliases: [Vietnam]\n'],
    ['with names in brackets', 'name: Vietnam\naliases: [SRV, "DRV"]\n', 'name: Viet Nam\naliases: [SRV, "DRV", Vietnam]\n'],
    ['with empty brackets', 'aliases: []\nname: Vietnam\n', 'aliases: [Vietnam]\nname: Viet Nam\n'],
    ['with names on lines', 'name: Vietnam\naliases:\n  - SRV\n  - name: DRV\n    end: 1976\ntype: state\n', 'name: Viet Nam\naliases:\n  - SRV\n  - name: DRV\n    end: 1976\n  - Vietnam\ntype: state\n'],
    ['with names on lines that are not indented', 'name: Vietnam\naliases:\n- SRV\n', 'name: Viet Nam\naliases:\n- SRV\n- Vietnam\n'],
    ['with a place for names', 'aliases:\nname: Vietnam\n', 'aliases: [Vietnam]\nname: Viet Nam\n'],
  ])('and keeps the old one %s', (_, front, wanted) => expect(renamed(front, 'Viet Nam', 'Vietnam')).toBe(wanted));

  test('with the line ends of its file', () => {
    const text = '---\r\nname: A\r\n---\r\n';
    expect(applyEdits(text, renameInEntry(text, 'B', 'A')!)).toBe('---\r\nname: B\r\naliases: [A]\r\n---\r\n');
  });

  test('unless its front matter cannot be read', () => {
    expect(renameInEntry('No front matter.', 'A', undefined)).toBeUndefined();
    expect(renameInEntry('---\n- a list\n---\n', 'A', undefined)).toBeUndefined();
  });

  test('that is read back, whatever it is', () => {
    const name = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom('null', '~', '1988', 'yes', 'a: b', '#1', 'a, b]', '- a', '"', "it's", '*a', '&a', '!a', '%a', '@a', '{a}', '|', '>')).map(text => text.replace(/[\p{C}\s\uFEFF]+/gu, ' ').trim()).filter(text => text !== '');
    const front = fc.constantFrom('name: Old\n', 'name: "Old"\naliases: [X]\n', 'aliases:\n  - X\nname: Old\n');
    fc.assert(fc.property(name, name, front, (newName, keep, matter) => {
      const entry = entryOf(`---\ntype: person\n${renamed(matter, newName, keep)}---\n`).entry!;
      expect(entry.name).toBe(newName);
      expect(entry.names.map(({ text }) => text)).toContain(keep);
    }));
  });
});
