import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { webviewBundle } from '../../scripts/lib/webview.mjs';
import { EVENTS_PER_MESSAGE } from '../../src/core/timeline/protocol.ts';
import type { TimelineData } from '../../src/core/timeline/types.ts';
import { labelsAt } from './timelineLabels.ts';
import { manyEvents } from './timelineMaterial.ts';
import type { Row } from './table.ts';

const require = createRequire(import.meta.url);
const ORIGIN = 'http://127.0.0.1:1';
/** Moves of a drag and turns of the wheel that are measured; fewer where each takes long. */
const MOVES = 120;
const SLOW_MOVES = 24;
/** Our wheel scales time by e^0.11 at each turn of 50 pixels: the peer's, by 1 + 1/friction. */
const ZOOM_FRICTION = 1 / (Math.exp(0.11) - 1);
/** Drawing ten thousand events with the peer takes more than a minute of a fast machine. */
const PEER_TIMEOUT_MS = 900_000;

/** CPU of the page's main thread for each step of the hand. */
interface Hand {
  readonly pan: number;
  readonly zoom: number;
}
interface Figures {
  /** From the data in the page to the painted picture. */
  readonly first: { readonly clock: number; readonly cpu: number };
  readonly hand: Hand;
  /** The same, with a call into the page after each step. */
  readonly watched: Hand;
  readonly heapMb: number;
  readonly longestTask: number;
  readonly texts: number;
  readonly shapes: number;
  /** Frames of the drag and of the wheel in which the picture was another. */
  readonly pictures: number;
}

/** The scripts of the page as they ship, by their paths. */
const scriptsOf = async () => new Map((await build({ ...webviewBundle, minify: true, write: false as const })).outputFiles.map(file => [`/${basename(file.path)}`, file.text]));

/** What both pages have: the longest task, and a count of what is drawn in one frame on the canvas of the picture, or for what a drag brings into sight beside it. */
const WATCH = `
  window.longest = 0; window.drawn = { texts: 0, shapes: 0 }; window.most = { texts: 0, shapes: 0 };
  new PerformanceObserver(list => { for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration); }).observe({ entryTypes: ['longtask'] });
  window.countDrawing = () => {
    for (const { prototype: own } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const wrap = (name, kind) => { const before = own[name]; own[name] = function (...args) { if (!(this.canvas instanceof Element) || this.canvas.closest('.moving') !== null) { window.drawn[kind]++; } return before.apply(this, args); }; };
      for (const name of ['fillRect', 'fill', 'stroke']) wrap(name, 'shapes');
      wrap('fillText', 'texts');
    }
    window.pictures = 0;
    let at = '';
    (function frame() {
      const moving = document.querySelector('.moving')?.style.transform;
      if (window.drawn.shapes > 0 || moving !== at) { window.pictures++; at = moving; }
      for (const kind of ['texts', 'shapes']) { window.most[kind] = Math.max(window.most[kind], window.drawn[kind]); window.drawn[kind] = 0; }
      requestAnimationFrame(frame);
    })();
  };`;
/** The events come from outside, as in the editor, so that what the page holds and clears away is its own: a worker keeps them until they are asked for. */
const FEED = "fetch('/messages.json').then(answer => answer.json()).then(messages => { postMessage('full'); onmessage = () => { for (const message of messages) { postMessage(message); } messages = []; }; });";
const FED = `
  window.feed = new Worker('/feed.js');
  window.fed = new Promise(resolve => { window.feed.onmessage = () => { window.feed.onmessage = event => { window.dispatchEvent(new MessageEvent('message', { data: event.data })); }; resolve(); }; });`;
const HOST = 'window.acquireVsCodeApi = () => ({ postMessage() {}, getState() { return null; }, setState() {} });';

/** CPU of the page's main thread so far, in milliseconds. */
async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(metric => metric.name === 'TaskDuration')!.value;
}

/** What scripts hold, the bytes of typed arrays included, which lie outside the heap proper. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

async function opened(context: BrowserContext, body: string, files: Readonly<Record<string, string>>): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await context.newPage();
  page.setDefaultTimeout(PEER_TIMEOUT_MS);
  await page.route(`${ORIGIN}/**`, route => {
    const { pathname } = new URL(route.request().url());
    const type = pathname.endsWith('.js') ? 'text/javascript' : pathname.endsWith('.css') ? 'text/css' : 'text/html';
    return route.fulfill({ contentType: type, body: pathname === '/' ? `<!DOCTYPE html><html><head><meta charset="utf-8"><title>bench</title>${body}` : files[pathname] ?? '' });
  });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${ORIGIN}/`);
  return { page, session };
}

/** CPU for each step of the hand, each of which is drawn in a frame of its own; frames without a step are none of it but what they cost. */
async function perStep(session: CDPSession, moves: number, run: () => Promise<void>): Promise<number> {
  const before = await cpuOf(session);
  await run();
  return (await cpuOf(session) - before) / moves;
}

