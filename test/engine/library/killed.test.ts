import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { readEntry } from '../../../src/core/corpus/entry.ts';
import type { Proposal } from '../../../src/core/proposals/types.ts';
import { LibraryIndex } from '../../../src/engine/library/libraryIndex.ts';
import { openIndex } from '../../../src/engine/library/open.ts';
import { ProposalStore } from '../../../src/engine/library/proposalStore.ts';
import { bundledWorker } from '../bundledWorker.ts';
import { WORLD } from '../../core/proposals/world.ts';
import { temporaryFolder } from './support.ts';

/** How often the program is killed; `KILLS=100` for as often as a release asks for. */
const KILLS = Number(process.env['KILLS'] ?? 8);
const PER_KILL = 4;
const child = bundledWorker('test/engine/library/killedChild.ts');

/** When a program is killed: so many steps after it has begun, and so long after the last of them was heard of. */
interface Moment {
  readonly steps: number;
  readonly laterMs: number;
}
/** Random moments, or `KILL_AT=5,7.25` each time: what a failure names can be tried again. */
function momentOf(): Moment {
  const [steps, laterMs] = process.env['KILL_AT']?.split(',').map(Number) ?? [2 + Math.floor(Math.random() * PER_KILL * 2), Math.random() * 12];
  return { steps: steps ?? 2, laterMs: laterMs ?? 0 };
}

/** Starts the program, kills it in the midst of what comes after so many steps, and gives what it said was done. */
async function runAndKill(folder: string, { steps, laterMs }: Moment): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  process_.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
  const said: string[] = [];
  const lines = createInterface({ input: process_.stdout });
  lines.on('line', line => {
    said.push(line);
    if (said.length === steps) setTimeout(() => process_.kill('SIGKILL'), laterMs);
  });
  onTestFinished(() => { process_.kill('SIGKILL'); });
  const [signal] = await Promise.all([new Promise<string | null>(resolve => { process_.on('exit', (_, by) => { resolve(by); }); }), new Promise(resolve => { lines.on('close', resolve); })]);
  expect(signal, errors).toBe('SIGKILL');
  return said;
}

test(`killed ${KILLS} times at any point of import, index and accept, all that was said to be done is there, and nothing is half-written`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  for (const [path, text] of Object.entries(WORLD)) { mkdirSync(join(corpus, path, '..'), { recursive: true }); writeFileSync(join(corpus, path), text); }
  const from = { source: 'file:///a.pdf', title: 'a.pdf', citekey: 'quill1997', suffixText: 'p. 9' };
  const proposals = Array.from({ length: KILLS * PER_KILL + 40 }, (_, at): Proposal => at % 2 === 0
    ? { id: `e${at}`, kind: 'event', from: { ...from, passage: `Passage ${at}.` }, name: `Accord of the year ${at}`, eventKind: 'agreement', edtf: '1991', place: 'Tarnport', participants: ['Ox'] }
    : { id: `o${at}`, kind: 'office', from: { ...from, passage: `Passage ${at}.` }, name: 'Bo Larsen', role: `Keeper ${at}`, organization: 'Ox' });
  const store = new ProposalStore(join(folder, 'proposals.json'));
  await store.add(proposals);
  const imported = new Map<number, number>();
  const accepted = new Map<string, string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const moment = momentOf();
    const when = `kill ${kill + 1}: KILL_AT=${moment.steps},${moment.laterMs}`;
    const said = await runAndKill(folder, moment);
    for (const line of said) {
      const [what, id, ...rest] = line.split(' ');
      if (what === 'imported') imported.set(Number(id), Number(rest[0])); else if (what === 'accepted') accepted.set(id!, rest.join(' '));
    }
    // The index has every text that was reported, whole, and is sound.
    const index = new LibraryIndex((await openIndex(join(folder, 'library.sqlite'))).db);
    const texts = new Map(index.texts().map(text => [text.title, text]));
    for (const [at, passages] of imported) {
      const text = texts.get(`${at}.txt`);
      expect(text && index.passagesBetween(text.first, text.last).length, when).toBe(passages);
    }
    index.db.exec('INSERT INTO words (words) VALUES (\'integrity-check\')');
    expect(index.db.prepare('PRAGMA integrity_check').get(), when).toEqual({ integrity_check: 'ok' });
    index.close();
    // Nothing is lost among what is proposed, and no file of the corpus is broken.
    const state = await store.read();
    expect(new Set([...state.open.map(one => one.id), ...state.settled]), when).toEqual(new Set(proposals.map(one => one.id)));
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md')).map(path => readEntry({ path, uri: path, text: readFileSync(join(corpus, path), 'utf8') }));
    expect(files.flatMap(({ problems }) => problems), when).toEqual([]);
    const names = files.map(({ entry }) => entry!.name);
    const offices = files.flatMap(({ entry }) => entry?.class === 'actor' ? entry.memberships.map(one => one.role) : []);
    for (const [id, name] of accepted) {
      const proposal = proposals.find(one => one.id === id)!;
      if (proposal.kind === 'office') expect(offices, when).toContain(proposal.role); else expect(names, when).toContain(name);
      expect(state.settled, when).toContain(id);
    }
    expect([new Set(names).size, new Set(offices).size], when).toEqual([names.length, offices.length]);
  }
  expect([imported.size > 0, accepted.size > 0]).toEqual([true, true]);
});
