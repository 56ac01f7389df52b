import { parentPort, workerData } from 'node:worker_threads';
import { isActorTable, readActors } from '../../core/proposals/actorTable.ts';
import { guessMapping } from '../../core/proposals/mapping.ts';
import { isTimelineTable, readRows, readTable, rowsWith, timelineProposals } from '../../core/proposals/table.ts';
import { readTimelineCsv } from '../../core/timeline/importTimelineCsv.ts';
import { decodeText } from './decode.ts';
import type { TableAnswer, TableOrder } from './tableReader.ts';

const SAMPLE = 30;

function answer({ bytes, read }: TableOrder): TableAnswer {
  const { text } = decodeText(bytes);
  const table = readTable(text);
  if (isTimelineTable(table)) {
    const imported = readTimelineCsv(text);
    if (read === undefined) return { kind: 'look', columns: table.columns, rows: table.rows.length, sample: table.rows.slice(0, SAMPLE).map(row => row.fields), guess: { dataset: 'TimelineJS', mapping: undefined, order: 'none' } };
    const problems = imported.problems.map(({ line, message }) => ({ line, code: 'bad-date' as const, given: message }));
    return { kind: 'read', reading: { proposals: timelineProposals(imported, read.from), problems, left: 0 }, rows: imported.events.length };
  }
  if (read === undefined) return { kind: 'look', columns: table.columns, rows: table.rows.length, sample: table.rows.slice(0, SAMPLE).map(row => row.fields), guess: guessMapping(table) };
  const rows = rowsWith(table, read.words);
  return { kind: 'read', reading: (isActorTable(table) ? readActors : readRows)(table, rows, read.mapping, read.from), rows: rows.length };
}

parentPort!.postMessage(answer(workerData as TableOrder));
