import { actorsOutline, eventsOutline, GROUPINGS, INITIAL_STATE, sourcesOutline, type ViewName } from '../../src/core/views/trees.ts';
import type { OutlineContext } from '../../src/core/views/entryNodes.ts';
import type { OutlineNode } from '../../src/core/views/outline.ts';
import { compareEvents, type Event } from '../../src/core/corpus/index.ts';
import type { Material } from './material.ts';
import type { Rule } from './recordRules.ts';

/** So many rows under one heading can only be found in when they stand in an order that a reader sees. */
const MANY = 60;

const OUTLINES = { actors: actorsOutline, events: eventsOutline, sources: sourcesOutline } as const;

/** Headings of the sidebar, in every grouping, with more rows than a reader scans and in no order of names or dates. */
export const treeIsEasyToScan: Rule = material => (Object.keys(GROUPINGS) as ViewName[]).flatMap(view => GROUPINGS[view].flatMap(groupBy => {
  const { snapshot } = material;
  const context: OutlineContext = { snapshot, sources: snapshot.sources, draft: undefined };
  const roots = OUTLINES[view](context, { ...INITIAL_STATE[view], groupBy });
  return crowdedUnder(roots, `${view} by ${groupBy}`, material, view === 'sources' ? 5 : 3);
}));

function crowdedUnder(rows: readonly OutlineNode[], heading: string, material: Material, depth: number): string[] {
  const own = rows.length < MANY || isOrdered(rows, material) ? [] : [`${heading}: ${rows.length} rows`];
  if (depth === 0) return own;
  return [...own, ...rows.filter(row => row.hasChildren).flatMap(row => crowdedUnder(row.children(), `${heading} › ${row.label}`, material, depth - 1))];
}

function isOrdered(rows: readonly OutlineNode[], { snapshot }: Material): boolean {
  const { compare } = new Intl.Collator('en');
  if (rows.every((row, index) => index === 0 || compare(rows[index - 1]!.label, row.label) <= 0)) return true;
  const events = rows.map(row => row.subject.kind === 'entry' ? snapshot.entries.get(row.subject.key) : undefined);
  return events.every((event): event is Event => event?.class === 'event')
    && events.every((event, index) => index === 0 || firstDay(events[index - 1]!) <= firstDay(event) || compareEvents(events[index - 1]!, event) <= 0);
}

function firstDay({ date }: Event): number {
  return date === undefined ? Infinity : Number.isFinite(date.start.earliest) ? date.start.earliest : date.end.earliest;
}
