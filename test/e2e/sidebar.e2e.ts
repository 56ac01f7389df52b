import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbenchSuite } from './suite.ts';

workbenchSuite('Sidebar', {}, opened => {
  test('the sample paper is open', async () => {
    await opened().workbench.line('What Cambodia can still teach a mediator').waitFor();
  });

  test('Rapporteur is in the activity bar', async () => {
    await opened().workbench.activity('Rapporteur').waitFor();
  });

  test('a click on it shows the four views', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    for (const title of ['Actors', 'Events', 'Sources', 'In This Paragraph']) { await workbench.view(title).waitFor(); }
  });

  test('actors and events are listed', async () => {
    const { workbench } = opened();
    for (const view of ['Actors', 'Events']) {
      await workbench.rows(view).first().waitFor();
      assert.ok(await workbench.rows(view).count() > 1, view);
    }
  });
});