const nextFrame = (page: Page) => page.evaluate('new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))');

/**
 * A drag there and back, and the wheel there and back. The browser hands each step to the page at its next frame and answers when
 * it has done so, so that each has a frame of its own, as under a hand. All drags come before the wheel, which does not bring
 * the peer back to where it began: so both are dragged over the same years.
 * @returns the same twice: the second time a call into the page waits for each frame as well, which is work for its main thread that no hand makes
 */
async function panAndZoom(page: Page, session: CDPSession, moves = MOVES): Promise<readonly [hand: Hand, watched: Hand]> {
  const step = async (isWatched: boolean) => { if (isWatched) { await page.evaluate('new Promise(resolve => requestAnimationFrame(resolve))'); } };
  const pan = async (isWatched: boolean) => {
    await page.mouse.move(800, 420);
    await page.mouse.down();
    const taken = await perStep(session, moves, async () => {
      for (let move = 1; move <= moves; move++) {
        await page.mouse.move(800 + 6 * (move <= moves / 2 ? move : moves - move), 420);
        await step(isWatched);
      }
    });
    await page.mouse.up();
    return taken;
  };
  const zoom = (isWatched: boolean) => perStep(session, moves, async () => {
    for (let turn = 0; turn < moves; turn++) {
      await page.mouse.wheel(0, turn < moves / 2 ? -50 : 50);
      await step(isWatched);
    }
  });
  const pans = [await pan(false), await pan(true)] as const;
  const zooms = [await zoom(false), await zoom(true)] as const;
  return [{ pan: pans[0], zoom: zooms[0] }, { pan: pans[1], zoom: zooms[1] }];
}

async function figuresOf(page: Page, session: CDPSession, empty: number, start: string, isOurs: boolean, moves?: number): Promise<Figures> {
  await page.evaluate('window.longest = 0');
  const before = await cpuOf(session);
  const clock = await page.evaluate<number>(start);
  const cpu = await cpuOf(session) - before;
  await nextFrame(page);
  const longestTask = await page.evaluate<number>('window.longest');
  const [hand, watched] = await panAndZoom(page, session, moves);
  const heapMb = await heapOf(session) - empty;
  // Counted in a second round, so that counting costs nothing in the first.
  let most = { texts: 0, shapes: 0, pictures: 0 };
  if (isOurs) {
    await page.evaluate('window.countDrawing()');
    await panAndZoom(page, session);
    most = await page.evaluate('({ ...window.most, pictures: window.pictures })');
  }
  await page.close();
  return { first: { clock, cpu }, hand, watched, heapMb, longestTask, ...most };
}

function messagesOf({ events, ...rest }: TimelineData): readonly unknown[] {
  return [
    { type: 'show', data: rest, eventCount: events.length, state: null },
    ...Array.from({ length: Math.ceil(events.length / EVENTS_PER_MESSAGE) }, (_, at) => ({
      type: 'events', events: events.slice(at * EVENTS_PER_MESSAGE, (at + 1) * EVENTS_PER_MESSAGE), isLast: (at + 1) * EVENTS_PER_MESSAGE >= events.length,
    })),
  ];
}

/** The page with the controls around the picture, before it has any event. */
async function openedOurs(context: BrowserContext, data: TimelineData, scripts: ReadonlyMap<string, string>): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const { page, session } = await opened(context, `<link rel="stylesheet" href="/timeline.css"></head><body class="vscode-dark"><script>${WATCH}${HOST}${FED}</script><script src="/timeline.js" type="module"></script></body></html>`, {
    ...Object.fromEntries(scripts), '/timeline.css': readFileSync(new URL('../../media/timeline.css', import.meta.url), 'utf8'), '/feed.js': FEED, '/messages.json': JSON.stringify(messagesOf(data)),
  });
  await page.waitForSelector('vscode-button:defined', { state: 'attached' });
  await page.evaluate('window.fed');
  return { page, session };
}

const GO = `new Promise(resolve => {
    const begun = performance.now();
    delete document.body.dataset.ready;
    new MutationObserver((_, observer) => {
      if (document.body.dataset.ready !== '1') { return; }
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    }).observe(document.body, { attributes: true });
    window.feed.postMessage('go');
  })`;

