import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import type { WrittenAnswer } from '../../../src/core/answers/index.ts';
import { COLOURS, shown, wantsColours } from '../../../src/cli/print.ts';
import { buildCli, type BuiltCli } from './builtCli.ts';

// Each call is a program of its own that reads its corpora.
vi.setConfig({ testTimeout: 180_000 });
let cli: BuiltCli;
beforeAll(async () => { cli = await buildCli(); });
const COMMANDS = ['check', 'lookup', 'cite', 'timeline', 'search', 'import', 'export', 'annexes', 'mcp'];

function put(name: string, text: string): string {
  writeFileSync(join(cli.folder, name), text);
  return name;
}

test('--help names every command with an example, and no command is a wrong use', async () => {
  const { code, stdout } = await cli.run('--help');
  expect(code).toBe(0);
  for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
  expect(stdout).toMatch(/rapporteur lookup sihanouk/);
  expect((await cli.run()).code).toBe(2);
  expect(await cli.run('nonsense')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^There is no command nonsense/) as string });
  expect((await cli.run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each(COMMANDS)('%s --help says what it does, how, and what its exit code means or how it is set up', async name => {
  const { code, stdout } = await cli.run(name, '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^rapporteur ${name} `));
  expect(stdout).toMatch(/Exit code:|mcpServers/);
});

test('a terminal in French is spoken to in French; words for programs stay what they are', async () => {
  expect((await cli.runIn('fr_CA.UTF-8', '--help')).stdout).toMatch(/^ {2}check +confronter des textes/m);
  for (const name of COMMANDS) expect((await cli.runIn('fr', name, '--help')).stdout).toMatch(new RegExp(`^rapporteur ${name} [^]*(?:Code de retour\u00a0:|mcpServers)`));
  expect(await cli.runIn('fr_FR.UTF-8', 'lookup', 'zzzz')).toMatchObject({ code: 1, stdout: 'Rien n’a été trouvé.\n' });
  put('french.md', '# A paper\n\nSo it was [@unknown2020].\n');
  expect(await cli.runIn('fr_FR.UTF-8', 'check', 'french.md')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^french\.md:3:\d+: error: Aucune référence n’a la clé @unknown2020\..* \[unknown-citekey\]$/m) as string });
  expect((await cli.runIn('xx_XX', 'lookup', 'zzzz')).stdout).toBe('Nothing was found.\n');
});

test('lookup says who it is, each claim with its citation, and nothing but text where it is piped', async () => {
  const { code, stdout } = await cli.run('lookup', 'alatas');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Ali Alatas {2}person · ali-alatas\n/);
  expect(stdout).toMatch(/Foreign Minister, Indonesia \(from 1988\)\n {4}\[@khan2022, sec\. 3\.2, n\. 24\]/);
  expect(stdout).not.toContain('\u001b');
  expect(await cli.run('lookup', 'zzzz')).toMatchObject({ code: 1, stdout: 'Nothing was found.\n' });
  expect((await cli.run('lookup')).code).toBe(2);
  expect((await cli.run('lookup', 'x', '--limit', 'many')).stderr).toMatch(/whole number/);
});

test('lookup of a lesson gives the statements that bear it out, each after the name of what it is about', async () => {
  const { stdout } = await cli.run('lookup', 'small', 'mediation', 'teams');
  expect(stdout).toMatch(/^ {2}- At the UN a few people/m);
  expect(stdout).toMatch(/^ {2}- UN task force on Cambodia: Had its staff from .*\n {4}\[@khan2022, sec\. 5\.7\]$/m);
});

test('lookup --json gives what was found, and statements with id, citation and locators', async () => {
  const found = JSON.parse((await cli.run('lookup', 'alatas', '--date', '1990', '--json')).stdout) as WrittenAnswer & { hits: { class: string; key: string }[] };
  expect(found.hits[0]).toMatchObject({ class: 'actor', key: 'ali-alatas' });
  expect(found.statements[0]).toMatchObject({ certainty: 'likely', citation: '[@khan2022, sec. 3.2, n. 24]', locators: [{ citekey: 'khan2022', label: 'section', value: '3.2' }, { citekey: 'khan2022', label: 'note', value: '24' }] });
});

test('a folder that hides the corpus that comes along does so in a terminal too', async () => {
  const settings = join(cli.folder, '.vscode', 'settings.json');
  mkdirSync(join(cli.folder, '.vscode'), { recursive: true });
  writeFileSync(settings, '{ // on another process\n "rapporteur.bundledCorpora": false, }');
  try {
    expect(await cli.run('lookup', 'alatas')).toMatchObject({ code: 1, stdout: 'Nothing was found.\n' });
  } finally { writeFileSync(settings, '{}'); }
  expect((await cli.run('lookup', 'alatas')).code).toBe(0);
});

