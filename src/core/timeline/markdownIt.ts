import type { MarkdownIt } from 'markdown-it';
import { readFence } from './fence.ts';
import { isTimelineFence } from './fences.ts';
import { figureOf, svgOf } from './figure.ts';
import type { TimelineData } from './types.ts';
import { t } from '../l10n.ts';

/** Events that a preview still draws while one types; a file draws any number. */
const MOST_EVENTS = 3000;

/**
 * A markdown-it plugin that draws ` ```timeline ` fences: `<figure class="rapporteur-timeline">` with the picture as SVG,
 * its title below, and what was not understood. A picture is drawn anew only when the fence or the events have changed.
 * @param events what there is to draw; the same object as long as nothing has changed
 */
export function timelinePlugin(md: MarkdownIt, events: () => TimelineData): void {
  const before = md.renderer.rules['fence'];
  let drawn: { readonly data: TimelineData; readonly figures: Map<string, string> } | undefined;
  md.renderer.rules['fence'] = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    if (!isTimelineFence(token.info)) { return before?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options); }
    const data = events();
    if (drawn?.data !== data) { drawn = { data, figures: new Map() }; }
    // The preview finds its place in the text by what stands in these attributes.
    token.attrJoin('class', 'rapporteur-timeline');
    const key = `${index}\n${token.content}`;
    let html = drawn.figures.get(key);
    if (html === undefined) {
      html = figureHtml(token.content, data, `timeline${index}-`, md.utils.escapeHtml);
      drawn.figures.set(key, html);
    }
    return `<figure${self.renderAttrs(token)}>${html}</figure>\n`;
  };
}

function figureHtml(text: string, data: TimelineData, prefix: string, escape: (text: string) => string): string {
  const { state, title: caption = '', problems } = readFence(text, data);
  const figure = figureOf(data, state, new Set(), { width: 1000, fontSize: 13, title: caption });
  const notes = problems.map(problem => `<p class="rapporteur-timeline-problem">${escape(problem.message)}</p>`).join('');
  if (figure.eventCount === 0) { return `<p>${escape(t('No event with a date fits what this timeline asks for.'))}</p>${notes}`; }
  if (figure.eventCount > MOST_EVENTS) { return `<p>${escape(t('{0} events are more than a preview draws; from, to, process or actor choose among them.', figure.eventCount))}</p>${notes}`; }
  const title = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`;
  return `${svgOf(figure, prefix).replace(/\n/gu, '')}${title}${notes}`;
}
