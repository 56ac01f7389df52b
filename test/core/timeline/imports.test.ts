import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { readEntry } from '../../../src/core/corpus/entry.ts';
import { readCsvRows, writeCsvRows } from '../../../src/core/csv.ts';
import { EXPORT_FORMATS } from '../../../src/core/timeline/exports.ts';
import { knownEvents, newEntries } from '../../../src/core/timeline/importEntries.ts';
import { readMarkwhen } from '../../../src/core/timeline/importMarkwhen.ts';
import { withoutHtml, type ImportedEvent } from '../../../src/core/timeline/imports.ts';
import { readTimelineCsv } from '../../../src/core/timeline/importTimelineCsv.ts';
import { dataOf, event } from './support.ts';

describe('CSV', () => {
  test('fields with commas, quotes and line breaks; any line end; empty lines are none', () => {
    expect(readCsvRows('a,"b, ""c""",\r\n\r\n"x\ny",z\nlast').map(row => row.fields)).toEqual([['a', 'b, "c"', ''], ['x\ny', 'z'], ['last']]);
    expect(readCsvRows('\uFEFFa\n\n"x\ny"\nz').map(row => row.line)).toEqual([1, 3, 5]);
  });

  test('a quote that nobody closes takes the rest, and no more', () => {
    expect(readCsvRows('a,"b\nc,d').map(row => row.fields)).toEqual([['a', 'b\nc,d']]);
    expect(readCsvRows('').length + readCsvRows('\n\n').length).toBe(0);
  });

  test('what is written is read', () => {
    const field = fc.string({ maxLength: 12 }).filter(text => !/^[=+\-@\t\r]/u.test(text));
    fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), rows => {
      expect(readCsvRows(writeCsvRows(rows)).map(row => row.fields)).toEqual(rows);
    }));
  });
});

const short = ({ events }: { readonly events: readonly ImportedEvent[] }) => events.map(({ edtf, title }) => `${edtf} ${title}`);

describe('Markwhen', () => {
  test.each([
    ['1989: Paris', '1989 Paris'], ['1989-07: Paris', '1989-07 Paris'], ['1989-07-30: Paris', '1989-07-30 Paris'],
    ['1989-07-30 - 1989-08-30: Paris', '1989-07-30/1989-08-30 Paris'], ['1989-07/1989-08: Paris', '1989-07/1989-08 Paris'],
    ['7/30/1989 - 8/30/1989: Paris', '1989-07-30/1989-08-30 Paris'], ['7/1989: Paris', '1989-07 Paris'],
    ['July 1989: Paris', '1989-07 Paris'], ['30 July 1989: Paris', '1989-07-30 Paris'], ['July 30, 1989: Paris', '1989-07-30 Paris'], ['Jul 1989 - Aug 1989: Paris', '1989-07/1989-08 Paris'],
    ['1989-07-30 10:15: Paris: the opening', '1989-07-30 Paris: the opening'], ['1989-07-30T10:15:00Z: Paris', '1989-07-30 Paris'],
    ['1991-05-01 - now: Ceasefire', '1991-05-01/.. Ceasefire'], ['1985~: Contacts', '1985~ Contacts'], ['-0500: Athens', '-0500 Athens'],
    ['1989: [Paris](https://example.org) #conference', '1989 Paris'], ['1989: [x] Paris', '1989 Paris'],
  ])('%j', (line, expected) => { expect(short(readMarkwhen(line))).toEqual([expected]); });

  test('what stands below an event is its text; sections, comments, colours and the head are not', () => {
    const { events, problems } = readMarkwhen(['title: The road', '#conference: blue', '', 'section All', '1989: Paris #conference', 'It met', 'for a month.', '// a remark', '#meeting: red', 'endSection', '# Later', '1990: Jakarta'].join('\n'));
    expect(problems).toEqual([]);
    expect(events.map(({ title, text, kind, line }) => ({ title, text, kind, line }))).toEqual([
      { title: 'Paris', text: 'It met for a month.', kind: 'conference', line: 5 }, { title: 'Jakarta', text: '', kind: 'other', line: 12 },
    ]);
  });

  test('days come first where the head says so', () => {
    expect(short(readMarkwhen('dateFormat: d/M/y\n\n30/7/1989: Paris'))).toEqual(['1989-07-30 Paris']);
  });

  test('a date that depends on others or on today, or is none, is told with its line and takes nobody along', () => {
    const { events, problems } = readMarkwhen('1989: Paris\nafter !Paris 3 days: Talks\n1989-13-40: Nothing\n1990 - 1985: Back\nnow - 10 days: Soon\n1991: Jakarta\n: nothing');
    expect(short({ events })).toEqual(['1989 Paris', '1991 Jakarta']);
    expect(problems.map(problem => problem.line)).toEqual([2, 3, 4, 5]);
  });

  test('any text is read', () => {
    fc.assert(fc.property(fc.string(), text => { expect(() => readMarkwhen(text)).not.toThrow(); }));
    expect(readMarkwhen('1989: x\n'.repeat(20_000)).events).toHaveLength(20_000);
    expect(readMarkwhen('1:'.repeat(100_000)).events).toEqual([]);
  });
});

