import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalZotero {
  readonly port: number;
  /** What was asked for, e.g. `GET /api/users/0/groups`. */
  readonly asked: string[];
  /** CSL-JSON items by library path, `users/0` or `groups/7`; a text is sent as it is. */
  readonly items: Record<string, readonly object[] | string>;
  groups: readonly object[];
  /** Zotero's preference “Allow other applications on this computer to communicate with Zotero”. */
  isEnabled: boolean;
  /** Never answers while it is set. */
  isStuck: boolean;
  close(): Promise<void>;
}

/**
 * Answers as the local API of Zotero does (https://www.zotero.org/support/dev/web_api/v3/local_api, and `server_localAPI.js` of
 * Zotero): 403 while it is not enabled, 400 for other users, version headers, 404 for what is not there.
 */
export async function startLocalZotero(items: LocalZotero['items'] = {}): Promise<LocalZotero> {
  const asked: string[] = [];
  const server = createServer((request, response) => { answer(state, request, response); });
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  const state: LocalZotero = {
    port: (server.address() as AddressInfo).port, asked, items, groups: [], isEnabled: true, isStuck: false,
    close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
  return state;
}

function answer(state: LocalZotero, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  state.asked.push(`${request.method ?? ''} ${url.pathname}${url.search}`);
  if (state.isStuck) { return; }
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, { 'Content-Type': type, 'Zotero-API-Version': '3', 'Zotero-Schema-Version': '32', 'Last-Modified-Version': '0' });
    response.end(body);
  };
  if (!state.isEnabled) { send(403, 'text/plain', 'Local API is not enabled'); return; }
  if (request.method !== 'GET') { send(400, 'text/plain', 'Endpoint does not support method'); return; }
  const user = /^\/api\/users\/(\d+)\//.exec(url.pathname);
  if (user !== null && user[1] !== '0') { send(400, 'text/plain', 'Only data for the logged-in user is available locally'); return; }
  if (url.pathname === '/api/users/0/groups') { send(200, 'application/json', JSON.stringify(state.groups)); return; }
  const library = /^\/api\/((?:users|groups)\/\d+)\/items\/top$/.exec(url.pathname)?.[1];
  const items = library === undefined ? undefined : state.items[library];
  if (items === undefined || url.searchParams.get('format') !== 'csljson') { send(404, 'text/plain', 'Not found'); return; }
  send(200, 'text/plain', typeof items === 'string' ? items : JSON.stringify(items, null, '\t'));
}
