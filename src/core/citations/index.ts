export { findCitations, readInline, type CitationOptions, type InlineReading, type InlineRegion } from './grammar.ts';
export { inlineRegions } from './inline.ts';
export { readLocator, locatorTerms, type LocatedSuffix, type LocatorTerms } from './locator.ts';
