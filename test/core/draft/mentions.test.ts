import { describe, expect, test } from 'vitest';
import { mentionAt, mentionsOf } from '../../../src/core/draft/index.ts';
import { named, read } from './world.ts';

type Row = readonly [rule: string, text: string, ...names: string[]];

describe('a last name', () => {
  test.each<Row>([
    ['that is an alias', 'Then Ahmed spoke.', 'Ahmed=ahmed'],
    ['that is none, after the full name', 'Nguyen Co Thach came. Thach left.', 'Nguyen Co Thach=thach', 'Thach=thach'],
    ['that is none, without the full name', 'Then Thach left.'],
    ['of the person named last', 'Claude Martin wrote. Marie Alexandrine Martin wrote too. Martin says so.', 'Claude Martin=claude-martin', 'Marie Alexandrine Martin=marie-martin', 'Martin=marie-martin'],
    ['of the other, named in an earlier paragraph', 'Marie Alexandrine Martin wrote.\n\nMartin says so.', 'Marie Alexandrine Martin=marie-martin', 'Martin=marie-martin'],
    ['of the only one with the alias, when nobody was named', 'Martin says so.', 'Martin=claude-martin'],
    ['of another person', 'Salim Ahmed spoke, then Jane Martin.'],
    ['that the record gives to a husband, after his wife', 'Norodom Monineath Sihanouk came. Sihanouk followed.', 'Norodom Monineath Sihanouk=monineath', 'Sihanouk=sihanouk'],
    ['after a word that opens a list', 'Neither Solomon nor Alatas spoke.', 'Solomon=solomon', 'Alatas=alatas'],
    ['after a place that ends a sentence', 'He went back to New York. Solomon stayed.', 'Solomon=solomon'],
    ['after a short form of a first name', 'Wm. Martin and Geo. Ahmed wrote.'],
    ['before another name', 'Martin Ennals and the Solomon Islands.'],
    ['after a title', 'Ambassador Ahmed met Prince Sihanouk and Dr. Martin.', 'Ahmed=ahmed', 'Prince Sihanouk=sihanouk', 'Martin=claude-martin'],
    ['after a word that opens the sentence', 'When Ahmed spoke, Martin left. Privately Alatas agreed.', 'Ahmed=ahmed', 'Martin=claude-martin', 'Alatas=alatas'],
    ['after a month', 'In March Martin left.', 'Martin=claude-martin'],
    ['after another name', 'Indonesia’s Alatas told Viet Nam Ahmed was right.', 'Indonesia=indonesia', 'Alatas=alatas', 'Viet Nam=viet-nam', 'Ahmed=ahmed'],
    ['with its initial', 'R. Ahmed spoke.', 'Ahmed=ahmed'],
    ['with the initial of another', 'S. Ahmed spoke.'],
    ['of a report', 'the Solomon Report', 'Solomon=solomon'],
    ['with a possessive', 'Ahmed’s plan', 'Ahmed=ahmed'],
    ['in the plural', 'the Ahmeds'],
    ['joined to another', 'the Ahmed-Alatas talks', 'Ahmed=ahmed', 'Alatas=alatas'],
  ])('%s: %s', (_, text, ...names) => expect(named(text)).toEqual(names));
});

describe('a name of several', () => {
  test.each<Row>([
    ['stays open', 'Then Bush spoke.', 'Bush=bush-aide|bush-senior'],
    ['is settled by the office before it', 'Then President Bush spoke.', 'Bush=bush-senior'],
    ['is settled by whom was named last', 'Vannevar Bush came. Bush left.', 'Vannevar Bush=bush-aide', 'Bush=bush-aide'],
    ['is settled by what is named around it', 'The United States sent Bush.', 'United States=usa', 'Bush=bush-senior'],
    ['stays open where what is around decides nothing', 'The United States and the UN sent Bush.', 'United States=usa', 'UN=un', 'Bush=bush-aide|bush-senior'],
    ['is settled by its date', 'The Paris conference of October 1991 met.', 'Paris conference=paris-1991'],
    ['is settled by its other date', 'In July 1989 the Paris conference met.', 'Paris conference=paris-1989'],
    ['prefers the date to who was named last', 'The Second Paris conference met. In July 1989 the Paris conference had failed.', 'Second Paris conference=paris-1991', 'Paris conference=paris-1989'],
    ['is settled by participants', 'Indonesia came to the Paris conference.', 'Indonesia=indonesia', 'Paris conference=paris-1991'],
  ])('%s: %s', (_, text, ...names) => expect(named(text)).toEqual(names));

  test('says so by its kind', () => {
    expect(read('Then President Bush spoke. Ahmed left.').mentions.map(mention => mention.kind)).toEqual(['short', 'alias']);
  });
});

