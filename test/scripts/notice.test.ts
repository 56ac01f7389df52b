import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { notice, noticeOf } from '../../scripts/notice/notice.ts';

const root = resolve(import.meta.dirname, '../..');

test('NOTICE names what is bundled, with its licences; `npm run notice` writes it', async () => {
  expect(readFileSync(join(root, 'NOTICE'), 'utf8')).toBe(await notice(root));
}, 240_000);

test('a text that several packages share stands once', () => {
  const one = { licence: 'MIT', address: 'https://example.org', texts: ['Free.'] };
  const made = noticeOf('Ours.\n\n{packages}\n', [{ name: 'a', ...one }, { name: 'bc', ...one, texts: ['Free.', 'Other $& text.'] }]);
  expect(made).toContain('Ours.\n\n  a   MIT                https://example.org\n  bc  MIT ');
  expect(made.match(/Free\./g)).toHaveLength(1);
  expect(made).toMatch(/\na, bc\n-+\n\nFree\.\n\n-+\nbc\n-+\n\nOther \$& text\.\n$/);
});
