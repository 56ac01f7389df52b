import { describe, expect, test } from 'vitest';
import { isActorTable, readActors } from '../../../src/core/proposals/actorTable.ts';
import { EMPTY_MAPPING, guessMapping } from '../../../src/core/proposals/mapping.ts';
import { readRows, readTable, rowsWith } from '../../../src/core/proposals/table.ts';
import { dateOrderOf, readCellDate, readCellDates } from '../../../src/core/proposals/tableDates.ts';
import type { EventProposal } from '../../../src/core/proposals/types.ts';

const FROM = { source: 'file:///t.csv', title: 't.csv', citekey: 'pax2024' };

function proposed(text: string, words = '') {
  const table = readTable(text);
  const { mapping } = guessMapping(table);
  const { proposals, problems } = readRows(table, rowsWith(table, words), mapping, FROM);
  const events = proposals.filter((one): one is EventProposal => one.kind === 'event');
  return {
    events: events.map(({ name, edtf, place, eventKind, participants, from }) => [name, edtf, place, eventKind, participants.join(' + '), from.suffixText].filter(Boolean).join(' | ')),
    actors: proposals.filter(one => one.kind === 'actor').map(one => `${one.name}, ${one.type}`), problems,
  };
}

describe('the order of day and month', () => {
  test.each([
    ['day-month', ['3/4/1991', '13/4/1991']], ['month-day', ['3/4/1991', '3/14/1991']], ['either', ['3/4/1991', '5/6/1991']], ['mixed', ['13/4/1991', '4/13/1991']],
    ['none', ['1991-04-03', 'May 1991', '']], ['day-month', ['3.4.1991']],
  ])('is %s in %j', (order, cells) => { expect(dateOrderOf(cells)).toBe(order); });
});

describe('a date in a cell', () => {
  test.each([
    ['1991-10-23', '1991-10-23'], ['1991-10-23 00:00:00.000', '1991-10-23'], ['1991/10/3', '1991-10-03'], ['1991', '1991'], ['1991-10', '1991-10'], ['23 October 1991', '1991-10-23'],
    ['October 1991', '1991-10'], ['3/4/1991', '1991-04-03'], ['3.4.1991', '1991-04-03'], ['3/4/1991 0:00', '1991-04-03'], ['1985~', '1985~'], ['', undefined], ['n/a', undefined], ['3/4/91', undefined], ['31/2/1991', undefined], ['soon', undefined],
  ])('%s is %s', (cell, edtf) => { expect(readCellDate(cell, 'day-month')).toBe(edtf); });
  test('that can be read in two ways is none until the order is known', () => { expect(readCellDate('3/4/1991', undefined)).toBeUndefined(); });
  test('and another are an interval, unless they are the same or the wrong way round', () => {
    expect([readCellDates('1991-01-02', '1991-01-05', undefined), readCellDates('1991-01-02', '1991-01-02', undefined), readCellDates('1991-01-02', '1990', undefined), readCellDates('1991', '', undefined)])
      .toEqual(['1991-01-02/1991-01-05', '1991-01-02', undefined, '1991']);
  });
});

describe('a table', () => {
  test('of PA-X gives its agreements', () => {
    const pax = 'Con,Contp,PP,PPName,Reg,AgtId,Agt,Dat,Status,Agtp,Stage\nCambodia,Government,20,Cambodian process,Asia,1,"Harbour accord, first",1991-10-23,Multiparty signed,Inter,SubComp\n';
    expect(guessMapping(readTable(pax)).dataset).toBe('PA-X');
    expect(proposed(pax).events).toEqual(['Harbour accord, first | 1991-10-23 | Cambodia | other | row 2']);
  });
  test('of PAA-X gives its actors, of the kinds that they have here', () => {
    const paax = 'id_paax,actor_type,sub_type,un_type,country_name,actor_id,actor_name,abbreviation,alt_names\nCON_1,Country/State,,,Ox,1.0,Ox,OX,Republic of Ox | Oxland\nPOL_2,Political Party,,,Ox,2.0,Reed Front,RF,\n'
      + 'IGO_3,Intergovernmental Organization,Regional,,,3.0,Union of the Lakes,UL,\nIGO_4,Intergovernmental Organization,,United Nations,,4.0,UN Harbour Mission,,\nCON_1,Country/State,,,Ox,1.0,Ox,OX,\nX,Other,,,,5.0,,,\n';
    const table = readTable(paax);
    const guess = guessMapping(table);
    expect([guess.dataset, isActorTable(table)]).toEqual(['PAA-X', true]);
    const { proposals, problems } = readActors(table, table.rows, guess.mapping, FROM);
    expect(proposals.map(one => one.kind === 'actor' && `${one.name}, ${one.type}, ${one.from.suffixText}`)).toEqual(['Ox, state, row 2', 'Reed Front, faction, row 3', 'Union of the Lakes, regional-body, row 4', 'UN Harbour Mission, un-body, row 5']);
    expect(problems).toEqual([{ line: 7, code: 'no-title', given: '' }]);
  });
  test('of UCDP GED gives its events with both sides and their interval', () => {
    const ged = 'id,year,type_of_violence,dyad_name,side_a,side_b,where_coordinates,country,date_start,date_end,best\n7,1991,1,Government of Ox - Reed Front,Government of Ox,Reed Front,Tarnport,Ox,1991-03-01 00:00:00.000,1991-03-04 00:00:00.000,12\n';
    expect(proposed(ged)).toEqual({
      events: ['Government of Ox - Reed Front, Tarnport | 1991-03-01/1991-03-04 | Tarnport, Ox | operation | Government of Ox + Reed Front | row 2'],
      actors: ['Government of Ox, government', 'Reed Front, faction'], problems: [],
    });
  });
  test('of ACLED gives its events, dates in words', () => {
    const acled = 'event_id_cnty;event_date;year;event_type;sub_event_type;actor1;actor2;country;location;notes\nOX1;04 March 2012;2012;Battles;Armed clash;Reed Front;;Ox;Tarnport;"They met; and fought"\n';
    expect(proposed(acled).events).toEqual(['Armed clash, Tarnport | 2012-03-04 | Tarnport, Ox | operation | Reed Front | row 2']);
  });
  test('of its own kind is understood by the names of its columns', () => {
    expect(proposed('Date\tTitle\tPlace\tActors\n23/10/1991\tThe accord\tParis\tAnn Ox; Bo Larsen\n').events).toEqual(['The accord | 1991-10-23 | Paris | other | Ann Ox + Bo Larsen | row 2']);
  });
  test('tells of rows without a title or with a date that is none', () => {
    expect(proposed('title,date\n,1991\nA,soon\nB,\n')).toEqual({ events: ['B | other | row 4'], actors: [], problems: [{ line: 2, code: 'no-title', given: '' }, { line: 3, code: 'bad-date', given: 'soon' }] });
  });
  test('is narrowed to the rows with some words', () => {
    expect(proposed('title,date,country\nA,1991,Cambodia\nB,1991,Ox\n', 'camb').events).toEqual(['A | 1991 | Cambodia | other | row 2']);
  });
  test('keeps a formula as its letters', () => {
    expect(proposed('title,date\n"=HYPERLINK(""x"")",1991\n').events).toEqual(['=HYPERLINK("x") | 1991 | other | row 2']);
  });
  test('of nothing gives nothing', () => {
    expect(readRows(readTable(''), [], EMPTY_MAPPING, FROM).proposals).toEqual([]);
    expect(proposed('a,b\n1,2\n').events).toEqual([]);
  });
});
