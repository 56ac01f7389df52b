import { afterAll, expect, test, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../../src/core/timeline/exports.ts';
import { outputText } from '../../../src/engine/pandoc/types.ts';
import { WasmPandoc } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { dataOf, event } from '../../core/timeline/support.ts';
import { wasmFile, workerFile } from '../pandoc/support.ts';

vi.setConfig({ testTimeout: 180_000 });
const pandoc = new WasmPandoc({ workerFile, wasmFile });
afterAll(() => pandoc.dispose());

/** The columns of the spreadsheet that TimelineJS hands out, A to R; it takes Year, Month and Day by their places, the others by their names. */
const COLUMNS = [
  'Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time', 'Display Date', 'Headline', 'Text',
  'Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Type', 'Group', 'Background',
];

const data = dataOf([
  event('Contacts', '1985~', { title: 'Contacts, "shuttles"\nand talks' }), event('Paris Conference', '1989-07-30/1989-08-30', { place: 'Paris', processes: ['peace'] }),
  event('Ceasefire', '1991-05-01/..', { title: 'Ceasefire <b>' }), event('Sum', '1991-06', { title: '=SUM(A1)' }), event('Funan', '-0500'),
], { processes: [{ id: 'peace', title: 'Peace, 1989' }] });

type Inline = { readonly t: string; readonly c?: string };
type Cell = readonly [unknown, unknown, unknown, unknown, readonly { readonly c: readonly Inline[] }[]];
type Row = readonly [unknown, readonly Cell[]];
interface Table { readonly blocks: readonly [{ readonly t: string; readonly c: readonly [unknown, unknown, unknown, readonly [unknown, readonly Row[]], readonly (readonly [unknown, unknown, unknown, readonly Row[]])[]] }] }

/** The table that pandoc reads out of CSV: its cells as they were written. */
async function tableOf(csv: string): Promise<readonly (readonly string[])[]> {
  const { blocks: [table] } = JSON.parse(outputText(await pandoc.convert({ options: { from: 'csv', to: 'json' }, input: csv }))) as Table;
  expect(table.t).toBe('Table');
  const words = (cell: Cell) => cell[4].flatMap(block => block.c).map(({ t, c }) => t === 'Str' ? c : ' ').join('');
  return [...table.c[3][1], ...table.c[4].flatMap(body => body[3])].map(([, cells]) => cells.map(words));
}

test('the spreadsheet for TimelineJS, read by pandoc, has its columns in their places and an event in each row', async () => {
  const [head, ...rows] = await tableOf(EXPORT_FORMATS.find(({ id }) => id === 'timelinejs-csv')!.write(data.events, data));
  expect(head!.slice(0, COLUMNS.length)).toEqual(COLUMNS);
  const events = rows.map(row => Object.fromEntries(row.flatMap((cell, at) => cell === '' ? [] : [[head![at]!, cell]])));
  expect(events.map(({ EDTF, Title, Kind, ...rest }) => [EDTF, Title, Kind, rest])).toEqual([
    ['1985~', 'Contacts, "shuttles" and talks', 'meeting', { Year: '1985', 'Display Date': '1985~', Headline: 'c. Contacts, &quot;shuttles&quot; and talks', Text: 'known to the year, approximate' }],
    ['1989-07-30/1989-08-30', 'Paris Conference', 'meeting', {
      Year: '1989', Month: '7', Day: '30', 'End Year': '1989', 'End Month': '8', 'End Day': '30', 'Display Date': '1989-07-30/1989-08-30', Headline: 'Paris Conference', Text: 'Paris', Group: 'Peace, 1989', Place: 'Paris',
    }],
    ['1991-05-01/..', 'Ceasefire <b>', 'meeting', { Year: '1991', Month: '5', Day: '1', 'Display Date': '1991-05-01/..', Headline: 'Ceasefire &lt;b&gt;', Text: 'open end' }],
    ['1991-06', '\'=SUM(A1)', 'meeting', { Year: '1991', Month: '6', 'Display Date': '1991-06', Headline: '\'=SUM(A1)', Text: 'known to the month' }],
    ['-0500', 'Funan', 'meeting', { Year: '-500', 'Display Date': '-0500', Headline: 'Funan', Text: 'known to the year' }],
  ]);
});
