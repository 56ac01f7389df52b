import type { CslItem } from '../citations/types.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { folded } from '../text.ts';
import type { Actor, ActorType, Event, EventKind, Name } from './types.ts';
import { writeEntry } from './write.ts';

/** A file that is to be made within the folder of a corpus: `actors/ali-alatas.md`. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

const LONGEST_ID = 60;
const NO_SPAN = { start: 0, end: 0 };

/** Letters without marks, for ids: `Pérez de Cuéllar` is `perez-de-cuellar`, `Đặng` is `dang`. */
function slug(name: string): string {
  return folded(name).replace(/đ/gu, 'd').replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, LONGEST_ID).replace(/-+$/u, '');
}

/**
 * An id for a name that nothing in `taken` has: `paris-conference`, else with the hint `paris-conference-1989`, else
 * `paris-conference-2`.
 * @param fallback for a name without any Latin letter or figure
 */
export function freeId(name: string, taken: ReadonlySet<string>, fallback: string, hint?: string): string {
  const plain = slug(name) || fallback;
  const wanted = [plain, ...hint === undefined || plain.includes(hint) ? [] : [`${plain}-${hint}`]];
  for (let number = 2; ; number++) {
    const free = wanted.find(id => !taken.has(id));
    if (free !== undefined) return free;
    wanted.push(`${plain}-${number}`);
  }
}

/** The files of a corpus that holds nothing yet but its works. */
export function newCorpus(id: string, title: string, references: readonly CslItem[]): NewFile[] {
  return [
    { path: 'corpus.yaml', text: `id: ${id}\ntitle: ${JSON.stringify(title)}\n` },
    { path: 'references.json', text: `${JSON.stringify(references, null, 2)}\n` },
  ];
}

/** An entry of an actor about whom nothing is said yet but the name. */
export function newActor(id: string, name: string, type: ActorType): NewFile {
  const actor: Actor = { ...nothingSaid(id, name), class: 'actor', type, memberships: [], relations: [] };
  return { path: `actors/${id}.md`, text: writeEntry(actor) };
}

/** An entry of an event of which nothing is said yet but its name and perhaps its date. @param edtf as exact as the writer has it, e.g. `1989-07/1989-08` */
export function newEvent(id: string, name: string, kind: EventKind, edtf: string | undefined): NewFile {
  const event: Event = {
    ...nothingSaid(id, name), class: 'event', kind, date: edtf === undefined ? undefined : parseEdtf(edtf), wording: undefined, place: undefined,
    participants: [], partOf: [], follows: [], citations: [], background: false,
  };
  return { path: `events/${id}.md`, text: writeEntry(event) };
}

function nothingSaid(id: string, name: string) {
  const names: Name[] = [{ text: name, kind: 'preferred', start: undefined, end: undefined, citations: [] }];
  return { id, key: id, corpusId: '', uri: '', name, names, summary: '', statements: [], nameSpan: NO_SPAN };
}