test('cite prints a citation for a draft, and tells a place that the work does not have', async () => {
  expect(await cli.run('cite', '@khan2022', '--locator', 'sec. 3.2')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\[@khan2022, sec\. 3\.2\]\n {2}Khan, Asif R\. 2022\./) as string });
  expect((await cli.run('cite', 'khan', '2022', '--form', 'in-text')).stdout).toMatch(/^@khan2022\n/m);
  expect(await cli.run('cite', 'khan2022', '--locator', 'sec. 99')).toMatchObject({ code: 1, stderr: expect.stringMatching(/no section 99/) as string });
  expect((await cli.run('cite', 'zzzz')).code).toBe(1);
  put('own.bib', '@book{mine, title = {Mine}, author = {Own, Ann}, year = 1999}\n');
  expect(JSON.parse((await cli.run('cite', 'ann', 'own', '--bibliography', 'own.bib', '--json')).stdout)).toMatchObject([{ citekey: 'mine', citation: '[@mine]', item: { type: 'book' } }]);
});

test('timeline prints a chronology with citations, draws, and writes for other programs', async () => {
  const { code, stdout } = await cli.run('timeline', '--from', '1989', '--to', '1989');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\| Date \| Event \|\n\| --- \| --- \|\n/);
  expect(stdout).toMatch(/1989.*\[@khan2022/);
  expect(stdout).not.toMatch(/\| 1991/);
  expect((await cli.run('timeline', '--format', 'svg', '--words', 'paris')).stdout).toMatch(/^<svg /);
  expect((await cli.run('timeline', '--format', 'ics', '--from', '1991')).stdout).toMatch(/^BEGIN:VCALENDAR/);
  expect(JSON.parse((await cli.run('timeline', '--actor', 'sihanouk', '--json')).stdout)).not.toHaveLength(0);
  expect((await cli.run('timeline', '--words', 'zzzz')).code).toBe(1);
  expect(await cli.run('timeline', '--from', 'some day')).toMatchObject({ code: 2, stderr: '“some day” is no date that can be read.\n' });
});

test('what is there already is not replaced, unless that is asked for', async () => {
  put('there.csv', 'mine');
  expect(await cli.run('timeline', '--format', 'csv', '-o', 'there.csv')).toMatchObject({ code: 2, stderr: expect.stringMatching(/left as it is; --force/) as string });
  expect(readFileSync(join(cli.folder, 'there.csv'), 'utf8')).toBe('mine');
  expect((await cli.run('timeline', '--format', 'csv', '-o', 'there.csv', '--force')).code).toBe(0);
  expect(readFileSync(join(cli.folder, 'there.csv'), 'utf8')).toMatch(/^id,title,edtf/);
});

test('import takes a text into the library, where search finds it with its place', async () => {
  put('text.txt', 'A Study of Peace\n\nThe delegates wept when the accord was signed in the ballroom.\n\nAnother paragraph speaks of ferries and of rivers.\n');
  expect(await cli.run('import', 'text.txt', '--citekey', 'solomon2000', '--library', 'lib/library.sqlite')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^text\.txt: \d+ passages?[,.]/) as string });
  expect((await cli.run('import', 'text.txt', '--citekey', 'solomon2000', '--library', 'lib/library.sqlite')).stdout).toMatch(/as it is/);
  const { code, stdout } = await cli.run('search', 'ballroom', '--library', 'lib/library.sqlite');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/“.*ballroom.*”\n {4}\[@solomon2000/)]);
  expect((await cli.run('search', 'ballroom')).code).toBe(1);
  expect((await cli.run('import', 'missing.txt', '--library', 'lib/library.sqlite')).code).toBe(1);
});

test('search finds statements too, as JSON with their citations', async () => {
  const { statements } = JSON.parse((await cli.run('search', 'power-sharing', '--json')).stdout) as WrittenAnswer;
  expect(statements.length).toBeGreaterThan(0);
  for (const { id, citation } of statements) expect(id && citation).toMatch(/^\[@/);
});

test('import takes events into a corpus, each in a file of its own', async () => {
  mkdirSync(join(cli.folder, 'mine'));
  put('mine/corpus.yaml', 'id: mine\ntitle: Mine\n');
  put('mine/references.json', '[{"id":"own","type":"book","title":"Own"}]');
  put('events.mw', '1990-08-27: Talks by the sea\n');
  const done = await cli.run('import', 'events.mw', '--into', 'mine', '--cite', 'own');
  expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 events written/) as string });
  expect((await cli.run('lookup', 'talks by the sea', '--corpus', 'mine')).stdout).toMatch(/27 August 1990\n {4}\[@own\]/);
  expect((await cli.run('import', 'events.mw', '--into', 'mine')).code).toBe(1);
});

