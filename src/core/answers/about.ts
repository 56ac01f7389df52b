import { evidenceOf } from '../corpus/evidence.ts';
import { membershipsAt, statementsCiting } from '../corpus/queries.ts';
import type { Entry, Snapshot, Statement } from '../corpus/types.ts';
import type { EdtfDate } from '../dates/types.ts';
import { answerOf, bestOf, ofDate, ofEntry, ofMembership, ofParticipants, ofRelations, ofStatement } from './record.ts';
import type { Answer, AnsweredEntry, AnsweredStatement } from './types.ts';

/** More than anybody asks for. */
const MAX_STATEMENTS = 200;

/** All that is recorded of an entry, the most telling first; what holds at the date comes before what does not. */
export function aboutEntry(entry: Entry, snapshot: Snapshot, at: EdtfDate | undefined, limit: number, entries: readonly AnsweredEntry[] = [ofEntry(entry)]): Answer {
  return answerOf(linesOf(entry, snapshot, at), limit, { entries });
}

function linesOf(entry: Entry, snapshot: Snapshot, at: EdtfDate | undefined): AnsweredStatement[] {
  switch (entry.class) {
    case 'actor': {
      const held = membershipsAt(entry, at).filter(({ certainty }) => certainty !== 'no');
      return [
        ...held.map(({ membership, certainty }) => ofMembership(entry, membership, snapshot, at === undefined ? undefined : certainty)),
        ...bestOf(entry, snapshot, at, MAX_STATEMENTS), ...ofRelations(entry, snapshot),
      ];
    }
    case 'event': return [...ofDate(entry), ...bestOf(entry, snapshot, at ?? entry.date, MAX_STATEMENTS), ...ofParticipants(entry, snapshot)];
    case 'concept': {
      const borneOut = evidenceOf(snapshot, entry).flatMap(({ entry: bearing, statement }) => statement ?? bearing.statements);
      return [...[...entry.statements, ...borneOut].map(ofStatement), ...bestOf(entry, snapshot, at ?? entry.date, MAX_STATEMENTS)];
    }
  }
}

/** Statements as an answer. */
export function aboutStatements(statements: readonly Statement[], limit: number): Answer {
  return answerOf(statements.map(ofStatement), limit);
}

/** What is recorded on the authority of a work. */
export function aboutSource(citekey: string, snapshot: Snapshot, limit: number): Answer {
  return aboutStatements(statementsCiting(snapshot, citekey), limit);
}
