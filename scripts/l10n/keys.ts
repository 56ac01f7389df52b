/**
 * The sentences of the source that have to be translated: what is written in `t('…')`, in `vscode.l10n.t('…')`, in tables
 * marked by `toTranslate(…)`, and in what the schema says of a key with `withWords(…)`. Values of `icon` in such tables are no words, nor are severities.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const NO_WORDS = new Set(['error', 'warning', 'information', 'hint']);

/** Every sentence with the files that have it. */
export function keysOfSource(root: string): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const file of globSync('src/**/*.ts', { cwd: root }).toSorted()) {
    for (const key of keysOfText(readFileSync(join(root, file), 'utf8'))) { keys.set(key, [...keys.get(key) ?? [], file]); }
  }
  return keys;
}

export function keysOfText(text: string): Set<string> {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const keys = new Set<string>();
  const visit = (node: ts.Node): void => {
    const [argument] = ts.isCallExpression(node) ? node.arguments : [];
    if (argument !== undefined) {
      const called = (node as ts.CallExpression).expression.getText();
      if (called === 't' || called.endsWith('l10n.t')) { for (const key of choicesOf(argument)) { keys.add(key); } }
      // What the schema says of each key is its second argument.
      if (called === 'withWords' && (node as ts.CallExpression).arguments[1] !== undefined) { for (const key of choicesOf((node as ts.CallExpression).arguments[1]!)) { keys.add(key); } }
      if (called === 'toTranslate') { for (const key of wordsIn(argument)) { keys.add(key); } }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return keys;
}

/** `'a'`, or both of `isOne ? 'a' : 'b'`; a word that comes out of a marked table is found there. */
function choicesOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) { return [node.text]; }
  if (ts.isParenthesizedExpression(node)) { return choicesOf(node.expression); }
  return ts.isConditionalExpression(node) ? [...choicesOf(node.whenTrue), ...choicesOf(node.whenFalse)] : [];
}

function wordsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) { return node.text === '' || NO_WORDS.has(node.text) ? [] : [node.text]; }
  if (ts.isPropertyAssignment(node)) { return node.name.getText() === 'icon' ? [] : wordsIn(node.initializer); }
  const found: string[] = [];
  ts.forEachChild(node, child => { found.push(...wordsIn(child)); });
  return found;
}

/** `{0}`, `{1}` of a sentence, in their order, each once. */
export function placesOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\d+\}/g) ?? [])].toSorted();
}
