import { dayOf, civilOf } from '../dates/days.ts';
import type { Day } from '../dates/types.ts';
import { isoDay } from './calendar.ts';
import { certaintyWords, labelOf, surenessOf } from './certainty.ts';
import { writeCsvRows } from '../csv.ts';
import type { EventDto, TimelineData } from './types.ts';
import { t, toTranslate } from '../l10n.ts';

/** A format that the timeline can be written in. Every one says how sure a date is; none makes it more exact. */
export interface ExportFormat {
  readonly id: string;
  /** For the list to choose from. */
  readonly title: string;
  readonly extension: string;
  write(events: readonly EventDto[], data: TimelineData): string;
}

/** The first and the last day that an event may have had, both included; open and unknown ends are `null`. */
function outerDays({ date }: EventDto): readonly [Day | null, Day | null] {
  return [date.start[0], date.end[1] === null ? null : date.end[1] - 1];
}

function writeCsv(events: readonly EventDto[], data: TimelineData): string {
  const names = new Map(data.actors.map(actor => [actor.id, actor.name]));
  const day = (value: Day | null) => value === null ? '' : isoDay(value) ?? '';
  const rows = events.map(event => [
    event.id, event.title, event.date.edtf, event.date.text, certaintyWords(event.date), day(event.date.start[0]), day(event.date.start[1] === null ? null : event.date.start[1] - 1),
    day(event.date.end[0]), day(event.date.end[1] === null ? null : event.date.end[1] - 1), event.kindText, event.place,
    event.participants.map(participant => `${names.get(participant.actor) ?? participant.actor} (${participant.role})`).join('; '), event.citekeys.join('; '),
  ]);
  const head = ['id', 'title', 'edtf', 'date', 'certainty', 'earliest start', 'latest start', 'earliest end', 'latest end', 'kind', 'place', 'participants', 'sources'];
  return writeCsvRows([head, ...rows]);
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html). Its texts are HTML, ours are not. */
function writeTimelineJs(events: readonly EventDto[], data: TimelineData): string {
  const processes = new Map(data.processes.map(process => [process.id, process.title]));
  const dateOf = (day: Day, event: EventDto, isStart: boolean) => {
    const { year, month, day: dayOfMonth } = civilOf(Math.floor(day));
    const { precision } = isStart ? event.date.from : event.date.to;
    return { year, ...precision === 'day' || precision === 'month' ? { month } : {}, ...precision === 'day' ? { day: dayOfMonth } : {} };
  };
  return `${JSON.stringify({
    events: events.flatMap(event => {
      const [from, to] = outerDays(event);
      const start = from ?? to;
      if (start === null) { return []; }
      const certainty = certaintyWords(event.date);
      return [{
        unique_id: event.id, start_date: dateOf(start, event, from !== null), ...to !== null && event.date.shape !== 'point' ? { end_date: dateOf(to, event, false) } : {},
        display_date: event.date.text, group: event.processes.map(id => processes.get(id) ?? id)[0] ?? '',
        text: { headline: escapeHtml(labelOf(event.title, surenessOf(event.date))), text: escapeHtml([certainty, event.place].filter(part => part !== '').join('. ')) },
      }];
    }),
  }, undefined, 2)}\n`;
}

/** The spreadsheet of TimelineJS as CSV, with our dates beside in columns that it passes over. */
function writeTimelineJsCsv(events: readonly EventDto[], data: TimelineData): string {
  const processes = new Map(data.processes.map(process => [process.id, process.title]));
  const parts = (day: Day | null, precision: string) => {
    if (day === null) { return ['', '', '']; }
    const { year, month, day: dayOfMonth } = civilOf(Math.floor(day));
    return [String(year), precision === 'day' || precision === 'month' ? String(month) : '', precision === 'day' ? String(dayOfMonth) : ''];
  };
  const rows = events.flatMap(event => {
    const [from, to] = outerDays(event);
    const start = from ?? to;
    if (start === null) { return []; }
    const certainty = certaintyWords(event.date);
    return [[
      ...parts(start, (from === null ? event.date.to : event.date.from).precision), '', ...parts(event.date.shape === 'point' ? null : to, event.date.to.precision), '', event.date.text,
      escapeHtml(labelOf(event.title, surenessOf(event.date))), escapeHtml([certainty, event.place].filter(part => part !== '').join('. ')), '', '', '', '', '',
      event.processes.map(id => processes.get(id) ?? id)[0] ?? '', '', event.date.edtf, event.title, event.kind, event.place,
    ]];
  });
  return writeCsvRows([[
    'Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption', 'Media Thumbnail',
    'Type', 'Group', 'Background', 'EDTF', 'Title', 'Kind', 'Place',
  ], ...rows]);
}