describe('a capital', () => {
  test.each([
    'Hanoi agreed.', 'Hanoi’s position hardened.', 'The Hanoi government agreed.', 'It was according to Hanoi a mistake.', 'He sent a message to Hanoi.', 'Aid from Hanoi ended.',
    'Between Moscow and Hanoi there were ties.', 'Pressure on Hanoi grew.', 'The talks with Hanoi failed.', 'A Hanoi-backed regime', 'He met Hanoi’s foreign minister.',
    'The plan was acceptable to Hanoi.', 'Hanoi rejected talks.', 'It demanded a promise of Hanoi.', 'Support for Hanoi was strong.', 'He had confidence in Hanoi.', 'It was in Hanoi’s interest.', 'In Hanoi’s eyes it was late.',
  ])('that acts: %s', text => expect(named(text)).toEqual(['Hanoi=viet-nam']));

  test.each([
    'They met in Hanoi.', 'He visited Hanoi.', 'He went to Hanoi in June.', 'He flew from Hanoi.', 'The fall of Hanoi came.', 'He left Hanoi.', 'Hanoi airport was closed.', 'Hanoi’s streets were empty.',
    'A Hanoi-based paper', 'They met in Jakarta and Hanoi.', 'They met in Jakarta, Tokyo and Hanoi.', 'The Hanoi conference failed.', 'He arrived in\nHanoi.', 'A visit to Hanoi', 'The city of Hanoi', 'near **Hanoi**', 'Refugees fled Hanoi.', 'A hotel in central Hanoi', 'The Hanoi visit was short.',
  ])('that is a place: %s', text => expect(named(text)).toEqual([]));
});

describe('names', () => {
  test.each<Row>([
    ['of a longer name', 'The South China Sea, North Vietnam, the China Daily.'],
    ['with the compass as the first word of a sentence', 'East China is far.', 'China=china'],
    ['of a state that was another', 'South Vietnam fell. The Republic of Vietnam, the Republic of China and West *Vietnam* are no more.'],
    ['of a state with its full style', 'The People’s Republic of China spoke.', 'China=china'],
    ['of a currency', 'It cost US$ 5 million.'],
    ['that are words in a shouted heading', '# WHO KILLED THE PEACE AND WHAT IT TAUGHT US'],
    ['in a shouted heading', '# THE US AND THE KHMER ROUGE', 'US=usa', 'KHMER ROUGE=khmer-rouge'],
    ['not in citations', 'So says [see US Congress @khan2022, citing China; @martin2018].'],
    ['not in code, math, links and tags', '`China` $China$ [x](China "y") <b title="China"> https://China.org <China@x.org>'],
    ['in the text of a link', '[China](x.md)', 'China=china'],
    ['not in blocks of code', '```\nChina\n```\n\n    China'],
    ['not in front matter', '---\ntitle: China\n---\n'],
    ['in tables, notes, lists, quotations and headings', '# China\n\n| China |\n| - |\n| China |\n\n[^1]: China\n\n- China\n\n> China', ...Array<string>(6).fill('China=china')],
    ['over a soft line break', 'the Khmer\nRouge', 'Khmer\nRouge=khmer-rouge'],
    ['over lines of a quotation', '> the Khmer\n> Rouge', 'Khmer\n> Rouge=khmer-rouge'],
    ['with CRLF, tabs, emoji, accents and NUL', '🎉\tChina\r\nCh\u0301ina e\u0301 \0 UN', 'China=china', 'Ch\u0301ina=china', 'UN=un'],
  ])('%s: %s', (_, text, ...names) => expect(named(text)).toEqual(names));

  test('are found by offset and by key', () => {
    const reading = read('China and Ahmed and China.');
    expect(mentionAt(reading, 11)?.keys).toEqual(['ahmed']);
    expect(mentionsOf(reading, 'china').map(mention => mention.start)).toEqual([0, 20]);
  });
});
