import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/ready.mjs';
import { workbenchSuite } from './suite.ts';

const DRAFT = `# A paper

Ali Alatas met Rafeeuddin Ahmed in July 1989 [@solomon2000, p. 41].

Name: end.

Claim: end.

Joined [see @unknown2020].

Work: end.

Nothing is known of this line.
`;

/** Title in the palette of a command, by its id. */
const TITLES = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;
const title = (id: string): string => `Rapporteur: ${TITLES[id.replace('rapporteur', 'command')]!}`;

const VIEWS = [
  {
    view: 'Actors', by: 'Type', group: 'Persons', groupBy: 'rapporteur.actors.groupBy', sortBy: 'rapporteur.actors.sortBy', filter: 'rapporteur.actors.filter',
    clearFilter: 'rapporteur.actors.clearFilter', order: 'Number of statements', words: 'alatas', found: 'Ali Alatas',
  },
  {
    view: 'Events', by: 'Decade', group: '1980s', groupBy: 'rapporteur.events.groupBy', sortBy: 'rapporteur.events.sortBy', filter: 'rapporteur.events.filter',
    clearFilter: 'rapporteur.events.clearFilter', order: 'Name', words: 'first paris conf', found: /first Paris conference/i,
  },
  {
    view: 'Sources', by: 'Type', group: 'Books', groupBy: 'rapporteur.sources.groupBy', sortBy: 'rapporteur.sources.sortBy', filter: 'rapporteur.sources.filter',
    clearFilter: 'rapporteur.sources.clearFilter', order: 'Year, the latest first', words: 'solomon', found: /^\s*Solomon/,
  },
] as const;

