import assert from 'node:assert/strict';
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
    const card = await (await opened().workbench.hover('Ali Alatas')).innerText();
    assert.match(card, /Ali Alatas n’était pas foreign minister à l’époque/);
    assert.match(card, /^personne · /m);
    assert.match(card, /Ouvrir l’entrée · Afficher dans la barre latérale/);
  });

  test('the Problems view', async () => {
    const { workbench } = opened();
    await workbench.command('View: Toggle Problems');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Aucune référence n’a la clé @unknown2020.' }).waitFor();
  });

  test('the titles of commands, and the page of the timeline', async () => {
    const { workbench } = opened();
    await workbench.command('Rapporteur: Ouvrir la chronologie');
    await (await workbench.timeline()).getByText(/^[1-9]\d* événements$/).first().waitFor();
  });
});
