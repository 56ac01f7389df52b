import { describe, expect, test } from 'vitest';
import { broken, bundled, paperText, type Fault } from './material.ts';
import { completedFieldsAreMarked, noDateMoreExact, nothingFromElsewhere, PaperWords } from './paperRules.ts';
import {
  citationsHaveAPlace, conclusionsRestOnStatements, endsAfterItBegins, everySourceIsCited, everythingIsStated, evidenceSpeaks, inexactDatesKeepTheirWords, insideAncestors, lessonsRestOnStatements,
  officesApart, problems, recordsAreCited, uncitedPlaces, type Rule,
} from './recordRules.ts';
import { treeIsEasyToScan } from './treeRules.ts';
import { britishSpelling, eachClaimOnce, faithfulQuotations, filesOf, houseStyle, namesTellApart, onePreferredForm, sharedRuns, shortQuotations } from './wordRules.ts';

/** A rule, and faults that it has to see: the change to a file, and what the rule says then. */
interface Held {
  readonly title: string;
  readonly rule: Rule;
  readonly faults: readonly (readonly [...Fault, says: string])[];
}

const ALATAS = 'actors/ali-alatas.md';
const FIRST_JIM = 'events/jim-first-1988.md';

const RULES: readonly Held[] = [
  {
    title: 'the files follow the schema, and every id, citekey and place in the paper is there',
    rule: problems,
    faults: [
      [ALATAS, 'type: person', 'type: persona', 'actors/ali-alatas.md'],
      [ALATAS, 'aliases:', 'alias:', 'alias'],
      ['events/alatas-martin-1989.md', 'actor: ali-alatas', 'actor: ali-alata', 'ali-alata'],
      ['events/alatas-martin-1989.md', 'actor: ali-alatas', 'actor: p5-track', 'p5-track'],
      ['events/alatas-martin-1989.md', 'sec. 3.2, n. 28; citing', 'sec. 3.9, n. 28; citing', '3.9'],
      ['events/alatas-martin-1989.md', 'sec. 3.2, n. 28; citing', 'sec. 3.2, n. 66; citing', '66'],
      ['events/alatas-martin-1989.md', 'sec. 3.2, n. 28; citing', 'sec. 3.2, n. 58; citing', '58'],
      ['events/alatas-martin-1989.md', '@martin2018', '@martin2019', 'martin2019'],
      ['events/alatas-martin-1989.md', 'date: "1989"', 'date: "1989-13"', '1989-13'],
      ['concepts/lesson-linkages.md', 'three-chinese-demands', 'three-chinese-demand', 'three-chinese-demand'],
      [FIRST_JIM, 'date: "1988-07"', 'date: "1986-07"', 'Jakarta Informal Meetings'],
      ['works/khan2022.yaml', 'number: 65', 'number: 66', '65'],
    ],
  },
  {
    title: 'every event lies within all that it is a part of',
    rule: insideAncestors,
    faults: [['events/cambodia-peace-process.md', 'date: "1981/1991"', 'date: "1981/1988"', 'jim-fourth-1990']],
  },
  {
    title: 'nothing ends before it begins',
    rule: endsAfterItBegins,
    faults: [['actors/china.md', 'start: "1989", end: "1990"', 'start: "1989", end: "1985"', 'china: 1989 to 1985']],
  },
  {
    title: 'no post is held twice at a time',
    rule: officesApart,
    faults: [
      [ALATAS, 'role: Foreign Minister, start: "1988"', 'role: Foreign Minister, start: "1986"', 'Foreign Minister of indonesia'],
      ['actors/boutros-boutros-ghali.md', '"[1991-10..]"', '"1990"', 'Secretary-General of united-nations'],
    ],
  },
  {
    title: 'every source is cited',
    rule: everySourceIsCited,
    faults: [['actors/peter-bartu.md', '; citing @bartu, chap. 1, p. 6', '', 'bartu'], ['concepts/france-as-counterweight.md', '; citing @bartu, chap. 1, p. 6', '', 'bartu']],
  },
  {
    title: 'every note of the paper is cited',
    rule: uncitedPlaces('note'),
    faults: [['concepts/french-deployment-expectation.md', ', n. 25', '', '25']],
  },
  {
    title: 'every section of the paper is cited',
    rule: uncitedPlaces('section'),
    faults: [['works/khan2022.yaml', '  - { number: "6", title: "Epilogue" }', '  - { number: "6", title: "Epilogue" }\n  - { number: "7", title: "Thanks" }', '7']],
  },
  {
    title: 'everything has a statement',
    rule: everythingIsStated,
    faults: [['actors/son-sann.md', '- Led the', 'Led the', 'son-sann']],
  },
  {
    title: 'offices, memberships, relations, events and concepts are cited',
    rule: recordsAreCited,
    faults: [
      [ALATAS, 'start: "1988", cite: "@khan2022, sec. 3.2, n. 24"', 'start: "1988"', 'ali-alatas: Foreign Minister'],
      ['actors/china.md', '{ type: backs, with: khmer-rouge, cite: "@khan2022, sec. 4; @khan2022, sec. 2.2" }', '{ type: backs, with: khmer-rouge }', 'china: backs khmer-rouge'],
      [FIRST_JIM, 'cite: "@khan2022, sec. 3.2; @khan2022, sec. 3.2, n. 23"\n', '', 'jim-first-1988'],
    ],
  },
  {
    title: 'citations of the paper name a section',
    rule: citationsHaveAPlace,
    faults: [['actors/son-sann.md', '[@khan2022, sec. 2.1]', '[@khan2022]', 'son-sann'], ['actors/hedi-annabi.md', 'sec. 4, n. 48', 'n. 48', 'hedi-annabi']],
  },
  {
    title: 'a date that EDTF says less exactly than the paper keeps the words of the paper',
    rule: inexactDatesKeepTheirWords,
    faults: [['events/shevardnadze-china-visit-1989.md', 'wording: that spring\n', '', 'shevardnadze-china-visit-1989']],
  },
  {
    title: 'no date is more exact than the paper',
    rule: noDateMoreExact,
    faults: [
      ['events/paris-conference-1991.md', 'date: "1991-10"', 'date: "1991-10-23"', 'paris-conference-1991: 1991-10-23'],
      [ALATAS, 'start: "1988", cite', 'start: "1988-03", cite', 'ali-alatas: 1988-03'],
      ['events/jim-fourth-1990.md', 'ended in September 1990', 'ended on 10 September 1990', 'jim-fourth-1990: 1990-09-10'],
    ],
  },
  {
    title: 'what a concept rests on is there and speaks',
    rule: evidenceSpeaks,
    faults: [
      ['events/secretariat-drafts-agreement.md', '- Planning', 'Planning', 'lesson-quiet-planning: there is no secretariat-drafts-agreement#^out-of-sight'],
      ['events/un-drafts-annexes-1991.md', ' ^inputs', '', 'un-drafts-annexes-1991#^inputs'],
      ['events/p5-track.md', '- ', '', 'chinese-virtual-veto: p5-track says nothing'],
    ],
  },
  {
    title: 'every lesson rests on statements, many of them from elsewhere in the paper',
    rule: lessonsRestOnStatements,
    faults: [
      ['concepts/lesson-small-teams.md', 'evidence:', 'aliases:', 'lesson-small-teams rests on 0 statements'],
      ['concepts/lesson-linkages.md', 'three-chinese-demands#^moved', 'three-chinese-demands', 'lesson-linkages rests on whole entries'],
    ],
  },
  {
    title: 'the broader conclusions rest on statements',
    rule: conclusionsRestOnStatements,
    faults: [['concepts/conclusion-step-back.md', 'un-good-offices#^held-back, un-good-offices#^waited', 'un-good-offices', 'conclusion-step-back']],
  },
  {
    title: 'the spelling is British',
    rule: britishSpelling,
    faults: [
      ['events/refugee-plan-drafted-1989.md', 'was worked out', 'was organized', 'organized'],
      ['actors/japan.md', 'Ally of', 'Neighbor of', 'Neighbor'],
      ['corpus.yaml', 'their aftermath', 'their center', 'center'],
    ],
  },
  {
    title: 'names stand in the form that the house style prefers',
    rule: houseStyle,
    faults: [
      ['events/mochtar-hanoi-visit-1987.md', 'agreement between Viet Nam', 'agreement between Vietnam', 'Vietnam'],
      ['actors/alvaro-de-soto.md', 'whom Pérez de Cuéllar', 'whom Perez de Cuellar', 'Perez de Cuellar'],
      ['concepts/annex-military.md', 'The military side of the agreements.', 'Part of the Paris Peace Accords.', 'Paris Peace Accords'],
    ],
  },
  {
    title: 'each name has one preferred form',
    rule: onePreferredForm,
    faults: [
      ['actors/viet-nam.md', 'name: Viet Nam', 'name: Vietnam', 'viet-nam is called Vietnam'],
      ['corpus.yaml', '  Vietnam: Viet Nam', '  Vietnam: Viet Nám', 'nothing is called Viet Nám'],
    ],
  },
  {
    title: 'no two entries of a class share a name',
    rule: namesTellApart,
    faults: [['actors/amy-scott.md', 'aliases: [A. Scott, Scott]', 'aliases: [A. Scott, Solomon]', 'solomon']],
  },
  {
    title: 'marked quotations are short',
    rule: shortQuotations,
    faults: [['actors/un-security-council.md', '"failing record in upholding global norms"', '"failing record in upholding global norms and all that one would wish it upheld"', 'un-security-council']],
  },
  {
    title: 'each claim stands once',
    rule: eachClaimOnce,
    faults: [['actors/thailand.md', '- Was strongly against Hun Sen and his government.', "- Baker announced that the US would no longer recognise Sihanouk's exile \"government\".", 'baker-withdraws-recognition']],
  },
  {
    title: 'no heading of the sidebar has sixty rows in no order',
    rule: treeIsEasyToScan,
    faults: [['actors/china.md', 'relations:\n', `relations:\n${'  - { type: backs, with: viet-nam }\n  - { type: backs, with: laos }\n'.repeat(30)}`, 'China › Relations: 7']],
  },
];

