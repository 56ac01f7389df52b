export { aboutEntry, aboutSource, aboutStatements } from './about.ts';
export { makeKnown, type Known, type KnownOptions, type Verify } from './known.ts';
export { RateLimit } from './rateLimit.ts';
export type { Tool } from './tool.ts';
export { TOOLS } from './tools.ts';
export type * from './types.ts';
export { delimited, MAX_ANSWER, writeAnswer, type WrittenAnswer, type WrittenStatement } from './write.ts';
