import { execFileSync } from 'node:child_process';
import { ROOT } from '../../scripts/lib/ready.mjs';
import { openWorkbench } from '../e2e/suite.ts';
import type { Workbench } from '../e2e/workbench.ts';
import { percentile, type Row } from './table.ts';

const OURS = 'Rapporteur';
/** The editor's own extension for Markdown, which the same draft activates. */
const PEER = 'Markdown Language Features';
/** Windows of which the middle one counts. */
const STARTS = 3;

/**
 * What the editor says in *Show Running Extensions*: milliseconds in which it loaded the extension's code and called
 * `activate`, as it comes from the package.
 */
export async function bench(): Promise<Row[]> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--minify'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const ours: number[] = [];
  const peers: number[] = [];
  const what = `activation: loading the code and calling activate, as the editor tells it, middle of ${STARTS} starts`;
  try {
    for (let start = 0; start < STARTS; start++) {
      const { workbench, close } = await openWorkbench();
      try {
        await workbench.activity(OURS).waitFor();
        await workbench.command('Developer: Show Running Extensions');
        ours.push(await activationTime(workbench, OURS));
        peers.push(await activationTime(workbench, PEER));
      } finally { await close(); }
    }
  } catch (error) {
    return [{ what, measured: 'not measured', goal: 'under 50 ms', against: (error instanceof Error ? error.message : String(error)).split('\n')[0]! }];
  }
  const time = percentile(ours, 0.5);
  const peer = percentile(peers, 0.5);
  return [{
    what, measured: `${time} ms`, goal: 'under 50 ms', met: time < 50,
    against: `${(time / Math.max(1, peer)).toFixed(1)} times ${PEER} (${peer} ms), which comes with the editor`,
  }];
}

async function activationTime(workbench: Workbench, name: string): Promise<number> {
  const row = workbench.page.locator('.runtime-extensions-editor .extension').filter({ has: workbench.page.locator('.name', { hasText: new RegExp(`^${name}$`) }) });
  const time = row.locator('.activation-time', { hasText: /\d+ms/ });
  await time.waitFor({ timeout: 90_000 });
  return Number(/(\d+)ms/.exec(await time.innerText())![1]);
}
