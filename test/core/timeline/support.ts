import { mergeCorpora, readCorpus } from '../../../src/core/corpus/index.ts';
import type { CorpusFile, Snapshot } from '../../../src/core/corpus/types.ts';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import type { Painter } from '../../../src/core/timeline/painter.ts';
import { dateDto } from '../../../src/core/timeline/model.ts';
import type { DateDto, EventDto, TimelineData } from '../../../src/core/timeline/types.ts';

/** A snapshot of one corpus; each file by its path, `actors/a.md` and so on. */
export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const all = { 'corpus.yaml': 'id: test\ntitle: A test\n', ...files };
  const corpusFiles: CorpusFile[] = Object.entries(all).map(([path, text]) => ({ path, uri: `file:///test/${path}`, text }));
  return mergeCorpora([readCorpus(corpusFiles, 'file:///test')]);
}

/** A date as the page gets it. */
export function dto(edtf: string): DateDto {
  const date = parseEdtf(edtf);
  if (date === undefined) { throw new Error(`not EDTF: ${edtf}`); }
  return dateDto(date, edtf);
}

export function event(id: string, edtf: string, more: Partial<EventDto> = {}): EventDto {
  return {
    id, title: id, kind: 'meeting', kindText: 'meeting', date: dto(edtf), place: '', corpus: 'test', processes: [], participants: [], background: false,
    weight: 0, citekeys: [], citation: null, ...more,
  };
}

export function dataOf(events: readonly EventDto[], more: Partial<TimelineData> = {}): TimelineData {
  return { events, undated: [], actors: [], processes: [], corpora: [{ id: 'test', title: 'Test' }], eras: [], ...more };
}

/** About what a letter takes: as good as any for rules that hold for all widths. */
export const measure = (text: string): number => text.length * 7;

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
}

/** A painter that remembers what it was told. */
export class RecordingPainter implements Painter {
  readonly texts: DrawnText[] = [];
  readonly names: string[] = [];
  shapes = 0;
  rect(): void { this.shapes++; }
  polygon(): void { this.shapes++; }
  circle(): void { this.shapes++; }
  line(): void { this.shapes++; }
  fade(): void { this.shapes++; }
  text(x: number, y: number, text: string, { size, isBold }: { size: number; isBold: boolean }): void { this.texts.push({ x, y, text, size, isBold }); }
  clipped(_x: number, _y: number, _width: number, _height: number, draw: () => void): void { draw(); }
  named(name: () => string, draw: () => void): void {
    this.names.push(name());
    draw();
  }
}
