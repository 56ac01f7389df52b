/** Ends of the names of bibliography files, as pandoc knows them, with their formats. */
export const BIBLIOGRAPHY_FORMATS = { '.bib': 'biblatex', '.bibtex': 'bibtex', '.json': 'csljson', '.yaml': 'cslyaml', '.yml': 'cslyaml', '.ris': 'ris' } as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[keyof typeof BIBLIOGRAPHY_FORMATS];

/** The format of a file by the end of its name; `undefined` for a file that is no bibliography. */
export function bibliographyFormat(path: string): BibliographyFormat | undefined {
  const extension = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(BIBLIOGRAPHY_FORMATS, extension) ? BIBLIOGRAPHY_FORMATS[extension as keyof typeof BIBLIOGRAPHY_FORMATS] : undefined;
}
