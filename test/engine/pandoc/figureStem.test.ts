import { expect, test } from 'vitest';
import { figureStem } from '../../../src/engine/pandoc/figureStem.ts';

test.each([
  ['after the document', 'paper.tex', '', [], 'paper-timeline'],
  ['with nothing that a program of papers could stumble over', 'My paper (2).tex', '', [], 'My-paper-2-timeline'],
  ['even of a document without letters', '….typ', '', [], 'draft-timeline'],
  ['not as a file that is there', 'paper.tex', '', ['Paper-Timeline-1.png'], 'paper-timeline-2'],
  ['not as several', 'paper.tex', '', ['paper-timeline-1.png', 'paper-timeline-2-1.png'], 'paper-timeline-3'],
  ['as those of the document that is replaced', 'paper.tex', '\\includegraphics{paper-timeline-1.png}', ['paper-timeline-1.png'], 'paper-timeline'],
] as const)('figures are named %s', (_, target, replaced, names, stem) => expect(figureStem(target, replaced, names)).toBe(stem));
