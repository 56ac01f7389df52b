/** Words for a kind of locator, in lower case, to its CSL label: `pp.` to `page`. */
export type LocatorTerms = ReadonlyMap<string, string>;

/*
 * The locator terms of the CSL locales, all forms, singular and plural
 * (https://github.com/citation-style-language/locales, CC BY-SA 3.0). Forms stand apart by `|`.
 * Where two labels share a word, the first keeps it, as in pandoc, whose own copy of the locales decides which forms count.
 */
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    book: 'book|books|bk.|bks.', chapter: 'chapter|chapters|chap.|chaps.|c.|cc.', column: 'column|columns|col.|cols.',
    figure: 'figure|figures|fig.|figs.', folio: 'folio|folios|fol.|fols.', issue: 'issue|issues|no.|nos.',
    line: 'line|lines|l.|ll.', note: 'note|notes|n.|nn.', opus: 'opus|opera|op.|opp.', page: 'page|pages|p.|pp.',
    paragraph: 'paragraph|paragraphs|para.|paras.|¶|¶¶', part: 'part|parts|pt.|pts.', section: 'section|sections|sec.|secs.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.', verse: 'verse|verses|v.|vv.', volume: 'volume|volumes|vol.|vols.',
  },
  // British locales leave out the full stop where the last letter stays.
  'en-gb': {
    book: 'book|books|bk|bks', chapter: 'chapter|chapters|ch.|chs|c.|cc.', column: 'column|columns|col.|cols', figure: 'figure|figures|fig.|figs',
    folio: 'folio|folios|fol.|fols', issue: 'issue|issues|no.|nos', line: 'line|lines|l.|ll.', note: 'note|notes|n.|nn.',
    opus: 'opus|opera|op.|opp.', page: 'page|pages|p.|pp.', paragraph: 'paragraph|paragraphs|para.|paras|¶|¶¶', part: 'part|parts|pt|pts',
    section: 'section|sections|sect.|sects|§|§§', 'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.', verse: 'verse|verses|v.|vv.',
    volume: 'volume|volumes|vol.|vols',
  },
  fr: {
    book: 'livre|livres', chapter: 'chapitre|chapitres|chap.', column: 'colonne|colonnes|col.', figure: 'figure|figures|fig.',
    folio: 'folio|folios|fᵒ|fᵒˢ', issue: 'numéro|numéros|nᵒ|nᵒˢ', line: 'ligne|lignes|l.', note: 'note|notes|n.',
    opus: 'opus|op.', page: 'page|pages|p.', paragraph: 'paragraphe|paragraphes|paragr.|§', part: 'partie|parties|part.',
    section: 'section|sections|sect.', 'sub-verbo': 'sub verbo|sub verbis|s.\u00A0v.', verse: 'verset|versets|v.',
    volume: 'volume|volumes|vol.',
  },
  de: {
    book: 'Buch|Bücher|B.', chapter: 'Kapitel|Kap.', column: 'Spalte|Spalten|Sp.', figure: 'Abbildung|Abbildungen|Abb.',
    folio: 'Blatt|Blätter|Fol.', issue: 'Nummer|Nummern|Nr.', line: 'Zeile|Zeilen|Z.', note: 'Anmerkung|Anmerkungen|Anm.',
    opus: 'Opus|Opera|op.', page: 'Seite|Seiten|S.', paragraph: 'Absatz|Absätze|Abs.|¶|¶¶', part: 'Teil|Teile',
    section: 'Abschnitt|Abschnitte|Abschn.|§|§§', 'sub-verbo': 'sub verbo|sub verbis|s.\u00A0v.|s.\u00A0vv.', verse: 'Vers|Verse|V.',
    volume: 'Band|Bände|Bd.|Bde.',
  },
  es: {
    book: 'libro|libros|lib.', chapter: 'capítulo|capítulos|cap.', column: 'columna|columnas|col.', figure: 'figura|figuras|fig.',
    folio: 'folio|folios|f.', issue: 'número|números|n.º', line: 'línea|líneas|l.', note: 'nota|notas|n.', opus: 'opus|opera|op.',
    page: 'página|páginas|p.|pp.', paragraph: 'párrafo|párrafos|párr.|§', part: 'parte|partes|pt.', section: 'sección|secciones|sec.',
    'sub-verbo': 'sub voce|sub vocibus|s.\u00A0v.|s.\u00A0vv.', verse: 'verso|versos|v.|vv.', volume: 'volumen|volúmenes|vol.|vols.',
  },
};

function termsOf(language: string): LocatorTerms {
  const terms = new Map<string, string>();
  for (const [label, forms] of Object.entries(TERMS[language] ?? {})) {
    for (const form of forms.split('|')) {
      const word = form.toLowerCase();
      if (!terms.has(word)) { terms.set(word, label); }
    }
  }
  return terms;
}

const BY_LANGUAGE: ReadonlyMap<string, LocatorTerms> = new Map(Object.keys(TERMS).map(language => [language, termsOf(language)]));
export const ENGLISH_TERMS: LocatorTerms = BY_LANGUAGE.get('en')!;

/** The short form that a language has for an English term: `sect.` in French for `sec.`; `undefined` where the term is none, or is one there too. */
export function preferredTerm(language: string, english: string): string | undefined {
  const label = ENGLISH_TERMS.get(english.toLowerCase());
  const forms = TERMS[language.toLowerCase().split('-')[0]!]?.[label ?? '']?.split('|');
  if (label === undefined || forms === undefined || forms.some(form => form.toLowerCase() === english.toLowerCase())) { return undefined; }
  return forms.find(form => form.endsWith('.')) ?? forms[0];
}

/** The terms of a language tag such as `fr-CA` (BCP 47), as in a document's `lang`; English for a language that is not known. */
export function locatorTerms(language = 'en'): LocatorTerms {
  const tag = language.toLowerCase().replace('_', '-');
  return BY_LANGUAGE.get(tag) ?? BY_LANGUAGE.get(tag.split('-')[0]!) ?? ENGLISH_TERMS;
}
