import type { BibliographyFormat } from './bibliographyFormat.ts';
import { readBibtex } from './bibtex.ts';
import { readCslItems, readCslYaml } from './csl.ts';
import type { Bibliography } from './cslItem.ts';
import { readRis } from './ris.ts';

/** Reads a bibliography of any format, item by item; what cannot be read is told at its place. Never throws. */
export function readBibliography(text: string, format: BibliographyFormat): Bibliography {
  switch (format) {
    case 'biblatex': case 'bibtex': return readBibtex(text);
    case 'csljson': return readCslItems(text);
    case 'cslyaml': return readCslYaml(text);
    case 'ris': return readRis(text);
  }
}
