import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The sidebar, a hover on a name of the draft, and the timeline beside: the whole extension in one picture. */
export async function overview(workbench: Workbench): Promise<void> {
  await workbench.showContainer('Rapporteur');
  await workbench.rows('Actors').first().waitFor();
  await timelineBeside(workbench);
  await workbench.tab('draft.md').click();
  await workbench.hover('Ali Alatas');
}

/** The timeline beside the draft, drawn. */
export async function timelineBeside(workbench: Workbench): Promise<FrameLocator> {
  await workbench.command('Rapporteur: Open Timeline');
  return workbench.timeline();
}