describe('TimelineJS spreadsheet', () => {
  const HEAD = 'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background';

  test('dates are as exact as the columns that are filled', () => {
    expect(short(readTimelineCsv(`${HEAD}\n1989,,,,,,,,,A\n1989,7,,,,,,,,B\n1989,7,30,,1989,8,30,,,C\n-44,3,15,,,,,,,D\n1989,,5,,,,,,,E`)))
      .toEqual(['1989 A', '1989-07 B', '1989-07-30/1989-08-30 C', '-0044-03-15 D', '1989 E']);
  });

  test('the older template, and its dates', () => {
    expect(short(readTimelineCsv('Start Date,End Date,Headline,Text\n7/30/1989,8/30/1989,A,\n7/1989,,B,\n1989,,C,\n"July 30, 1989",,D,'))).toEqual(['1989-07-30/1989-08-30 A', '1989-07 B', '1989 C', '1989-07-30 D']);
  });

  test('markup goes, the display date stays where it says more, the title row is none, kinds are read', () => {
    const { events } = readTimelineCsv(`${HEAD}\n,,,,,,,,,The whole,,,,,,title,,\n1985,,,,,,,,late 1985,<b>Talks</b> &amp; more,<p>They <i>met</i>.</p><p>Twice.</p>,,,,,,meeting,`);
    expect(events).toEqual([{ title: 'Talks & more', edtf: '1985', wording: 'late 1985', kind: 'meeting', text: 'They met. Twice.', place: undefined, line: 3 }]);
  });

  test('rows without a date or a headline are told, a file without the columns as well', () => {
    expect(readTimelineCsv(`${HEAD}\n,,,,,,,,,A\n1989,,,,,,,,,\n1989,x,,,,,,,,B\n1990,,,,1980,,,,,C`).problems.map(problem => problem.line)).toEqual([2, 3, 4, 5]);
    expect(readTimelineCsv('a,b\n1,2').problems).toHaveLength(1);
    expect(readTimelineCsv('').problems).toHaveLength(1);
  });

  test('any text is read', () => {
    fc.assert(fc.property(fc.string(), text => { expect(() => readTimelineCsv(`${HEAD}\n${text}`)).not.toThrow(); }));
  });
});

test('tags and entities become words', () => {
  expect(withoutHtml('<p>a&nbsp;&lt;b&gt;</p>c &#233;&#x41;&bogus; <script>x()</script>')).toBe('a <b> c éA&bogus; x()');
  expect(withoutHtml('5 < 6 and 7 > 6')).toBe('5 < 6 and 7 > 6');
});