workbenchSuite('Sidebar', { files: { 'draft.md': DRAFT }, viewport: { width: 1440, height: 1200 } }, opened => {
  const alatas = () => opened().workbench.row('Actors', 'Ali Alatas');

  test('Rapporteur is in the activity bar', async () => {
    await opened().workbench.line('A paper').waitFor();
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

  test('a filter leaves the rows that hold its words', async () => {
    const { workbench } = opened();
    await workbench.ask('Rapporteur: Filter Actors…', 'Words of a name', 'alatas');
    await workbench.press('Enter');
    await alatas().waitFor();
    await workbench.row('Actors', 'Rafeeuddin Ahmed').waitFor({ state: 'hidden' });
  });

  test('a name opens to offices, relations, events, statements and the places in the draft', async () => {
    const { workbench } = opened();
    await workbench.expand('Actors', 'Ali Alatas');
    for (const group of ['Offices and memberships', 'Relations', 'Events', 'Statements', 'In this draft']) { await workbench.row('Actors', group).waitFor(); }
  });

  test('a place in the draft leads there', async () => {
    const { workbench } = opened();
    await workbench.click('Nothing is known');
    await workbench.expand('Actors', 'In this draft');
    await workbench.row('Actors', /^Ali Alatas met/).click();
    await workbench.cursorInLine(3);
  });

  test('the tooltip of a row has summary, offices and citations', async () => {
    const { workbench } = opened();
    const text = await workbench.tooltip(alatas());
    assert.match(text, /Foreign Minister, Indonesia/);
    assert.match(text, /Khan 2022, sec\. 3\.2/);
    assert.match(await alatas().getAttribute('aria-label') ?? '', /^Ali Alatas, person, Foreign Minister, Indonesia/);
  });

  test('Insert Name writes at the cursor', async () => {
    const { workbench } = opened();
    await workbench.click('Name:');
    await workbench.press('End');
    await workbench.contextMenu(alatas(), 'Insert Name');
    await workbench.shown('Name: end. Ali Alatas');
  });

  test('Open Entry opens it, and the draft stays the draft: Insert Citation goes into it', async () => {
    const { workbench } = opened();
    await workbench.click('Claim:');
    await workbench.press('End');
    // A menu may close under the pointer, and the click goes to the row behind it.
    await workbench.retry(async () => {
      await workbench.contextMenu(alatas(), 'Open Entry');
      await workbench.tab('ali-alatas.md').waitFor({ timeout: 15_000 });
    });
    await workbench.shown(/type:[ \u00a0]person/);
    await workbench.contextMenu(alatas(), 'Insert Citation');
    await workbench.shown(/^Claim:[ \u00a0]end[ \u00a0]\[@khan2022,[ \u00a0]sec\./);
  });

  test('a name dragged from the tree goes in where it is dropped', async () => {
    const { workbench } = opened();
    await workbench.dragToText(alatas(), 'Nothing is', /^Ali[ \u00a0]Alatas[ \u00a0]Nothing[ \u00a0]is[ \u00a0]known|^Nothing[ \u00a0]Ali[ \u00a0]Alatas[ \u00a0]is[ \u00a0]known/);
  });

  test('a statement dragged into brackets joins them', async () => {
    const { workbench } = opened();
    await workbench.expand('Actors', 'Statements');
    await workbench.dragToText(workbench.row('Actors', /^Stood for Indonesia/), 'unknown2020', 'Joined [see @unknown2020; @khan2022, sec.');
  });

  test('filters are taken away by a button', async () => {
    const { workbench } = opened();
    await workbench.viewAction('Actors', 'Clear Filter of Actors');
    await workbench.row('Actors', 'Persons').waitFor();
  });

  test('actors are grouped by the body they belong to', async () => {
    const { workbench } = opened();
    await workbench.viewAction('Actors', 'Group Actors By…');
    await workbench.pick('Body they belong to');
    await workbench.row('Actors', 'ASEAN').or(workbench.row('Actors', /^Association of Southeast/)).first().waitFor();
  });

  test('works are sorted by use, and one that is dragged goes in as a citation', async () => {
    const { workbench } = opened();
    await workbench.openView('Sources');
    await workbench.row('Sources', 'Cited but not found').waitFor();
    await workbench.dragToText(workbench.row('Sources', 'Solomon 2000'), 'Work:', '[@solomon2000]');
  });

  test('the places where a work is cited, and a key that no reference has, lead into the draft', async () => {
    const { workbench } = opened();
    // A view of a few lines would show only the first of its rows.
    for (const other of ['Actors', 'Events', 'In This Paragraph']) { await workbench.closeView(other); }
    const lead = (row: string | RegExp, line: number) => workbench.retry(async () => {
      await workbench.click('A paper');
      await workbench.row('Sources', row).click({ timeout: 10_000 });
      await workbench.cursorInLine(line, 10_000);
    });
    try {
      await workbench.expand('Sources', 'Cited but not found');
      await lead('@unknown2020', 9);
      await workbench.expand('Sources', 'Solomon 2000');
      await workbench.expand('Sources', 'In this draft');
      await lead(/1989 \[@solomon2000, p\. 41\]/, 3);
      await lead(/^\s*Work \[@solomon2000\]/, 11);
    } finally {
      for (const other of ['Actors', 'Events', 'In This Paragraph']) { await workbench.openView(other); }
    }
  });

  test('the context menu of a work opens its reference', async () => {
    const { workbench } = opened();
    await workbench.retry(async () => {
      await workbench.contextMenu(workbench.row('Sources', 'Solomon 2000'), 'Open Reference');
      await workbench.tab('references.json').waitFor({ timeout: 10_000 });
    });
  });

  test('In This Paragraph follows the cursor', async () => {
    const { workbench } = opened();
    await workbench.tab('draft.md').click();
    await workbench.click('met Rafeeuddin');
    await workbench.row('In This Paragraph', 'Rafeeuddin Ahmed').hover();
    // Dates stand last, below what the view has room for.
    await workbench.page.mouse.wheel(0, 1000);
    await workbench.row('In This Paragraph', 'July 1989').waitFor();
    await workbench.click('A paper');
    await workbench.row('In This Paragraph', 'July 1989').waitFor({ state: 'hidden' });
  });

  for (const { view, by, group, groupBy, sortBy, filter, clearFilter, order, words, found } of VIEWS) {
    test(`${view} are grouped, made one list, sorted, filtered and shown again by commands`, async () => {
      const { workbench } = opened();
      const first = workbench.rows(view).and(workbench.page.locator('[data-index="0"]')).locator('.label-name');
      await workbench.command(title(groupBy));
      await workbench.pick(by);
      await workbench.row(view, group).waitFor();
      await workbench.command(title(groupBy));
      await workbench.pick('Nothing: one list');
      await workbench.row(view, group).waitFor({ state: 'hidden' });
      const unsorted = await first.innerText();
      await workbench.command(title(sortBy));
      await workbench.pick(order);
      await first.filter({ hasNotText: unsorted }).waitFor();
      const sorted = await first.innerText();
      await workbench.ask(title(filter), 'Words of a name', words);
      await workbench.press('Enter');
      await first.filter({ hasText: found }).waitFor();
      await workbench.command(title(clearFilter));
      await first.filter({ hasText: sorted }).waitFor();
    });
  }
});

workbenchSuite('An own corpus beside the bundled one', { files: { 'draft.md': '# A paper\n' } }, opened => {
  test('is made, and the bundled one is hidden where the writer asks for it', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.row('Actors', 'Persons').waitFor();
    await workbench.ask('Rapporteur: Create a Corpus…', 'The peace process of …', 'The harbour');
    await workbench.press('Enter');
    await workbench.notification('“The harbour” is shown together with the corpus on Cambodia');
    await workbench.page.locator('.notifications-toasts').getByText('Hide the Bundled Corpus Here').click();
    await workbench.row('Actors', 'Persons').waitFor({ state: 'hidden' });
  });
});

workbenchSuite('Without a corpus', { settings: { 'rapporteur.bundledCorpora': false }, files: { 'draft.md': '# A paper\n' } }, opened => {
  test('the views say so, and what to do', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.view('Actors').getByText('There is no corpus yet.').waitFor();
    await workbench.view('Actors').getByText('Copy It into the Workspace').click();
    await workbench.row('Actors', 'Persons').waitFor();
  });

  test('and what was copied can be written', async () => {
    const { workbench } = opened();
    // A list that is being filled anew does not hear the choice.
    await workbench.retry(async () => {
      await workbench.ask('Rapporteur: Look Up Actor', 'Name of an actor', 'Alatas');
      await workbench.quickRow('Ali Alatas').first().waitFor();
      await workbench.press('Enter');
      await workbench.tab('ali-alatas.md').waitFor({ timeout: 10_000 });
    });
    await workbench.page.locator('.tab.active[data-resource-name="ali-alatas.md"]:not(:has(.codicon-lock))').waitFor();
  });
});
