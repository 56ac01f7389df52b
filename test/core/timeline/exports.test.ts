import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../src/core/timeline/exports.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { dataOf, event } from './support.ts';

const data = dataOf([
  event('Contacts', '1985~'), event('Paris, first "session"', '1989-07-30/1989-08-30', { place: 'Paris', processes: ['peace'], citation: { citekey: 'khan2022', suffixText: 'sec. 3.2' }, citekeys: ['khan2022'], participants: [{ actor: 'fr', role: 'host' }] }),
  event('=HYPERLINK("x")', '1991-10-23', { processes: ['peace'] }), event('Ceasefire | <b>', '1991-05-01/..', { title: 'Ceasefire | <b>\nsecond; line, with \\' }), event('Ancient', '-0500'),
], { processes: [{ id: 'peace', title: 'Peace\nprocess' }], actors: [{ id: 'fr', name: 'France', type: 'state', typeText: 'States' }] });
const write = (id: string) => EXPORT_FORMATS.find(format => format.id === id)!.write(data.events, data);

/** Fields of CSV after RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows[rows.length - 1]!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') { rows.push([]); }
    if (end === '') { break; }
  }
  return rows.filter(row => row.length > 1);
}

describe('CSV', () => {
  const rows = readCsv(write('csv'));

  test('read back it has the title, the EDTF and the four days of each event', () => {
    expect(rows[2]!.slice(1, 9)).toEqual(['Paris, first "session"', '1989-07-30/1989-08-30', '1989-07-30/1989-08-30', '', '1989-07-30', '1989-07-30', '1989-08-30', '1989-08-30']);
    expect(rows[1]!.slice(4, 9)).toEqual(['known to the year, approximate', '1985-01-01', '1985-12-31', '1985-01-01', '1985-12-31']);
    expect(rows.every(row => row.length === rows[0]!.length)).toBe(true);
  });

  test('the EDTF reads back as the date it was', () => {
    for (const [index, row] of rows.slice(1).entries()) { expect(parseEdtf(row[2]!)?.edtf).toBe(data.events[index]!.date.edtf); }
  });

  test('what a spreadsheet would run is text', () => { expect(rows[3]![1]).toBe('\'=HYPERLINK("x")'); });
});

describe('TimelineJS', () => {
  const { events } = JSON.parse(write('timelinejs')) as { events: { start_date: object; end_date?: object; display_date: string; group: string; text: { headline: string; text: string } }[] };

  test('a year is a year, not a first of January', () => {
    expect(events[0]).toMatchObject({ start_date: { year: 1985 }, display_date: '1985~', text: { headline: 'c. Contacts', text: 'known to the year, approximate' } });
    expect(events[0]!.start_date).not.toHaveProperty('month');
  });

  test('a span has both of its days, an open one no end', () => {
    expect(events[1]).toMatchObject({ start_date: { year: 1989, month: 7, day: 30 }, end_date: { year: 1989, month: 8, day: 30 } });
    expect(events[3]).not.toHaveProperty('end_date');
  });

  test('its HTML has no markup of ours', () => { expect(events[3]!.text.headline).toContain('&lt;b&gt;'); });
});

test('Markwhen: one line for each event, sections by process, nothing broken over lines', () => {
  const lines = write('markwhen').split('\n');
  expect(lines[0]).toBe('1985-01-01/1985-12-31: c. Contacts (known to the year, approximate) #meeting');
  expect(lines[lines.indexOf('# Peace process') + 1]).toBe('1989-07-30/1989-08-30: Paris, first "session" #meeting');
  expect(lines).toContain('1991-05-01/now: Ceasefire | <b> second; line, with \\ (open end) #meeting');
});

describe('iCalendar', () => {
  const text = write('ics');
  /** Content lines unfolded, then taken apart (RFC 5545, sections 3.1 and 3.3.11). */
  const lines = text.replace(/\r\n /g, '').split('\r\n').filter(line => line !== '').map(line => {
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/u.exec(line)!;
    return { name: name!, parameters: parameters!, value: value!.replace(/\\([\\;,nN])/g, (_, letter: string) => letter.toLowerCase() === 'n' ? '\n' : letter) };
  });

  test('no line is longer than 75 octets, and every line ends with CR LF', () => {
    for (const line of text.split('\r\n')) { expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75); }
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('components are nested and each event has what RFC 5545 requires', () => {
    const stack: string[] = [];
    let seen = new Set<string>();
    for (const { name, value } of lines) {
      if (name === 'BEGIN') { stack.push(value); seen = new Set(); continue; }
      if (name === 'END') {
        expect(stack.pop()).toBe(value);
        if (value === 'VEVENT') { for (const required of ['UID', 'DTSTAMP', 'DTSTART']) { expect(seen).toContain(required); } }
        continue;
      }
      expect(seen.has(name)).toBe(false);
      seen.add(name);
    }
    expect(stack).toEqual([]);
  });

  test('the end is the day after the last one, and the text reads back', () => {
    expect(lines.filter(line => line.name === 'DTSTART').map(line => line.value)).toContain('19890730');
    expect(lines.filter(line => line.name === 'DTEND').map(line => line.value)).toContain('19890831');
    expect(lines.filter(line => line.name === 'SUMMARY').map(line => line.value)).toContain('Ceasefire | <b>\nsecond; line, with \\');
    expect(lines.filter(line => line.name === 'X-EDTF').map(line => line.value)).toContain('1985~');
  });

  test('another program\'s parser reads every event with its days, its words and its EDTF', () => {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.name).toBe('vcalendar');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const read = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component));
    expect(read.map(one => one.summary)).toEqual(['c. Contacts', 'Paris, first "session"', '=HYPERLINK("x")', 'Ceasefire | <b>\nsecond; line, with \\']);
    expect(read.map(one => [one.startDate.toString(), one.endDate.toString(), one.startDate.isDate])).toEqual([
      ['1985-01-01', '1986-01-01', true], ['1989-07-30', '1989-08-31', true], ['1991-10-23', '1991-10-24', true], ['1991-05-01', '1991-05-02', true],
    ]);
    expect(read.map(one => one.component.getFirstPropertyValue('x-edtf'))).toEqual(['1985~', '1989-07-30/1989-08-30', '1991-10-23', '1991-05-01/..']);
    expect(new Set(read.map(one => one.uid)).size).toBe(4);
    expect(read[1]!.location).toBe('Paris');
  });

  test('a year that four digits cannot say is left out', () => { expect(lines.filter(line => line.name === 'BEGIN' && line.value === 'VEVENT')).toHaveLength(4); });
});

test('the chronology cites in pandoc\'s way, and no title breaks its table', () => {
  const rows = write('chronology').trim().split('\n');
  expect(rows).toHaveLength(2 + data.events.length);
  expect(rows[3]).toBe('| 1989-07-30/1989-08-30 | Paris, first "session", Paris [@khan2022, sec. 3.2] |');
  expect(rows[2]).toContain('(known to the year, approximate)');
  for (const row of rows) { expect(row.replace(/\\./gu, '').split('|')).toHaveLength(4); }
});

test('every format is deterministic and writes something for no events', () => {
  for (const format of EXPORT_FORMATS) {
    expect(format.write(data.events, data)).toBe(format.write(data.events, data));
    expect(() => format.write([], dataOf([]))).not.toThrow();
  }
});
