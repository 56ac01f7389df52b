import type { EntryKey, Source, Statement } from '../corpus/types.ts';
import type { Span } from '../text.ts';
import type { Card } from './card.ts';

/** A place to go to when a row is opened. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** What a row stands for. It decides icon colour, context menu and what a drag carries. */
export type Subject =
  | { readonly kind: 'group' }
  | { readonly kind: 'entry'; readonly key: EntryKey; readonly isDated: boolean }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'place' };

/** One row of a tree, as data. Children are made when the row is opened. */
export interface OutlineNode {
  /** Stable over refreshes: the path of ids from the root. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Codicon name. */
  readonly icon: string;
  /** Of an entry, what it is, in words: all that its icon says. */
  readonly kind: string;
  readonly subject: Subject;
  readonly card: (() => Card) | undefined;
  readonly place: Place | undefined;
  readonly parent: OutlineNode | undefined;
  readonly children: () => readonly OutlineNode[];
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

type NodeInit = Pick<OutlineNode, 'id' | 'label'> & Partial<Omit<OutlineNode, 'id' | 'label' | 'children' | 'parent'>> & {
  readonly children?: ((parent: OutlineNode) => readonly OutlineNode[]) | undefined;
};

/** Makes a row; its id is put behind its parent's. Children are asked for once and kept. */
export function node(parent: OutlineNode | undefined, init: NodeInit): OutlineNode {
  let known: readonly OutlineNode[] | undefined;
  const made: OutlineNode = {
    id: parent === undefined ? init.id : `${parent.id}/${init.id}`,
    label: init.label,
    description: init.description ?? '',
    icon: init.icon ?? '',
    kind: init.kind ?? '',
    subject: init.subject ?? { kind: 'group' },
    card: init.card,
    place: init.place,
    parent,
    children: () => known ??= init.children?.(made) ?? [],
    hasChildren: init.hasChildren ?? init.children !== undefined,
    isExpanded: init.isExpanded ?? false,
  };
  return made;
}

/** A heading with a count; `undefined` when nothing would be under it. */
export function group(parent: OutlineNode | undefined, id: string, label: string, count: number, children: (parent: OutlineNode) => readonly OutlineNode[], isExpanded = false): OutlineNode[] {
  return count === 0 ? [] : [node(parent, { id, label, description: String(count), children, isExpanded })];
}

/**
 * The first row that the test accepts, of the outermost that there are: an actor is found in its own row, and not where it
 * stands under another as a relation. @param depth how many rows may stand above it
 */
export function findNode(roots: readonly OutlineNode[], accept: (node: OutlineNode) => boolean, depth = 4): OutlineNode | undefined {
  for (let level = roots, at = 0; level.length > 0 && at <= depth; level = level.flatMap(node => node.hasChildren ? node.children() : []), at++) {
    const found = level.find(accept);
    if (found !== undefined) { return found; }
  }
  return undefined;
}
