import { dayOf } from '../../src/core/dates/index.ts';
import { parseEdtf } from '../../src/core/dates/edtf.ts';
import { dateDto } from '../../src/core/timeline/model.ts';
import type { DateDto, EventDto, TimelineData } from '../../src/core/timeline/types.ts';
import { randomNumbers } from './material.ts';

const LANES = 12;
const KINDS = ['meeting', 'agreement', 'resolution', 'letter', 'talks', 'visit', 'report', 'decision'] as const;
const WORDS = ['Plenary', 'Informal', 'Bilateral', 'Secret', 'Joint', 'Third', 'Preparatory', 'Regional'] as const;
const PLACES = ['Jakarta', 'Paris', 'Hanoi', 'New York', 'Beijing', 'Tokyo', 'Pattaya', 'Bogor'] as const;

/** Events of twelve processes in 55 years: a fifth are spans, a third are not known to the day, many come in bursts. */
export function manyEvents(count: number): TimelineData {
  const random = randomNumbers(17);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [first, last] = [dayOf(1945), dayOf(2000)];
  const bursts = Array.from({ length: 25 }, () => first + random() * (last - first));
  const iso = (day: number) => new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
  const known = new Map<string, DateDto>();
  const date = (edtf: string): DateDto => {
    let made = known.get(edtf);
    if (made === undefined) { made = dateDto(parseEdtf(edtf)!, edtf); known.set(edtf, made); }
    return made;
  };
  const events = Array.from({ length: count }, (_, index): EventDto => {
    const day = random() < 0.5 ? first + random() * (last - first) : Math.min(last, Math.max(first, pick(bursts) + (random() - 0.5) * 500));
    const [form, text] = [random(), iso(day)];
    const edtf = form < 0.2 ? `${text}/${iso(day + 20 + random() * 700)}` : form < 0.3 ? text.slice(0, 7) : form < 0.4 ? text.slice(0, 4) : form < 0.46 ? `${text.slice(0, 7)}~` : form < 0.5 ? `${text.slice(0, 4)}?` : text;
    const kind = pick(KINDS);
    return {
      id: `e${index}`, title: `${pick(WORDS)} ${kind} in ${pick(PLACES)} ${index}`, kind, kindText: kind, date: date(edtf), place: '', corpus: 'bench', processes: [`p${Math.floor(random() * LANES)}`],
      participants: [], background: false, weight: Math.floor(random() * 20), citekeys: [], citation: null,
    };
  }).sort((one, other) => (one.date.start[0] ?? 0) - (other.date.start[0] ?? 0));
  return {
    events, undated: [], actors: [], processes: Array.from({ length: LANES }, (_, lane) => ({ id: `p${lane}`, title: `Track ${lane + 1}` })),
    corpora: [{ id: 'bench', title: 'Bench' }], eras: [],
  };
}