async function ours(context: BrowserContext, data: TimelineData, scripts: ReadonlyMap<string, string>): Promise<Figures> {
  const { page, session } = await openedOurs(context, data, scripts);
  const empty = await heapOf(session);
  return figuresOf(page, session, empty, GO, true);
}

interface Traced {
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The most CPU that the page's main thread takes in one task from the data to the first picture: by the clock a busy machine makes each longer. */
async function longestCpu(browser: Browser, context: BrowserContext, data: TimelineData, scripts: ReadonlyMap<string, string>): Promise<number> {
  const { page } = await openedOurs(context, data, scripts);
  await browser.startTracing(page, { categories: ['toplevel'] });
  await page.evaluate(GO);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly Traced[] };
  await page.close();
  const mains = new Set(traceEvents.filter(event => event.name === 'thread_name' && event.args.name === 'CrRendererMain').map(event => `${event.pid} ${event.tid}`));
  return Math.max(...traceEvents.filter(event => event.name.endsWith('RunTask') && mains.has(`${event.pid} ${event.tid}`)).map(event => (event.tdur ?? 0) / 1000));
}

/**
 * vis-timeline over the same years, moved by the same steps. As it comes it stacks what overlaps, so that one lane of twelve
 * fills the window and the others wait below it; unstacked, all twelve are in sight, as they are with us, and what overlaps lies on each other.
 */
async function peer(context: BrowserContext, data: TimelineData, isStacked: boolean, moves: number): Promise<Figures> {
  const folder = require.resolve('vis-timeline/standalone/umd/vis-timeline-graph2d.min.js');
  const { page, session } = await opened(context, `<link rel="stylesheet" href="/vis.css"></head><body><script>${WATCH}</script><script src="/vis.js"></script><div id="box" style="height: 860px"></div></body></html>`, {
    '/vis.js': readFileSync(folder, 'utf8'), '/vis.css': readFileSync(require.resolve('vis-timeline/styles/vis-timeline-graph2d.min.css'), 'utf8'),
  });
  const empty = await heapOf(session);
  const day = (value: number | null) => value === null ? undefined : value * 86_400_000;
  await page.evaluate(given => { (globalThis as { given?: unknown }).given = given; }, {
    groups: data.processes.map(process => ({ id: process.id, content: process.title })),
    items: data.events.map(event => ({
      id: event.id, group: event.processes[0], content: event.title, start: day(event.date.start[0]),
      ...event.date.shape === 'span' ? { end: day(event.date.end[1]), type: 'range' } : { type: 'point' },
    })),
  });
  return figuresOf(page, session, empty, `new Promise(resolve => {
    const begun = performance.now();
    const { items, groups } = window.given;
    const timeline = new vis.Timeline(document.getElementById('box'), new vis.DataSet(items), new vis.DataSet(groups), { height: '860px', start: new Date(1945, 0), end: new Date(2000, 0), stack: ${String(isStacked)}, zoomFriction: ${ZOOM_FRICTION} });
    timeline.on('changed', () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))));
  })`, false, moves);
}

/** What the browser itself takes for a frame in which the hand moves and one rectangle is drawn: nobody can take less. */
async function floor(context: BrowserContext): Promise<readonly [hand: Hand, watched: Hand]> {
  const { page, session } = await opened(context, `</head><body style="margin: 0"><canvas width="1400" height="860"></canvas><script>
    const canvas = document.querySelector('canvas'), context = canvas.getContext('2d');
    let x = 0;
    const ask = () => requestAnimationFrame(() => { context.clearRect(0, 0, 1400, 860); context.fillRect(x++ % 1000, 100, 50, 50); });
    canvas.addEventListener('pointermove', ask);
    canvas.addEventListener('wheel', event => { event.preventDefault(); ask(); }, { passive: false });
  </script></body></html>`, {});
  const both = await panAndZoom(page, session);
  await page.close();
  return both;
}

const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const times = (one: number, other: number) => `${(one / other).toFixed(1)} ×`;

