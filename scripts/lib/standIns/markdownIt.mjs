// In place of three libraries that markdown-it brings: what finds bare addresses, which it does nowhere here (`linkify: false`),
// and what Node knows by itself, the classes of characters and the names of hosts in other scripts.
import { domainToASCII as toASCII, domainToUnicode as toUnicode } from 'node:url';

export class LinkifyIt {}
export const P = /\p{P}/u;
export const S = /\p{S}/u;
export default { toASCII, toUnicode };
