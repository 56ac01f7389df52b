export { findCitations, readInline, type CitationOptions, type InlineReading, type InlineRegion } from './grammar.ts';
export { inlineRegions } from './inline.ts';
export { readLocator, locatorTerms, type LocatedSuffix, type LocatorTerms } from './locator.ts';
export { formatCitation, formatReference, shortReference, type CitationText } from './reference.ts';
export { citekeyText, insertCitation, sameSourceOtherLocator, type CitationForm, type Insertion, type NewCitation } from './insert.ts';
export { completionContext, type CompletionContext } from './completion.ts';
export { citationPlugin, type PreviewLookup, type PreviewSource } from './markdownIt.ts';