describe.each(RULES)('$title', ({ rule, faults }) => {
  test('in the corpus', () => { expect(rule(bundled())).toEqual([]); });

  const together = new Set(faults.map(([,,, says]) => says)).size < faults.length;
  test.each(together ? [faults] : faults.map(fault => [fault]))('and not with a fault in it %#', (...seeded) => {
    const found = rule(broken(...seeded.map(([path, from, to]): Fault => [path, from, to])));
    for (const [,,, says] of seeded) expect(found.join('\n')).toContain(says);
  });
});

const paper = paperText();

if (paper === undefined) {
  test('without the text of the paper, runs of words shared with it and quotations are not looked at: put shared/sources beside the repository', () => {
    expect(paper).toBeUndefined();
  });
} else {
  test('no run of twelve words is shared with the paper', () => {
    const find = sharedRuns(paper);
    expect(find(filesOf(bundled()))).toEqual([]);
    const from = paper.indexOf('A confluence of factors');
    expect(find(filesOf(broken(['actors/son-sann.md', 'Led the', paper.slice(from, from + 160).replaceAll('\n', ' ')])))).not.toEqual([]);
  });

  const words = new PaperWords(paper);

  test('statements name nobody, and no number, that the paper does not', () => {
    expect(nothingFromElsewhere(words)(bundled())).toEqual([]);
    const faults: Fault[] = [['events/amnesty-letter-1988.md', 'pressed the opposition factions', 'pressed Lon Nol and the opposition factions'], ['concepts/statistic-airmen.md', 'numbered 11', 'numbered 88']];
    expect(nothingFromElsewhere(words)(broken(...faults)).sort()).toEqual(['amnesty-letter-1988#^pressed: Lon', 'amnesty-letter-1988#^pressed: Nol', 'statistic-airmen#1: 88']);
  });

  test('fields of references that do not come from the paper are marked', () => {
    expect(completedFieldsAreMarked(words)(bundled())).toEqual([]);
    const unmarked = broken(['references.json', 'Not from the paper: title and publisher.', 'Not from the paper: title.'], ['references.json', 'Not from the paper: title, publisher, place.', 'Not from the paper: publisher, place.']);
    expect(completedFieldsAreMarked(words)(unmarked).map(found => found.replace(/ “.*/s, ''))).toEqual(['martin2018: publisher', 'solomon2000: title']);
  });

  test('what is quoted stands in the paper word for word', () => {
    expect(faithfulQuotations(paper)(bundled())).toEqual([]);
    expect(faithfulQuotations(paper)(broken(['events/dumas-instruction-to-martin.md', '"flatter"', '"flatter him"']))).toEqual(['dumas-instruction-to-martin#^flatter: flatter him']);
  });
}
