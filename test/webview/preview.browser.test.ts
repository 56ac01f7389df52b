/** What the Markdown preview shows of a draft: citations, notes, the list of works, timelines. Its page is the editor's. */
import MarkdownIt from 'markdown-it';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftPlugin, type Setter } from '../../src/core/citations/preview.ts';
import { timelinePlugin } from '../../src/core/timeline/markdownIt.ts';
import { violationsOf } from './axe.ts';
import { data } from './suite.ts';
import { openTestBrowser, type TestBrowser } from './support.ts';
import { THEMES, type ThemeName } from './themes.ts';

const STYLE = readFileSync(fileURLToPath(new URL('../../media/preview.css', import.meta.url)), 'utf8');
const DRAFT = `# Harbours

It was so [@khan], and nobody knows [@nobody1999]. Then more.[^1]

[^1]: As @khan has it.

\`\`\`timeline
title: The road to Paris
flavour: sweet
\`\`\`
`;

/** As a note style sets it. */
const setter: Setter = (_document, citations) => ({
  citations: citations.map(({ text, isInNote, citekeys }) => citekeys[0] === 'khan' ? { inText: isInNote ? [{ text: 'Khan', marks: [], href: '#khan' }] : [], note: isInNote ? undefined : [{ text: `Khan, ${text}`, marks: ['italic'], href: '#khan' }] } : undefined),
  references: [{ citekey: 'khan', text: [{ text: 'Khan. 2022.', marks: [] }] }], title: 'Works cited',
});

let browser: TestBrowser | undefined;
beforeAll(async () => { browser = await openTestBrowser(); }, 180_000);
afterAll(async () => { await browser?.browser.close(); });

test.each(Object.keys(THEMES) as ThemeName[])('axe finds nothing in the preview of a draft, in the %s theme', async theme => {
  const { className, variables } = THEMES[theme];
  const html = new MarkdownIt({ html: true }).use(draftPlugin, (key: string) => key === 'khan' ? { short: 'Khan 2022', reference: 'Khan. 2022.' } : undefined, setter).use(timelinePlugin, () => data).render(DRAFT);
  for (const part of ['rapporteur-note-mark', 'rapporteur-note-back', 'rapporteur-references', 'rapporteur-citation-missing', 'rapporteur-timeline', 'rapporteur-timeline-problem']) { expect(html).toContain(part); }
  const page = await browser!.context.newPage();
  const colours = Object.entries(variables).map(([name, value]) => `${name}: ${value};`).join(' ');
  await page.setContent(`<!doctype html><html lang="en"><head><title>Preview</title><style>:root { ${colours} } body { color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); } a { color: var(--vscode-textLink-foreground); } ${STYLE}</style></head><body class="vscode-body ${className}"><main>${html}</main></body></html>`);
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});
