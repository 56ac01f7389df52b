import { convert } from 'pandoc-wasm';
import { expect, test } from 'vitest';
import { drawFences } from '../../../src/engine/timeline/drawFences.ts';
import { snapshotOf } from '../../core/timeline/support.ts';
import { xmlFault } from '../../core/timeline/xml.ts';

const snapshot = snapshotOf({
  'events/paris.md': '---\nkind: conference\nname: "Paris \\"first\\" *session* & more"\ndate: 1989-07-30/1989-08-30\n---\n',
  'events/talks.md': '---\nkind: talks\nname: Talks\ndate: 1985~\n---\n',
});

test('a text without fences comes back as it is', async () => {
  expect(await drawFences('A timeline of *things*.\n', snapshot)).toEqual({ text: 'A timeline of *things*.\n', files: new Map(), problems: [] });
});

test('a fence becomes an image and a file, what stands around it stays', async () => {
  const { text, files, problems } = await drawFences('Before\n\n```timeline\ntitle: The road\n```\n\nAfter\n', snapshot);
  expect(text).toMatch(/^Before\n\n!\[The road\]\(rapporteur-timeline-1\.svg\)\{width=100% alt="[^\n]*"\}\n\nAfter\n$/u);
  expect(xmlFault(new TextDecoder().decode(files.get('rapporteur-timeline-1.svg')))).toBe('');
  expect(problems).toEqual([]);
});

test('pandoc reads caption, file and alternative text as they were meant', async () => {
  const { text } = await drawFences('```timeline\ntitle: The *road* to [Paris] \\$x\n```\n\n> ```timeline\n> text: talks\n> ```\n', snapshot);
  const { stdout } = await convert({ from: 'markdown', to: 'json' }, text, {});
  const { blocks } = JSON.parse(stdout) as { blocks: unknown[] };
  const images = JSON.stringify(blocks);
  expect(images.match(/"t":"Image"/gu)).toHaveLength(2);
  const { stdout: plain } = await convert({ from: 'markdown', to: 'html' }, text, {});
  expect(plain).toContain('The *road* to [Paris] \\$x');
  expect(plain).toContain('<blockquote>');
  expect(plain).toContain('Paris &quot;first&quot; *session* &amp; more, 30 July – 30 August 1989');
});

test('what a fence says that is not understood is told with the fence', async () => {
  const markdown = 'A\n\n```timeline\nlanes: colour\n```\n';
  const { problems, files } = await drawFences(markdown, snapshot);
  expect(problems.map(problem => markdown.slice(problem.span.start, problem.span.end))).toEqual(['```timeline\nlanes: colour\n```']);
  expect(files.size).toBe(1);
});

test('figures are called as is asked for', async () => {
  const { text, files } = await drawFences('```timeline\ntitle: A\n```\n', snapshot, undefined, 'quays-timeline');
  expect([...files.keys()]).toEqual(['quays-timeline-1.svg']);
  expect(text).toContain('](quays-timeline-1.svg)');
});
