import type { Rule } from './rule.ts';
import { countConflict } from './rules/count-conflict.ts';
import { danglingNote } from './rules/dangling-note.ts';
import { dateConflict } from './rules/date-conflict.ts';
import { officeConflict } from './rules/office-conflict.ts';
import { orderConflict } from './rules/order-conflict.ts';
import { participationConflict } from './rules/participation-conflict.ts';
import { unknownCitekey } from './rules/unknown-citekey.ts';
import { unusedNote } from './rules/unused-note.ts';

/** All rules, each with a page in docs/checks. */
export const RULES: readonly Rule[] = [
  countConflict,
  dateConflict,
  officeConflict,
  orderConflict,
  participationConflict,
  unknownCitekey,
  danglingNote,
  unusedNote,
];