test('export makes a document with its citations set, and lists of cited works', async () => {
  put('paper.md', '# Paper\n\nParis failed [@khan2022, p. 3; @nobody].\n');
  const made = await cli.run('export', 'paper.md', '--to', 'html', '--style', 'apa');
  expect(made.stdout).toMatch(/paper\.html\n$/);
  expect(readFileSync(join(cli.folder, 'paper.html'), 'utf8')).toMatch(/\(Khan, 2022, p\. 3/);
  const cited = await cli.run('export', 'paper.md', '--to', 'csljson');
  expect((JSON.parse(cited.stdout) as { id: string }[]).map(({ id }) => id)).toEqual(['khan2022']);
  expect(cited).toMatchObject({ code: 1, stderr: 'No reference has the key @nobody.\n' });
  expect((await cli.run('export', 'paper.md', '--to', 'paper')).code).toBe(2);
});

test('export puts pictures of timelines beside a LaTeX file under its name, and leaves the files that are there', async () => {
  put('trip.md', '# Trip\n\n```timeline\nfrom: 1989\nto: 1991\n```\n');
  put('trip-timeline-1.png', 'mine');
  const made = await cli.run('export', 'trip.md', '--to', 'latex', '--json');
  expect(JSON.parse(made.stdout)).toEqual({ files: [expect.stringMatching(/trip\.tex$/) as string, expect.stringMatching(/trip-timeline-2-1\.png$/) as string], remarks: [] });
  expect(readFileSync(join(cli.folder, 'trip.tex'), 'utf8')).toContain('trip-timeline-2-1.png');
  expect(readFileSync(join(cli.folder, 'trip-timeline-2-1.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(join(cli.folder, 'trip-timeline-1.png'), 'utf8')).toBe('mine');
  expect((await cli.run('export', 'trip.md', '--to', 'latex', '--force', '--json')).stdout).toContain('trip-timeline-2-1.png');
});

test('export says as JSON what it wrote and what is missing, and for that needs a file', async () => {
  put('two.md', 'Paris failed [@khan2022; @nobody].\n');
  expect(JSON.parse((await cli.run('export', 'two.md', '--to', 'ris', '--output', 'two.ris', '--json')).stdout)).toEqual({ files: ['two.ris'], remarks: ['No reference has the key @nobody.'] });
  expect(await cli.run('export', 'two.md', '--to', 'ris', '--json')).toMatchObject({ code: 2, stderr: expect.stringContaining('--output') as string });
});

test('export writes the names for programs that check spelling', async () => {
  expect((JSON.parse((await cli.run('export', '--to', 'cspell')).stdout) as { words: string[] }).words).toContain('Sihanouk');
  expect((await cli.run('export', '--to', 'vale', '--output', 'project')).code).toBe(0);
  expect(readFileSync(join(cli.folder, 'project/styles/config/vocabularies/Names/accept.txt'), 'utf8')).toMatch(/^Norodom Sihanouk$/m);
});

test('check tells by its exit code, as text and as JSON', async () => {
  put('wrong.md', 'Resolution 718 was adopted in 1985 [@khan2022].\n');
  expect(await cli.run('check', 'wrong.md')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^wrong\.md:1:\d+: warning: .*\[date-conflict\]/) as string });
  expect((JSON.parse((await cli.run('check', 'wrong.md', '--json')).stdout) as { rule: string }[])[0]?.rule).toBe('date-conflict');
  expect((await cli.run('check', 'missing.md')).code).toBe(2);
  expect(await cli.run('lookup', 'x', '--corpus', 'nowhere')).toMatchObject({ code: 2, stderr: expect.stringMatching(/is no corpus/) as string });
});

test('colours are for terminals, and not for those that do not want them', () => {
  expect(wantsColours({ isTTY: true }, { TERM: 'xterm' })).toBe(true);
  expect(wantsColours({}, { TERM: 'xterm' })).toBe(false);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColours({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
  expect(wantsColours({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(COLOURS.strong('a')).toBe('\u001b[1ma\u001b[22m');
});

test('text of a corpus cannot move the cursor or turn the writing round', () => {
  expect(shown('a\u001b[2Jb\u0007\u202ec\nd')).toBe('a [2Jb c d');
});

test('annexes of a French draft are in French', async () => {
  const name = put('rapport.md', '---\nlang: fr\n---\n\nAli Alatas parla pour Indonesia.\n\n<!-- rapporteur-annex actors -->\n<!-- /rapporteur-annex -->\n');
  expect((await cli.run('annexes', name, '--write')).code).toBe(0);
  expect(readFileSync(join(cli.folder, name), 'utf8')).toMatch(/\n- \*\*Indonesia\*\*\u00a0: État\n/);
});
