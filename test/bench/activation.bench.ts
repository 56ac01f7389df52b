import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, temporaryFolder } from '../../scripts/lib/ready.mjs';
import { openWorkbench } from '../e2e/suite.ts';
import type { Workbench } from '../e2e/workbench.ts';
import { percentile, type Row } from './table.ts';

const OURS = 'Rapporteur';
/** The editor's own extension for Markdown, which the same draft activates. */
const PEER = 'Markdown Language Features';
/** Windows of which the middle one counts. */
const STARTS = 3;

interface Own {
  readonly load: number;
  readonly activate: number;
}

/** Stands before the extension and writes down what its thread works while its code is read, and while it is activated. */
const MEASURED = `const { writeFileSync } = require('node:fs');
const cpu = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
const from = cpu();
const { activate } = require('./dist/extension.cjs');
const load = cpu() - from;
exports.activate = context => {
  const called = cpu();
  const api = activate(context);
  writeFileSync(require('node:path').join(__dirname, 'measured.json'), JSON.stringify({ load, activate: cpu() - called }));
  return api;
};`;

/** The extension as it comes from the package, with that before it. */
function measuredExtension(): string {
  execFileSync(process.execPath, ['scripts/build.mjs', '--minify'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = temporaryFolder('measured');
  // The editor knows by the place of a script whose it is.
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true, filter: path => basename(path) !== 'pandoc' });
  for (const name of ['package.nls.json', 'media', 'corpus', 'samples']) { symlinkSync(join(ROOT, name), join(folder, name)); }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object, main: './measured.cjs', type: 'commonjs' }));
  writeFileSync(join(folder, 'measured.cjs'), MEASURED);
  return folder;
}

/** What the extension's thread works until the editor can go on; and what the editor says of it in *Show Running Extensions*. */
export async function bench(): Promise<Row[]> {
  const own: Own[] = [];
  const ours: number[] = [];
  const peers: number[] = [];
  try {
    const extension = measuredExtension();
    for (let start = 0; start < STARTS; start++) {
      const { workbench, close } = await openWorkbench({ extension });
      try {
        await workbench.activity(OURS).waitFor();
        await workbench.command('Developer: Show Running Extensions');
        ours.push(await activationTime(workbench, OURS));
        peers.push(await activationTime(workbench, PEER));
        own.push(JSON.parse(readFileSync(join(extension, 'measured.json'), 'utf8')) as Own);
      } finally { await close(); }
    }
  } catch (error) {
    return [{ what: 'activation', measured: 'not measured', goal: 'under 50 ms', against: (error instanceof Error ? error.message : String(error)).split('\n')[0]! }];
  }
  const load = percentile(own.map(one => one.load), 0.5);
  const activate = percentile(own.map(one => one.activate), 0.5);
  const time = percentile(ours, 0.5);
  const peer = percentile(peers, 0.5);
  return [
    { what: `activation: CPU of its thread for loading the code and calling activate, middle of ${STARTS} starts`, measured: `${(load + activate).toFixed(0)} ms`, goal: 'under 50 ms', met: load + activate < 50, against: `${load.toFixed(0)} ms loading, ${activate.toFixed(0)} ms activate` },
    { what: 'activation: the same by the clock, as the editor tells it', measured: `${time} ms`, against: `${(time / Math.max(1, peer)).toFixed(1)} times ${PEER} (${peer} ms), which comes with the editor` },
  ];
}

async function activationTime(workbench: Workbench, name: string): Promise<number> {
  const row = workbench.page.locator('.runtime-extensions-editor .extension').filter({ has: workbench.page.locator('.name', { hasText: new RegExp(`^${name}$`) }) });
  const time = row.locator('.activation-time', { hasText: /\d+ms/ });
  await time.waitFor({ timeout: 90_000 });
  return Number(/(\d+)ms/.exec(await time.innerText())![1]);
}
