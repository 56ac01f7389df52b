import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { citationPlugin, type PreviewSource } from '../../../src/core/citations/markdownIt.ts';

const SOURCES: Readonly<Record<string, PreviewSource>> = {
  khan: { short: 'Khan 2022', reference: 'Khan, Asif R. 2022. When Great Powers Behave.' },
  un: { short: 'UN Security Council c. 1990', reference: 'UN Security Council. c. 1990. Resolution.' },
  evil: { short: '<b>Evil</b> 1999', reference: '"><script>alert(1)</script>' },
};
const md = new MarkdownIt({ html: true, linkify: true }).use(citationPlugin, (citekey: string) => SOURCES[citekey]);
const shown = (text: string) => md.renderInline(text).replace(/ title="[^"]*"/g, '').replace(/<span class="rapporteur-citation">(.*?)<\/span>(?!<\/span>)/g, '‹$1›');

describe('a citation in the preview', () => {
  test('is text with the reference as its title', () => {
    expect(md.renderInline('See [@khan, sec. 3.2].')).toBe('See <span class="rapporteur-citation" title="Khan, Asif R. 2022. When Great Powers Behave.">(Khan 2022, sec. 3.2)</span>.');
  });
  test.each([
    ['[@khan]', '‹(Khan 2022)›'], ['[see @khan, p. 3; @un]', '‹(see Khan 2022, p. 3; UN Security Council c. 1990)›'], ['@khan says', '‹Khan (2022)› says'],
    ['@khan [p. 33; @un]', '‹Khan (2022, p. 33; UN Security Council c. 1990)›'], ['[-@khan, p. 3]', '‹(2022, p. 3)›'], ['@un', '‹UN Security Council (c. 1990)›'], ['[*see* @khan, {p. 3} *passim*]', '‹(see Khan 2022, p. 3 passim)›'],
    ['*x [@khan]*', '<em>x ‹(Khan 2022)›</em>'], ['a [@khan\n; @un] b', 'a ‹(Khan 2022; UN Security Council c. 1990)› b'], ['word-@khan', 'word-‹Khan (2022)›'],
  ])('%j reads %j', (text, expected) => expect(shown(text)).toBe(expected));

  test('of an unknown key is shown as written, and marked', () => {
    expect(md.renderInline('[@nobody, p. 3]')).toBe('<span class="rapporteur-citation" title="@nobody">(<span class="rapporteur-citation-missing">@nobody</span>, p. 3)</span>');
  });
  test('of an unknown key in the text keeps its locator', () => expect(md.renderInline('@nobody [p. 3]')).toContain('<span class="rapporteur-citation-missing">@nobody</span> (p. 3)'));
  test('has all references in its title', () => expect(md.renderInline('[@khan; @un; @khan]')).toContain('title="Khan, Asif R. 2022. When Great Powers Behave.\nUN Security Council. c. 1990. Resolution."'));
  test('escapes what sources and drafts hold', () => {
    expect(md.renderInline('[<i>see</i> @evil, p. <img src=x>]')).not.toMatch(/<script|<img|<b>|<i>/);
  });
});

describe('the rest of the preview is not disturbed', () => {
  const plain = new MarkdownIt({ html: true, linkify: true });
  test.each([
    '[text](http://x.org/a)', '[text][ref]\n\n[ref]: http://x.org', '`[@khan]`', '```\n[@khan]\n```', '    [@khan]', 'mail a@b.org now', '<a href="@khan">x</a>', '<https://x.org/@khan>', 'x[^1]\n\n[^1]: note',
    '\\@khan', '[x]', '[ ] task', '![alt](a.png)', 'a - b -- c', '| a | b |\n|---|---|\n| c | d |', '<!-- [@khan] -->', '[a@b.org](mailto:a@b.org)',
  ])('%j', text => expect(md.render(text)).toBe(plain.render(text)));

  test('a citation in a link’s text is set within the link', () => expect(md.renderInline('[see @khan](http://x.org)')).toMatch(/^<a href="http:\/\/x.org">see <span class="rapporteur-citation"[^>]*>Khan \(2022\)<\/span><\/a>$/));
  test('a citation in a heading, a list and a table is set', () => {
    expect(md.render('# A [@khan]\n\n- b [@khan]\n\n| a |\n|---|\n| @khan |').match(/rapporteur-citation"/g)).toHaveLength(3);
  });
});
