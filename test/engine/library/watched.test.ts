import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bundledWorker } from '../bundledWorker.ts';
import { hostileDocuments } from './hostileDocuments.ts';
import { temporaryFolder } from './support.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const child = bundledWorker('test/engine/library/watchedChild.ts');
const worker = bundledWorker('src/engine/library/documents/documents.worker.ts');
const wasm = path('node_modules/pandoc-wasm/src/pandoc.wasm');
const cMaps = path('node_modules/pdfjs-dist/cmaps/');
const watch = path('test/engine/library/watch.cjs');
const SECRET = 'harbour-master-key-4711';

/** A process that may read the files named and what lies in the folders, write nothing, and start no other; every thread of it is watched. */
async function watched(script: readonly string[], readable: readonly string[]): Promise<{ readonly out: string; readonly asked: readonly string[] }> {
  const flags = ['--permission', '--allow-worker', ...readable.map(one => `--allow-fs-read=${realpathSync(one)}`), '--require', watch];
  const process_ = spawn(process.execPath, [...flags, ...script], { stdio: ['ignore', 'pipe', 'pipe'], env: {} });
  let [out, errors] = ['', ''];
  process_.stdout.on('data', (data: Buffer) => { out += data.toString(); });
  process_.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
  const code = await new Promise<number | null>(resolve => { process_.on('close', resolve); });
  expect(code, errors).toBe(0);
  return { out, asked: errors.split('\n').filter(line => line.startsWith('ASKED')) };
}

async function askedFor(): Promise<{ readonly web: string; readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer(({ url }, response) => { requests.push(url ?? ''); response.end(); });
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.close(); });
  return { web: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

test('documents that ask for what is outside them are read without the network, without any file but what the reader needs, and write nothing', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder();
  const [documents, secret] = [join(folder, 'documents'), join(folder, 'secret.txt')];
  mkdirSync(documents);
  writeFileSync(secret, SECRET);
  const { web, requests } = await askedFor();
  for (const [name, bytes] of hostileDocuments(web, secret)) writeFileSync(join(documents, name), bytes);
  const { out, asked } = await watched([child, documents, worker, wasm, cMaps], [documents, dirname(child), dirname(worker), wasm, cMaps, watch]);
  const readings = out.trim().split('\n').map(line => JSON.parse(line) as { readonly name: string; readonly kind: string; readonly said: string });

  expect(readings.map(({ name, kind, said }) => `${name}: ${kind === 'read' ? /Harbour of \w+/.exec(said)?.[0] ?? 'nothing' : said}`)).toEqual([
    'actions.pdf: Harbour of PDF', 'entity.docx: unsafe', 'entity.epub: unsafe', 'entity.html: Harbour of XHTML', 'entity.odt: unsafe',
    'linked.docx: Harbour of DOCX', 'linked.epub: Harbour of EPUB', 'linked.odt: Harbour of ODT', 'page.html: Harbour of HTML',
  ]);
  expect(out).not.toContain(SECRET);
  expect(asked).toEqual([]);
  expect(requests).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['documents', 'secret.txt']);
});

test('who asks for more in such a process is seen, in its threads too', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const [allowed, secret, script] = [join(folder, 'allowed'), join(folder, 'secret.txt'), join(folder, 'allowed', 'asks.cjs')];
  mkdirSync(allowed);
  writeFileSync(secret, SECRET);
  const { web, requests } = await askedFor();
  writeFileSync(script, `
    const { Worker, isMainThread } = require('node:worker_threads');
    const { readFileSync, writeFileSync } = require('node:fs');
    if (isMainThread) { new Worker(__filename, { argv: process.argv.slice(2) }); } else {
      for (const ask of [() => readFileSync(${JSON.stringify(secret)}), () => writeFileSync(${JSON.stringify(join(folder, 'new.txt'))}, ''), () => fetch('${web}/a'), () => require('node:http').get('${web}/b')]) { try { ask(); } catch { } }
    }`);
  const { asked } = await watched([script], [allowed, watch]);
  expect(asked.map(line => line.split(' ')[1])).toEqual(expect.arrayContaining(['readFileSync', 'writeFileSync', 'fetch', 'get']));
  expect(requests).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['allowed', 'secret.txt']);
});