describe.each(['markwhen', 'timelinejs-csv'] as const)('what %s writes, it reads', format => {
  test('title, date to the letter, kind', () => {
    const events = ['1989-07-30', '1989-07', '1985~', '1988?', '198X', '1989-21', '1989-07-30/1989-08-30', '1991-05-01/..', '/1979-01-07', '[1988,1990]', '1985/1988~'].map((edtf, index) => event(`Event ${index}: "quoted", second`, edtf, { kind: 'conference' }));
    const text = EXPORT_FORMATS.find(one => one.id === format)!.write(events, dataOf(events));
    const read = format === 'markwhen' ? readMarkwhen(text) : readTimelineCsv(text);
    expect(read.problems).toEqual([]);
    expect(read.events.map(({ title, edtf, kind }) => ({ title, edtf, kind }))).toEqual(events.map(one => ({ title: one.title, edtf: parseEdtf(one.date.edtf)!.edtf, kind: 'conference' })));
  });
});

describe('entries', () => {
  const imported = (title: string, edtf = '1989-07-30', more: Partial<ImportedEvent> = {}): ImportedEvent => ({ title, edtf, wording: undefined, kind: 'conference', text: '', place: undefined, line: 1, ...more });
  const nobody = new Set<string>();

  test('each reads back as the event that it was, with its source on every claim', () => {
    const { entries, left } = newEntries([imported('Paris: "first" *session* [x]', '1989-07-30/1989-08-30', { text: 'It met — [not a link], *not* markup.', place: 'Paris', wording: 'summer 1989' })], new Set(), nobody, { citekey: 'khan2022', locator: undefined, suffixText: '', prefix: '' });
    expect(left).toEqual([]);
    const { entry, problems } = readEntry({ path: entries[0]!.path, uri: '', text: entries[0]!.text });
    expect(problems.filter(problem => problem.severity === 'error')).toEqual([]);
    expect(entry).toMatchObject({ class: 'event', name: 'Paris: "first" *session* [x]', kind: 'conference', place: 'Paris', wording: 'summer 1989', date: { edtf: '1989-07-30/1989-08-30' } });
    expect(entry!.statements.map(statement => [statement.text, statement.citations[0]!.citekey])).toEqual([['It met — [not a link], *not* markup.', 'khan2022']]);
  });

  test('no id that is taken is taken again', () => {
    const { entries } = newEntries([imported('Đà Nẵng talks'), imported('Da Nang talks', '1990'), imported('Da Nang Talks', '1991'), imported('柬埔寨'), imported('柬埔寨', '1990')], new Set(['da-nang-talks', 'event-1989']), nobody, undefined);
    expect(entries.map(entry => entry.id)).toEqual(['da-nang-talks-1989', 'da-nang-talks-1990', 'da-nang-talks-1991', 'event', 'event-1990']);
  });

  test('what is there by name and date, or twice in the file, is left out', () => {
    const { entry: known } = readEntry({ path: 'events/known.md', uri: '', text: '---\ntype: event\nkind: conference\nname: known\ndate: 1989-07-30\n---\n' });
    const { entries, left } = newEntries([imported('Known'), imported('New'), imported('NEW')], new Set(), knownEvents({ events: known?.class === 'event' ? [known] : [] }), undefined);
    expect(entries.map(entry => entry.event.title)).toEqual(['New']);
    expect(left.map(one => one.event.title)).toEqual(['Known', 'NEW']);
  });

  test('whatever a file holds, entries read back or are left out', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 80 }), (title, text) => {
      const { entries, left } = newEntries([imported(title.trim() || 'x', '1989', { text: text.trim() })], new Set(), nobody, undefined);
      expect(entries.length + left.length).toBe(1);
      for (const entry of entries) { expect(readEntry({ path: entry.path, uri: '', text: entry.text }).entry).toMatchObject({ class: 'event', date: { edtf: '1989' } }); }
    }));
  });
});
