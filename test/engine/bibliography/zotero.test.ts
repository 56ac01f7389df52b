import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { readBytes } from '../../../src/engine/bibliography/readBytes.ts';
import { Zotero } from '../../../src/engine/bibliography/zotero.ts';
import { startLocalZotero, type LocalZotero } from './localZotero.ts';

const open: LocalZotero[] = [];
afterEach(async () => { for (const server of open.splice(0)) await server.close(); });

let parsed = 0;
const reader = { read: async (bytes: Uint8Array) => { parsed++; return readBytes(bytes, 'csljson'); } };
const KHAN = { 'id': 'khan2022', 'type': 'report', 'title': 'When Great Powers Behave', 'citation-key': 'khan2022' };
const KEYLESS = { id: 'http://zotero.org/users/1/items/ABCD2345', type: 'book', title: 'No key' };

async function running(items: LocalZotero['items']): Promise<LocalZotero> {
  const server = await startLocalZotero(items);
  open.push(server);
  return server;
}

describe('a running Zotero', () => {
  test('gives the items of the writer', async () => {
    const { port, asked } = await running({ 'users/0': [KHAN] });
    const [library] = await new Zotero(reader).libraries({ port });
    expect(library?.sources.map(({ citekey, item, uri }) => [citekey, item.title, uri])).toEqual([['khan2022', 'When Great Powers Behave', 'zotero://select/items/@khan2022']]);
    expect(asked).toEqual(['GET /api/users/0/groups', 'GET /api/users/0/items/top?format=csljson']);
  });

  test('gives those of groups too, under the names of the groups', async () => {
    const server = await running({ 'users/0': [], 'groups/7': [KHAN] });
    server.groups = [{ id: 7, version: 1, data: { id: 7, name: 'Desk for mediation' } }, { id: '../x', data: {} }];
    const libraries = await new Zotero(reader).libraries({ port: server.port });
    expect(libraries.map(({ path, name, sources }) => [path, name, sources.length])).toEqual([['users/0', '', 0], ['groups/7', 'Desk for mediation', 1]]);
  });

  test('has items without a key, which are counted and left out', async () => {
    const { port } = await running({ 'users/0': [KHAN, KEYLESS] });
    expect((await new Zotero(reader).libraries({ port }))[0]).toMatchObject({ keyless: 1, sources: [{ citekey: 'khan2022' }] });
  });

  test('may give the key beside an address as id', async () => {
    const { port } = await running({ 'users/0': [{ ...KEYLESS, 'citation-key': 'nokey1999' }] });
    expect((await new Zotero(reader).libraries({ port }))[0]?.sources[0]).toMatchObject({ citekey: 'nokey1999', item: { id: 'nokey1999' } });
  });

  test('is not parsed again while nothing has changed', async () => {
    const server = await running({ 'users/0': [KHAN] });
    const zotero = new Zotero(reader);
    parsed = 0;
    const [before] = await zotero.libraries({ port: server.port });
    expect((await zotero.libraries({ port: server.port }))[0]).toBe(before);
    server.items['users/0'] = [KHAN, { id: 'new2024', type: 'book', title: 'New' }];
    expect((await zotero.libraries({ port: server.port }))[0]?.sources).toHaveLength(2);
    expect(parsed).toBe(2);
  });

  test('with a broken answer gives what can be read of it', async () => {
    const { port } = await running({ 'users/0': `[${JSON.stringify(KHAN)},\n{"id": "cut` });
    expect((await new Zotero(reader).libraries({ port }))[0]?.sources).toHaveLength(1);
  });
});

describe('a Zotero that cannot be asked', () => {
  test('because it lets no other program in', async () => {
    const server = await running({ 'users/0': [KHAN] });
    server.isEnabled = false;
    await expect(new Zotero(reader).libraries({ port: server.port })).rejects.toMatchObject({ reason: 'off' });
  });

  test('because it does not run', async () => {
    const server = await startLocalZotero();
    const { port } = server;
    await server.close();
    await expect(new Zotero(reader).libraries({ port })).rejects.toMatchObject({ reason: 'closed' });
  });

  test('because it never answers', async () => {
    const server = await running({ 'users/0': [KHAN] });
    server.isStuck = true;
    await expect(new Zotero(reader).libraries({ port: server.port, timeMs: 50 })).rejects.toMatchObject({ reason: 'slow' });
  });

  test('because its library is too large', async () => {
    const { port } = await running({ 'users/0': [KHAN, KHAN, KHAN] });
    await expect(new Zotero(reader).libraries({ port, maxBytes: 100 })).rejects.toMatchObject({ reason: 'other' });
  });

  test('because another program answers, which may send it elsewhere', async () => {
    const server = createServer((_, response) => { response.writeHead(302, { Location: 'http://example.org/' }).end(); });
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as AddressInfo;
    await expect(new Zotero(reader).libraries({ port })).rejects.toMatchObject({ reason: 'other', message: `What answers at port ${port} is not Zotero: look which port Zotero has in its settings.` });
    server.close();
  });
});
