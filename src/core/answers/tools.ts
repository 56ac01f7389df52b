import type { Tool } from './tool.ts';
import { checkText } from './tools/checkText.ts';
import { eventsBetween } from './tools/eventsBetween.ts';
import { findStatements } from './tools/findStatements.ts';
import { lookupActor } from './tools/lookupActor.ts';
import { lookupEvent } from './tools/lookupEvent.ts';
import { verifyQuotation } from './tools/verifyQuotation.ts';
import { whoHeld } from './tools/whoHeld.ts';

/** All questions, one file each: for the editor’s language models and for the server in the terminal. */
export const TOOLS: readonly Tool[] = [lookupActor, lookupEvent, whoHeld, eventsBetween, findStatements, verifyQuotation, checkText];
