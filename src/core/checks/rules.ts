import type { Rule } from './rule.ts';
import { contested } from './rules/contested.ts';
import { countConflict } from './rules/count-conflict.ts';
import { danglingNote } from './rules/dangling-note.ts';
import { dateConflict } from './rules/date-conflict.ts';
import { duplicateCitekey } from './rules/duplicate-citekey.ts';
import { falsePrecision } from './rules/false-precision.ts';
import { firstMention } from './rules/first-mention.ts';
import { locatorOutOfRange } from './rules/locator-out-of-range.ts';
import { nameVariant } from './rules/name-variant.ts';
import { officeConflict } from './rules/office-conflict.ts';
import { orderConflict } from './rules/order-conflict.ts';
import { participationConflict } from './rules/participation-conflict.ts';
import { quotationWithoutLocator } from './rules/quotation-without-locator.ts';
import { summaryBody } from './rules/summary-body.ts';
import { uncitedClaim } from './rules/uncited-claim.ts';
import { unknownCitekey } from './rules/unknown-citekey.ts';
import { unusedAbbreviation } from './rules/unused-abbreviation.ts';
import { unusedNote } from './rules/unused-note.ts';

/** All rules, each with a page in docs/checks. */
export const RULES: readonly Rule[] = [
  dateConflict,
  falsePrecision,
  officeConflict,
  orderConflict,
  participationConflict,
  countConflict,
  uncitedClaim,
  quotationWithoutLocator,
  locatorOutOfRange,
  unknownCitekey,
  duplicateCitekey,
  danglingNote,
  unusedNote,
  nameVariant,
  firstMention,
  unusedAbbreviation,
  summaryBody,
  contested,
];
