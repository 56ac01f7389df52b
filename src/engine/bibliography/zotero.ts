import { createHash } from 'node:crypto';
import { get } from 'node:http';
import type { Source } from '../../core/corpus/types.ts';
import type { BibliographyReader } from './bibliographyReader.ts';
import { t } from '../../core/l10n.ts';

/** One library of Zotero: the writer's own, or that of a group. */
export interface ZoteroLibrary {
  /** `users/0` or `groups/4603023`: its path in the API. */
  readonly path: string;
  /** The name of a group; empty for the writer's own. */
  readonly name: string;
  readonly sources: readonly Source[];
  /** Items without a citation key, which a draft cannot cite. */
  readonly keyless: number;
}

/** `closed`: nothing answers; `off`: Zotero does not let other programs in; `other`: it is no Zotero, or it answers oddly. */
export type ZoteroFailure = 'closed' | 'off' | 'slow' | 'other';

export class ZoteroUnavailable extends Error {
  readonly reason: ZoteroFailure;
  constructor(reason: ZoteroFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface ZoteroOptions {
  readonly port: number;
  readonly timeMs?: number;
  /** Longest answer that is taken, in bytes. */
  readonly maxBytes?: number;
}

/** The loopback address, and no name that something else could stand for. */
const HOST = '127.0.0.1';
const TIME_MS = 20_000;
const MAX_BYTES = 50_000_000;
const MAX_GROUPS = 50;

/**
 * Asks a running Zotero for its libraries by its local API (https://www.zotero.org/support/dev/web_api/v3/local_api): reads, never
 * writes, and speaks with this machine alone. A library that has not changed is not parsed again. Zotero counts versions of what
 * is synchronised only, so the whole library is asked for each time, and compared.
 */
export class Zotero {
  readonly #reader: Pick<BibliographyReader, 'read'>;
  readonly #known = new Map<string, { readonly hash: string; readonly library: ZoteroLibrary }>();

  constructor(reader: Pick<BibliographyReader, 'read'>) {
    this.#reader = reader;
  }

  /** @throws ZoteroUnavailable when Zotero does not answer as Zotero */
  async libraries(options: ZoteroOptions): Promise<readonly ZoteroLibrary[]> {
    const groups = groupsFrom(await ask('/api/users/0/groups', options));
    const libraries: ZoteroLibrary[] = [];
    for (const { path, name } of [{ path: 'users/0', name: '' }, ...groups]) { libraries.push(await this.#library(path, name, options)); }
    return libraries;
  }

  async #library(path: string, name: string, options: ZoteroOptions): Promise<ZoteroLibrary> {
    const bytes = await ask(`/api/${path}/items/top?format=csljson`, options);
    const hash = createHash('sha256').update(name).update(bytes).digest('base64');
    const known = this.#known.get(path);
    if (known?.hash === hash) { return known.library; }
    const { entries } = await this.#reader.read(bytes, 'csljson');
    const sources = entries.flatMap(({ item, span }): Source[] => {
      const citekey = citekeyOf(item.id, item['citation-key']);
      return citekey === undefined ? [] : [{ citekey, item: { ...item, id: citekey }, corpusId: undefined, uri: `zotero://select/items/@${encodeURIComponent(citekey)}`, span }];
    });
    const library = { path, name, sources, keyless: entries.length - sources.length };
    this.#known.set(path, { hash, library });
    return library;
  }
}

/** Zotero gives an item without a key its address as id, `http://zotero.org/users/1/items/ABCD2345`. */
function citekeyOf(id: string, key: unknown): string | undefined {
  if (typeof key === 'string' && key.trim() !== '') { return key.trim(); }
  return /^https?:\/\/zotero\.org\/|^\d+\/[A-Z0-9]{8}$/.test(id) ? undefined : id;
}

function groupsFrom(bytes: Uint8Array): { readonly path: string; readonly name: string }[] {
  let value: unknown;
  try { value = JSON.parse(new TextDecoder().decode(bytes)); } catch { return []; }
  if (!Array.isArray(value)) { return []; }
  return value.slice(0, MAX_GROUPS).flatMap((group: unknown) => {
    if (typeof group !== 'object' || group === null || !('id' in group) || !Number.isSafeInteger(group.id)) { return []; }
    const data = 'data' in group && typeof group.data === 'object' && group.data !== null ? group.data : {};
    return [{ path: `groups/${String(group.id)}`, name: 'name' in data && typeof data.name === 'string' ? data.name : String(group.id) }];
  });
}

function ask(path: string, { port, timeMs = TIME_MS, maxBytes = MAX_BYTES }: ZoteroOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const request = get({ host: HOST, port, path, headers: { 'Zotero-API-Version': '3', 'User-Agent': 'Rapporteur', Accept: 'application/json, text/plain' }, agent: false }, response => {
      const fail = (reason: ZoteroFailure, message: string) => { request.destroy(); reject(new ZoteroUnavailable(reason, message)); };
      if (response.statusCode === 403) { fail('off', t('Zotero does not let other programs in.')); return; }
      if (response.statusCode !== 200 || response.headers['zotero-api-version'] === undefined) {
        fail('other', response.headers['zotero-api-version'] === undefined ? t('What answers at port {0} is not Zotero: look which port Zotero has in its settings.', port) : t('Zotero answered with an error ({0}).', response.statusCode ?? 0));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > maxBytes) { fail('other', t('The library of Zotero is larger than {0} MB, the most that is read.', maxBytes / 1e6)); } else { chunks.push(chunk); }
      });
      response.on('end', () => { resolve(new Uint8Array(Buffer.concat(chunks))); });
      response.on('error', error => { fail('other', error.message); });
    });
    const timer = setTimeout(() => { request.destroy(); reject(new ZoteroUnavailable('slow', t('Zotero did not answer within {0} seconds.', timeMs / 1000))); }, timeMs);
    request.on('close', () => { clearTimeout(timer); });
    request.on('error', error => { reject(new ZoteroUnavailable((error as NodeJS.ErrnoException).code === 'ECONNREFUSED' ? 'closed' : 'other', error.message)); });
  });
}
