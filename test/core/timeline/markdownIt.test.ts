import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { timelinePlugin } from '../../../src/core/timeline/markdownIt.ts';
import { dataOf, event } from './support.ts';
import { xmlFault } from './xml.ts';

const data = dataOf([event('a', '1985'), event('b <i>', '1989-07')]);
const render = (text: string, events = () => data) => new MarkdownIt().use(timelinePlugin, events).render(text);

test('a fence is drawn as a figure with its title, other fences are left alone', () => {
  const html = render('```timeline\ntitle: A <b>\n```\n\n```js\nx\n```\n');
  expect(html).toMatch(/^<figure class="rapporteur-timeline"><svg /u);
  expect(html).toContain('<figcaption>A &lt;b&gt;</figcaption>');
  expect(html).toContain('<pre><code class="language-js">x');
  expect(xmlFault(/<svg.*<\/svg>/u.exec(html)![0])).toBe('');
  expect(html).not.toContain('<i>');
});

test('two figures of one page share no id', () => {
  const html = render('```timeline\n```\n\n```timeline\nfrom: 1980\n```\n');
  const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(found => found[1]);
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/url\(#([^)]*)\)/gu)) { expect(ids).toContain(id); }
});

test('a picture is drawn anew when the events have changed, and only then', () => {
  let reads = 0;
  let now = dataOf([{ ...event('a', '1985'), get title() { reads++; return 'a'; } }]);
  const md = new MarkdownIt().use(timelinePlugin, () => now);
  md.render('```timeline\n```');
  const after = reads;
  md.render('```timeline\n```');
  expect(reads).toBe(after);
  now = dataOf([event('other', '1986')]);
  expect(md.render('```timeline\n```')).toContain('other');
});

test('no event, or more than a preview can draw, is said', () => {
  expect(render('```timeline\ntext: nobody\n```')).toContain('No event');
  expect(render('```timeline\n```', () => dataOf(Array.from({ length: 3001 }, (_, index) => event(String(index), '1985'))))).toContain('3001 events are more');
});
