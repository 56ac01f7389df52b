import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The sidebar, a hover on a name of the draft, and the timeline beside: the whole extension in one picture. */
export async function overview(workbench: Workbench): Promise<void> {
  await workbench.showContainer('Rapporteur');
  await workbench.expand('Actors', 'Persons');
  await openTimeline(workbench);
  await workbench.click('What moved first');
  await workbench.rows('In This Paragraph').first().waitFor();
  await workbench.hover('Gorbachev took');
}

/** The timeline in the whole window, with the card of an event. */
export async function timeline(workbench: Workbench): Promise<void> {
  await workbench.showContainer('Rapporteur');
  await workbench.rows('Events').first().waitFor();
  const page = await openTimeline(workbench);
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.panelTab('Timeline').click();
  await workbench.command('View: Toggle Maximize Editor Group');
  const event = page.locator('[role="gridcell"][aria-label^="Cambodian conflict"]').first();
  await event.focus();
  await event.press(' ');
  await page.getByRole('button', { name: 'Open entry' }).waitFor();
}

/** Opens the timeline beside the draft and waits until its events are drawn. */
export async function openTimeline(workbench: Workbench): Promise<FrameLocator> {
  await workbench.command('Rapporteur: Open Timeline');
  const page = await workbench.timeline();
  await page.getByText(/^[1-9]\d* events$/).first().waitFor();
  return page;
}

/** What the steps of the walkthrough show, in the order in which one window comes by them: media/walkthrough. */
export const FIRST_STEPS: readonly (readonly [name: string, scene: (workbench: Workbench) => Promise<unknown>])[] = [
  ['browse', async workbench => {
    await workbench.showContainer('Rapporteur');
    await workbench.expand('Actors', 'Persons');
    await workbench.expand('Actors', 'Ali Alatas');
  }],
  ['draft', async workbench => {
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.hover('Paris Peace');
  }],
  ['lookUp', async workbench => {
    await workbench.ask('Rapporteur: Look Up…', 'Actors, events', 'ICK');
    await workbench.quickRows().filter({ hasText: 'International' }).first().waitFor();
  }],
  ['cite', async workbench => {
    await workbench.press('Escape');
    await workbench.ask('Rapporteur: Insert Citation', 'Author, title', 'Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
  }],
];
