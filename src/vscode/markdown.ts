import * as vscode from 'vscode';
import type { SetText } from '../core/citations/setText.ts';
import type { Card, CardAction } from '../core/views/card.ts';
import type { CommandId } from './commands.ts';

/** The only commands that a link in a hover or tooltip can run. */
const LINK_COMMANDS = [
  'rapporteur.openEntry', 'rapporteur.showOnTimeline', 'rapporteur.insertCitation', 'rapporteur.openSource', 'rapporteur.copyReference', 'rapporteur.revealInTree', 'rapporteur.citeSameSource', 'rapporteur.showCitations', 'rapporteur.whatHappenedOn',
] as const satisfies readonly CommandId[];

const MAX_CHARACTERS = 4000;

/**
 * Text of a corpus, a bibliography or a draft as Markdown that shows exactly that text: every character that Markdown
 * could read as markup becomes a numeric entity, and characters that change the direction of writing are shown as escapes.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, character => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, character => `&#${character.charCodeAt(0)};`);
}

function commandLink(action: CardAction): { command: typeof LINK_COMMANDS[number]; argument: unknown; title: string } {
  switch (action.kind) {
    case 'open-entry': return { command: 'rapporteur.openEntry', argument: action.key, title: vscode.l10n.t('Open entry') };
    case 'show-on-timeline': return { command: 'rapporteur.showOnTimeline', argument: action.key, title: vscode.l10n.t('Show on timeline') };
    case 'reveal-in-tree': return { command: 'rapporteur.revealInTree', argument: action.key, title: vscode.l10n.t('Show in sidebar') };
    case 'insert-citation': return { command: 'rapporteur.insertCitation', argument: { citekey: action.citekey, suffixText: action.suffixText }, title: vscode.l10n.t('Cite') };
    case 'open-source': return { command: 'rapporteur.openSource', argument: action.citekey, title: vscode.l10n.t('Open reference') };
    case 'cite-again': return { command: 'rapporteur.citeSameSource', argument: action.citekey, title: vscode.l10n.t('Cite another page') };
    case 'show-citations': return { command: 'rapporteur.showCitations', argument: action.citekey, title: vscode.l10n.t('All citations of it') };
    case 'what-happened': return { command: 'rapporteur.whatHappenedOn', argument: action.date, title: vscode.l10n.t('All that happened then') };
    case 'copy-reference': return { command: 'rapporteur.copyReference', argument: action.citekey, title: vscode.l10n.t('Copy reference') };
  }
}

function link(action: CardAction): string {
  const { command, argument, title } = commandLink(action);
  return `[${plainText(title)}](${commandUri(command, argument)})`;
}

/** Address of a link in Markdown that runs a command of this extension. */
export function commandUri(command: CommandId, argument: unknown): string {
  // Parentheses stay as they are in encodeURIComponent and would end a Markdown link.
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, character => `%${character.charCodeAt(0).toString(16)}`)}`;
}

/**
 * A card as hover Markdown. Its links can run this extension's own commands and nothing else.
 * @param summary as Markdown, made by `setMarkdown`, where it is known better than the card has it
 */
export function toMarkdown(card: Card, summary = plainText(card.summary)): vscode.MarkdownString {
  const parts = [`**${plainText(card.title)}**${card.subtitle === '' ? '' : `  \n*${plainText(card.subtitle)}*`}`];
  if (summary !== '') { parts.push(summary); }
  if (card.facts.length > 0) { parts.push(list(card.facts.map(plainText))); }
  // Without the rule the two lists would be one.
  if (card.facts.length > 0 && card.claims.length > 0) { parts.push('---'); }
  if (card.claims.length > 0) {
    parts.push(list(card.claims.map(claim => [
      `${plainText(claim.text)} — *${plainText(claim.authority)}*`,
      ...claim.actions.map(link),
      ...claim.disputed.map(text => `\n  - ${plainText(`${vscode.l10n.t('Disputed')}: ${text}`)}`),
    ].join(' '))));
  }
  // Content first, and as much of it as fits: the links at the end are never the part that is cut.
  const links = card.actions.map(link).join(' · ');
  let body = '';
  for (const part of parts) {
    if (body.length + part.length + links.length > MAX_CHARACTERS) {
      body += body === '' ? part.slice(0, MAX_CHARACTERS - links.length).replace(/&#?\d*$/, '') : '';
      break;
    }
    body += `${part}\n\n`;
  }
  const markdown = new vscode.MarkdownString(`${body}${links}`);
  markdown.isTrusted = { enabledCommands: LINK_COMMANDS };
  return markdown;
}

/** A reference as its style sets it; only italics are kept of its looks. Nothing in it can be followed or run. */
export function setMarkdown(text: SetText): string {
  return text.map(({ text: words, marks }) => {
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
    // Emphasis in Markdown cannot begin or end with a blank.
    const shown = plainText(inner);
    return `${before && ' '}${inner !== '' && marks.includes('italic') ? `*${shown}*` : shown}${after && ' '}`;
  }).join('').slice(0, MAX_CHARACTERS / 2).replace(/&#?\d*$/, '');
}

function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

/** A card as plain text, for `aria` labels and the clipboard. */
export function toPlainText(card: Card): string {
  return [card.title, card.subtitle, card.summary, ...card.facts, ...card.claims.map(claim => `${claim.text} (${claim.authority})`)].filter(Boolean).join('\n');
}
