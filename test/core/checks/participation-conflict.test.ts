import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'participation-conflict');

describe('participation-conflict', () => {
  test.each([
    ['The Southern League attended the first Oslo conference.', 'Southern League attended'],
    ['In May 1992 the Southern League took part in the first Oslo conference.', 'Southern League took'],
    ['The Northern Front boycotted the first Oslo conference.', 'Northern Front boycotted'],
    ['Kenya hosted the first Oslo conference.', 'Kenya hosted'],
    ['The first Oslo conference was co-chaired by Ghana.', 'was co-chaired by Ghana'],
    ['The Valley Accords were signed by Ghana.', 'were signed by Ghana'],
    ['The River Party signed the Valley Accords in 1995.', 'River Party signed'],
    ['The Northern Front refused to sign the Valley Accords.', 'Northern Front refused to sign'],
    ['The Northern Front did not sign the Valley Accords.', 'Northern Front did not sign'],
    ['Portugal hosted the second Nairobi round.', 'Portugal hosted'],
    ['The first Oslo conference, hosted by Portugal, failed.', 'hosted by Portugal'],
    ['Kenya was the host of the first Oslo conference.', 'Kenya was'], ['Kenya and Ghana served as co-chairs of the first Oslo conference.', 'Ghana served'], ['The co-chairs of the first Oslo conference were Kenya and Ghana.', 'were Kenya and Ghana'],
    ['The first Oslo conference met with Kenya and Ghana as co-chairs.', 'met with Kenya and Ghana'], ['The Southern League was represented at the first Oslo conference.', 'Southern League was represented'],
    ['The Southern League sent a delegation to the first Oslo conference.', 'Southern League sent'], ['The Northern Front kept away from the first Oslo conference.', 'Northern Front kept'], ['The first Oslo conference met without the Northern Front.', 'met without the Northern Front'],
    ['The first Oslo conference met in the absence of the Northern Front.', 'met in the absence of the Northern Front'], ['All factions except the Northern Front signed the Valley Accords.', 'Northern Front signed'], ['All but the Northern Front signed the Valley Accords.', 'Northern Front signed'],
    ['The first Oslo conference, in which the Southern League took part, failed.', 'Southern League took'], ['The first Oslo conference brought the Northern Front and the Southern League together.', 'brought the Northern Front and the Southern League'],
    ['Despite the Northern Front’s absence from the first Oslo conference, the war went on.', 'Northern Front’s absence'], ['The participation of the Southern League in the first Oslo conference surprised everybody.', 'participation of the Southern League'],
    ['Okoro wrote Mensah’s report on the valley.', 'Okoro wrote'],
    ['The first Oslo conference, which the Southern League attended, failed.', 'Southern League attended'], ['Organised by Kenya, the second Oslo conference failed.', 'Organised by Kenya'], ['The Southern League joined in the first Oslo conference.', 'Southern League joined'],
    ['Delegations from Kenya and the Southern League attended the first Oslo conference.', 'Southern League attended'], ['Marsh’s letter to Okoro was addressed to Mensah.', 'was addressed to Mensah'], ['Mensah’s report on the valley was drawn up by Okoro.', 'was drawn up by Okoro'],
    ['Portugal attended the first Wardens meeting.', 'Portugal attended'],
    ['The Southern League was among the participants in the first Oslo conference.', 'Southern League was'], ['Kenya and the Southern League met at the first Oslo conference.', 'Southern League met'], ['At the first Oslo conference the Southern League spoke last.', 'Southern League spoke'],
    ['The first Oslo conference met with the participation of the Southern League.', 'met with the participation of the Southern League'], ['The first Oslo conference opened with the Southern League at the table.', 'opened with the Southern League'],
    ['The River Party put its name to the Valley Accords.', 'River Party put'], ['Kenya and Ghana, the co-chairs of the first Oslo conference, disagreed.', 'Ghana, the co-chairs'],
    ['The Southern League’s delegation to the first Oslo conference spoke last.', 'Southern League’s delegation'],
    ['Portugal played host to the second Nairobi round.', 'Portugal played'], ['The Northern Front and the Southern League all sat down at the first Oslo conference.', 'Southern League all sat'], ['The first Oslo conference, which the Northern Front refused to attend, failed.', 'Northern Front refused to attend'],
    ['Among those attending the first Oslo conference was the Southern League.', 'was the Southern League'], ['Among the participants in the first Oslo conference was the Southern League.', 'was the Southern League'], ['Among those who attended the first Oslo conference was the Southern League.', 'was the Southern League'],
  ])('finds: %s', (text, words) => expect(marked(text)).toEqual([words]));

  test.each([
    'The Northern Front attended the first Oslo conference.', 'The Southern League stayed away from the first Oslo conference.', 'The Southern League did not attend the first Oslo conference.', 'Norway hosted the first Oslo conference.',
    'Kenya and Portugal co-chaired the first Oslo conference.', 'The Northern Front and the Southern League signed the Valley Accords.', 'Portugal attended the second Oslo conference.', 'Okoro signed the Valley Accords.',
    'Jon Marsh hosted the first Oslo conference.', 'The Southern League might have attended the first Oslo conference.', 'Had the Southern League attended the first Oslo conference, the war would have ended.',
    'The Southern League wanted to attend the first Oslo conference.', 'Okoro said that the Southern League attended the first Oslo conference.', 'Southern League officials attended the first Oslo conference.', 'Did the Southern League attend the first Oslo conference?',
    'Norway was the host of the first Oslo conference.', 'Kenya and Portugal served as co-chairs of the first Oslo conference.', 'The co-chairs of the first Oslo conference were Kenya and Portugal.', 'The first Oslo conference met without the Southern League.',
    'The first Oslo conference met without the consent of the Northern Front.', 'Without the Northern Front the first Oslo conference would have failed.', 'The Northern Front did not attend every session of the first Oslo conference.', 'The Northern Front did not sign the Valley Accords until March.',
    'Norway wanted the Southern League’s participation in the first Oslo conference.', 'The Southern League’s participation in the first Oslo conference was out of the question.', 'All factions except the River Party signed the Valley Accords.', 'Mensah wrote Mensah’s report on the valley.',
    'The first Oslo conference, in which the Northern Front took part, failed.', 'The first Oslo conference brought the Northern Front and Kenya together.',
    'The Southern League’s allies attended the first Oslo conference.',
    'The first Oslo conference, which the Northern Front attended, failed.', 'The first Oslo conference, which the Southern League boycotted, failed.', 'Organised by Norway, the second Oslo conference failed.', 'The Northern Front joined in the first Oslo conference.',
    'Delegations from Kenya and the Northern Front attended the first Oslo conference.', 'Marsh’s letter to Okoro was addressed to Okoro.', 'Mensah’s report on the valley was drawn up by Mensah.', 'Ghana attended the first Wardens meeting.', 'Quill attended the first Wardens meeting.',
    'The Southern League was not among the participants in the first Oslo conference.', 'At the first Oslo conference Kenya spoke of the Southern League.', 'At the time of the first Oslo conference the Southern League spoke of a farce.', 'At the first Oslo conference the Southern League was condemned.', 'The Southern League objected to the first Oslo conference.',
    'The first Oslo conference met with the participation of the Northern Front.', 'With the Southern League at the table, the first Oslo conference might have worked.', 'The Northern Front put its name to the Valley Accords.', 'The River Party put the blame for the Valley Accords on Kenya.', 'Kenya and Portugal, the co-chairs of the first Oslo conference, disagreed.', 'Ghana and the Southern League, critics of the first Oslo conference, agreed.',
    'The Northern Front’s delegation to the first Oslo conference spoke last.', 'The Southern League’s delegation to the first Oslo conference never came.',
    'Kenya played host to the second Nairobi round.', 'The Northern Front sat down at the first Oslo conference.', 'The first Oslo conference, which the Southern League refused to attend, failed.', 'Among those attending the first Oslo conference was the Northern Front.', 'Among the critics of the first Oslo conference was the Southern League.',
    'Kenya paid for a seminar on the first Oslo conference, attended by the Southern League.',
    'It is a myth that the Southern League attended the first Oslo conference.', 'The story that the Southern League attended the first Oslo conference dies hard.', 'It is false that Kenya hosted the first Oslo conference.', 'It is unlikely that Ghana co-chaired the first Oslo conference.',
  ])('is silent: %s', text => expect(marked(text)).toEqual([]));

  test.each([
    ['Kenya hosted the first Oslo conference.', 'Norway hosted the first Oslo conference.'],
    ['Kenya and Ghana served as co-chairs of the first Oslo conference.', 'Kenya and Portugal served as co-chairs of the first Oslo conference.'],
    ['The Southern League attended the first Oslo conference.', 'The Southern League did not attend the first Oslo conference.'],
    ['In May 1992 the Southern League took part in the first Oslo conference.', 'In May 1992 the Southern League did not take part in the first Oslo conference.'],
    ['The Southern League was represented at the first Oslo conference.', 'The Southern League was not represented at the first Oslo conference.'],
    ['The Northern Front boycotted the first Oslo conference.', 'The Northern Front attended the first Oslo conference.'],
    ['The Northern Front did not sign the Valley Accords.', 'The Northern Front signed the Valley Accords.'],
    ['The first Oslo conference was co-chaired by Ghana.', undefined],
    ['The Northern Front refused to sign the Valley Accords.', undefined],
  ])('can be set right where it is plain how: %s', (text, wanted) => expect(world.fixed(text, 'participation-conflict')).toBe(wanted));
});
