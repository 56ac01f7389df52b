import { test } from 'node:test';
import { workbenchSuite } from './suite.ts';

/** The editor's own words stay English here; those of extensions are in the language that it is set to. */
workbenchSuite('In French', { locale: 'fr' }, opened => {
  test('the views and their rows', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    for (const [view, row] of [['Acteurs', 'Personnes'], ['Événements', 'Autres événements']] as const) { await workbench.row(view, row).waitFor(); }
  });

  test('the card of a name, and what is found about it', async () => {
    const { workbench } = opened();
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    // What each says comes into the card when it is there.
    const card = await workbench.hover('Ali Alatas');
    for (const words of ['Ali Alatas n’était pas foreign minister à l’époque', 'personne · ', 'Ouvrir l’entrée']) { await card.filter({ hasText: words }).waitFor(); }
  });

  test('the Problems view', async () => {
    const { workbench } = opened();
    await workbench.command('Problems: Focus on Problems View');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Aucune référence n’a la clé @unknown2020.' }).waitFor();
  });

  test('the titles of commands, and the page of the timeline', async () => {
    const { workbench } = opened();
    await workbench.command('Rapporteur: Ouvrir la chronologie');
    await (await workbench.timeline()).getByText(/^[1-9]\d* événements$/).first().waitFor();
  });
});