/** The page in a headless browser, side by side with vis-timeline on the same events, and what it is made of. */
export async function bench(): Promise<Row[]> {
  const scripts = await scriptsOf();
  const rows: Row[] = [];
  const { browser, context } = await openBrowser({ viewport: { width: 1400, height: 900 } });
  try {
    const [least, leastWatched] = await floor(context);
    // What a browser does once, for its first page with texts in it, is none of what is measured.
    await ours(context, manyEvents(100), scripts);
    const andWatched = (value: (hand: Hand) => number, hand: Hand, watched: Hand) => `${ms(value(hand))}, ${ms(value(watched))} with a call into the page for each`;
    rows.push(...(['pan', 'zoom'] as const).map(way => ({ what: `an empty page: ${way}, CPU of a frame`, measured: andWatched(hand => hand[way], least, leastWatched) })));
    for (const [count, most, less] of [[1000, 4, 3], [10_000, 6, 10], [100_000, 16.7, undefined]] as const) {
      const data = manyEvents(count);
      const own = await ours(context, data, scripts);
      const longest = count === 100_000 ? await longestCpu(browser, context, data, scripts) : undefined;
      const label = `${count.toLocaleString('en')} events`;
      const other = less === undefined ? undefined : await peer(context, data, true, MOVES);
      const alike = less === undefined ? undefined : await peer(context, data, false, count > 1000 ? SLOW_MOVES : MOVES);
      const against = (value: (figures: Figures) => number) => other === undefined ? '' : `${times(value(other), value(own))} less than vis-timeline, ${ms(value(other))}`;
      const againstAlike = (value: (figures: Figures) => number) => alike === undefined ? '' : `${times(value(alike), value(own))} less than vis-timeline with the same lanes in sight, ${ms(value(alike))}; ${against(value)}, with one`;
      for (const way of ['pan', 'zoom'] as const) {
        const value = ({ hand }: Figures) => hand[way];
        const isLess = alike === undefined || less === undefined || value(alike) >= less * value(own);
        rows.push({ what: `${label}: ${way}, CPU of a frame`, measured: andWatched(hand => hand[way], own.hand, own.watched), goal: `≤ ${most} ms${less === undefined ? '' : `, ${less} × less`}`, met: value(own) <= most && isLess, against: againstAlike(value) });
      }
      rows.push(
        { what: `${label}: first picture, clock`, measured: ms(own.first.clock), ...count === 10_000 && other !== undefined ? { goal: '10 × sooner', met: other.first.clock >= 10 * own.first.clock } : {}, against: against(figures => figures.first.clock) },
        { what: `${label}: first picture, CPU`, measured: ms(own.first.cpu), against: against(figures => figures.first.cpu) },
        { what: `${label}: texts and shapes in a frame at most`, measured: `${own.texts}, ${own.shapes}`, goal: '≤ 300, 3,000', met: own.texts <= 300 && own.shapes <= 3000 },
        { what: `${label}: pictures in ${4 * MOVES} steps`, measured: String(own.pictures) },
        { what: `${label}: longest task until then, clock`, measured: ms(own.longestTask) },
        ...longest === undefined ? [] : [{ what: `${label}: longest task until then, CPU`, measured: ms(longest), goal: '≤ 50 ms', met: longest <= 50 }],
        { what: `${label}: heap beyond the empty page`, measured: `${own.heapMb.toFixed(1)} MB`, ...count === 100_000 ? { goal: 'under 30 MB', met: own.heapMb < 30 } : {}, against: other === undefined ? '' : `vis-timeline ${other.heapMb.toFixed(1)} MB` },
      );
    }
  } finally { await browser.close(); }
  for (const count of [1000, 10_000]) {
    const data = manyEvents(count);
    const zooms = [1, 4, 16].map(factor => ({ factor, ...labelsAt(data, factor) }));
    rows.push({
      what: `${count.toLocaleString('en')} events: labels of the optimum at fit, × 4, × 16`, measured: zooms.map(({ shown, optimum }) => `${Math.round(100 * shown / Math.max(1, optimum))} %`).join(', '),
      ...count === 1000 ? { goal: 'over 70 % at fit', met: zooms[0]!.shown > 0.7 * zooms[0]!.optimum } : {}, against: zooms.map(({ shown, optimum }) => `${shown} of ${optimum}`).join(', '),
    });
  }
  const size = (isWanted: (name: string) => boolean) => [...scripts].filter(([name]) => isWanted(name)).reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const [page, all] = [size(name => !name.includes('around')), size(() => true)];
  rows.push(
    { what: 'scripts that draw the picture, minified', measured: `${(page / 1000).toFixed(1)} kB`, goal: 'under 60 kB', met: page < 60_000 },
    { what: 'all scripts, with the controls', measured: `${(all / 1000).toFixed(1)} kB`, goal: 'under 120 kB', met: all < 120_000 },
  );
  return rows;
}