/** Markwhen (https://docs.markwhen.com): it knows no uncertain dates, so the label says what the date cannot. Its tags know no hyphens. */
function writeMarkwhen(events: readonly EventDto[], data: TimelineData): string {
  const line = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const entry = (event: EventDto): string[] => {
    const [from, to] = outerDays(event);
    const [first, last] = [from === null ? undefined : isoDay(from), to === null ? undefined : isoDay(to)];
    const start = first ?? last;
    if (start === undefined) { return []; }
    const certainty = certaintyWords(event.date);
    const end = last ?? (event.date.to.kind === 'open' ? 'now' : start);
    // The comment is for who reads the file back, as we do.
    return [`${start === end ? start : `${start}/${end}`}: ${line(labelOf(event.title, surenessOf(event.date)))}${certainty === '' ? '' : ` (${certainty})`} #${event.kind.replaceAll('-', '_')}`, `// edtf: ${event.date.edtf}`, `// title: ${line(event.title)}`];
  };
  const sections = data.processes.flatMap(process => {
    const inside = events.filter(event => event.processes[0] === process.id).flatMap(entry);
    return inside.length === 0 ? [] : ['', `# ${line(process.title)}`, ...inside];
  });
  // A section ends where the next begins: what stands in none comes first.
  return [...events.filter(event => event.processes.length === 0).flatMap(entry), ...sections, ''].join('\n').trimStart();
}

const encoder = new TextEncoder();

/** A content line folded to 75 octets (RFC 5545, section 3.1), never within a character. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, size] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 74) { parts.push(part); [part, size] = ['', 0]; }
    part += character;
    size += bytes;
  }
  return [...parts, part].join('\r\n ');
}

/** A TEXT value (RFC 5545, section 3.3.11). */
const icsText = (text: string) => text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '');

/**
 * iCalendar (RFC 5545): all-day events over all days that are possible, with the EDTF beside. The stamp is that of the
 * event's own day, so that the same timeline is the same file.
 */
function writeIcs(events: readonly EventDto[]): string {
  const compact = (day: Day) => isoDay(day)?.replaceAll('-', '');
  const lines = events.flatMap(event => {
    const [from, to] = outerDays(event);
    const start = compact(from ?? to ?? dayOf(0));
    const end = compact((to ?? from ?? dayOf(0)) + 1);
    if (start === undefined || end === undefined) { return []; }
    const certainty = certaintyWords(event.date);
    return [
      'BEGIN:VEVENT', `UID:${icsText(event.id)}@${icsText(event.corpus)}.rapporteur`, `DTSTAMP:${start}T000000Z`, `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`,
      `SUMMARY:${icsText(labelOf(event.title, surenessOf(event.date)))}`, `DESCRIPTION:${icsText([event.date.text, certainty].filter(part => part !== '').join(', '))}`,
      ...event.place === '' ? [] : [`LOCATION:${icsText(event.place)}`], `CATEGORIES:${icsText(event.kindText)}`, 'TRANSP:TRANSPARENT', `X-EDTF:${icsText(event.date.edtf)}`, 'END:VEVENT',
    ];
  });
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//Timeline//EN', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR', ''].map(foldLine).join('\r\n');
}

/** A chronology as a Markdown table with pandoc citations, for an annex. */
function writeChronology(events: readonly EventDto[]): string {
  const cell = (text: string) => text.replace(/\s+/gu, ' ').replace(/([\\|`*_[\]<>])/g, '\\$1');
  const cite = ({ citation }: EventDto) => citation === null ? '' : ` [@${/^[\w:.#$%&\-+?~/]+$/u.test(citation.citekey) ? citation.citekey : `{${citation.citekey}}`}${citation.suffixText === '' ? '' : `, ${citation.suffixText.replace(/\|/g, '\\|')}`}]`;
  const rows = events.map(event => {
    const certainty = certaintyWords(event.date);
    return `| ${cell(event.date.text)}${certainty === '' ? '' : ` (${certainty})`} | ${cell(event.title)}${event.place === '' ? '' : `, ${cell(event.place)}`}${cite(event)} |`;
  });
  return [`| ${t('Date')} | ${t('Event')} |`, '| --- | --- |', ...rows, ''].join('\n');
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: 'chronology', title: toTranslate('Chronology (Markdown table with citations)'), extension: 'md', write: writeChronology },
  { id: 'csv', title: 'CSV', extension: 'csv', write: writeCsv },
  { id: 'timelinejs', title: 'TimelineJS (JSON)', extension: 'json', write: writeTimelineJs },
  { id: 'timelinejs-csv', title: 'TimelineJS (CSV)', extension: 'csv', write: writeTimelineJsCsv },
  { id: 'markwhen', title: 'Markwhen', extension: 'mw', write: writeMarkwhen },
  { id: 'ics', title: 'iCalendar', extension: 'ics', write: writeIcs },
];
