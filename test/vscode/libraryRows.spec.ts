import * as vscode from 'vscode';
import { readCorpus } from '../../src/core/corpus/read.ts';
import { mergeCorpora } from '../../src/core/corpus/snapshot.ts';
import { NOTHING_FOUND, type Hit } from '../../src/core/library/types.ts';
import type { Proposal } from '../../src/core/proposals/types.ts';
import { ProposalTree } from '../../src/vscode/library/proposalTree.ts';
import { ResultsTree } from '../../src/vscode/library/resultsTree.ts';
import { afterwards, suite, test } from './runner.ts';
import { assert } from './support.ts';

/** The rows of a tree as they are read aloud, with those under them. */
function spoken<T>(tree: { getChildren(node?: T): T[]; getTreeItem(node: T): vscode.TreeItem }, node?: T): string[] {
  return tree.getChildren(node).flatMap(child => [tree.getTreeItem(child).accessibilityInformation?.label ?? '(nothing)', ...spoken(tree, child).map(label => `  ${label}`)]);
}

const HIT: Hit = {
  id: 1, textKey: 'file:///a.txt', shelf: 'sources', citekey: 'ledger2001', title: 'a.txt', kind: 'text', text: 'The keeper kept a ledger.', page: '', turns: [], section: '', note: '',
  start: 0, end: 25, ref: '', highlights: [{ start: 18, end: 24 }], score: 1,
};
const FROM = { source: 'file:///t.csv', title: 't.csv', citekey: 'pax2024', suffixText: 'row 2', passage: 'Tarn accord · 3/4/1997' };

suite('Rows of the library are read aloud', () => {
  test('with the words that were found and their place, under the kind of text and how many there are', () => {
    const tree = new ResultsTree(() => undefined);
    afterwards(() => { tree.dispose(); });
    tree.show({
      ...NOTHING_FOUND, hits: [
        HIT, { ...HIT, id: 2, page: '7', section: '2.5' }, { ...HIT, id: 3, kind: 'note', note: '24', citekey: '' },
        { ...HIT, id: 4, shelf: 'entries', title: 'Ada Quill', citekey: '' }, { ...HIT, id: 5, shelf: 'statements', title: 'Harbour office' }, { ...HIT, id: 6, shelf: 'drafts', title: 'draft.md', citekey: '' },
      ],
    });
    assert.deepEqual(spoken(tree), [
      'Passages, 3', '  The keeper kept a ledger., @ledger2001', '  The keeper kept a ledger., @ledger2001 · sec. 2.5 · page 7', '  The keeper kept a ledger., a.txt · n. 24',
      'Statements, 1', '  The keeper kept a ledger., Harbour office',
      'Entries, 1', '  The keeper kept a ledger., Ada Quill',
      'Drafts, 1', '  The keeper kept a ledger., draft.md',
    ]);
  });

  test('with what each proposal is, and what of the corpus it may be, under their text or table', () => {
    const open: Proposal[] = [
      { id: '1', kind: 'event', from: FROM, name: 'Tarn accord', eventKind: 'agreement', edtf: '1997-04', place: 'Tarnport', participants: [] },
      { id: '2', kind: 'event', from: FROM, name: 'Moss accord', eventKind: 'other', edtf: undefined, place: undefined, participants: [] },
      { id: '3', kind: 'actor', from: { ...FROM, source: 'file:///t.pdf', title: 't.pdf' }, name: 'Bo Larsen', type: 'person' },
      { id: '7', kind: 'actor', from: { ...FROM, source: 'file:///t.pdf', title: 't.pdf' }, name: 'Ox League', type: 'regional-body' },
      { id: '4', kind: 'office', from: FROM, name: 'Ada Quill', role: 'Keeper', organization: 'Ox' },
      { id: '5', kind: 'date', from: FROM, event: 'salt-accord', name: 'Salt accord', edtf: '1997' },
      { id: '6', kind: 'statement', from: FROM, about: 'bo-larsen', name: 'Bo Larsen' },
    ];
    const text = '---\ntype: person\nname: Bo Larsen\n---\n';
    const corpus = readCorpus([{ path: 'corpus.yaml', uri: 'file:///c/corpus.yaml', text: 'id: c' }, { path: 'actors/bo-larsen.md', uri: 'file:///c/actors/bo-larsen.md', text }], 'file:///c');
    const never = () => new vscode.Disposable(() => { /* nothing ever changes */ });
    const tree = new ProposalTree({ open, onDidChange: never }, { snapshot: mergeCorpora([corpus]), onDidChange: never });
    afterwards(() => { tree.dispose(); });
    assert.deepEqual(spoken(tree), [
      't.csv, table, 5',
      '  Tarn accord, agreement · April 1997 · Tarnport', '  Moss accord, event', '  Salt accord, date: 1997', '  Ada Quill, office, Keeper, Ox', '  Bo Larsen, statement, Tarn accord · 3/4/1997',
      't.pdf, text, 2',
      '  Bo Larsen, person · in the corpus: Bo Larsen', '  Ox League, regional body',
    ]);
  });
});
