/** What kind of place a path of a front matter means. Only places on this machine, or where the draft itself is, are read. */
export type PathKind = 'relative' | 'absolute' | 'remote' | 'share';

/** `relative` for `refs/khan.bib`, `absolute` for `/home/a/x.bib` and `C:\x.bib`, `remote` for an address, `share` for `\\server\x.bib`. */
export function pathKind(path: string): PathKind {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) { return 'remote'; }
  if (/^(?:\\\\|\/\/|\\\/|\/\\)/.test(path)) { return 'share'; }
  return /^(?:\/|[a-z]:[\\/])/i.test(path) ? 'absolute' : 'relative';
}
