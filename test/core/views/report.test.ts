import { expect, test } from 'vitest';
import { reportText } from '../../../src/core/views/report.ts';

test('a report has versions, settings that differ, counts, and problems by their codes', () => {
  const text = reportText({
    versions: [['Rapporteur', '0.1.0']], settings: [{ name: 'rapporteur.hover.statements', value: 5, allowed: undefined }],
    counts: [['actors', 146]], problems: { 'Problems of corpora': ['bad-date', 'dangling-id', 'dangling-id'], Findings: [] },
  });
  expect(text).toContain('- Rapporteur: 0.1.0\n\n## Settings that differ\n\n- `rapporteur.hover.statements`: 5\n\n## What is read\n\n- actors: 146\n\n## Problems of corpora\n\n- dangling-id: 2\n- bad-date: 1\n\n## Findings\n\nNone.\n');
});

test.each([
  ['/home/ann/secret.bib', undefined, 'set'], ['apa', ['apa', 'mla'], 'apa'], ['/home/ann/own', ['apa', 'mla'], 'set'],
  [['/home/ann/a', 'b'], undefined, '2 set'], [{ 'date-conflict': 'off' }, undefined, '1 set'], [false, undefined, 'false'],
])('of the setting %j only what tells nothing of the writer is shown', (value, allowed, shown) => {
  expect(reportText({ versions: [], settings: [{ name: 's', value, allowed }], counts: [], problems: {} })).toContain(`- \`s\`: ${shown}\n`);
});
