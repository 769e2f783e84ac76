import { expect, test } from 'vitest';
import { type AudienceUnit, missedTwins, resolveAudience, unknownWords } from '../../../core/directives/audience.ts';
import { audienceSchema } from '../../../core/directives/directive.ts';

const unit = (code: string, kind: string, parentCode: string | null = null, tags: string[] = []): AudienceUnit => ({
  code,
  kind,
  tags,
  parentCode,
});
const roster = [
  unit('huyen', 'district'),
  unit('gddt', 'office', 'huyen'),
  unit('noi-vu', 'office', 'huyen', ['tu-phap']),
  unit('th-1', 'school', 'gddt'),
  unit('th-2', 'school', 'gddt', ['bien']),
  unit('vnpt', 'telecom'),
];
const audience = (part: object) => audienceSchema.parse(part);

test.each([
  ['kinds', { kinds: ['school'] }, ['th-1', 'th-2']],
  ['tags', { tags: ['bien'] }, ['th-2']],
  ['codes', { codes: ['vnpt', 'gddt'] }, ['gddt', 'vnpt']],
  ['the units below one', { childrenOf: ['gddt'] }, ['th-1', 'th-2']],
  [
    'all of these together, each once',
    { kinds: ['office'], codes: ['gddt'], childrenOf: ['huyen'] },
    ['gddt', 'noi-vu'],
  ],
  ['everything less the exceptions', { kinds: ['office', 'school'], except: ['gddt', 'th-1'] }, ['noi-vu', 'th-2']],
  ['nobody when it names nothing', {}, []],
])('an audience reaches %s', (_, part, codes) => {
  expect(resolveAudience(audience(part), roster)).toEqual(codes);
});

test('the units come in the order of the roster, whatever the order of the rule', () => {
  expect(resolveAudience(audience({ codes: ['vnpt', 'th-1', 'huyen'] }), roster)).toEqual(['huyen', 'th-1', 'vnpt']);
});

test('every word that means nothing in the roster is named with its place', () => {
  const strange = audience({
    kinds: ['office', 'court'],
    tags: ['x'],
    codes: ['zz'],
    childrenOf: ['yy'],
    except: ['ww'],
  });
  expect(unknownWords(strange, roster)).toEqual([
    { part: 'kinds', index: 1, word: 'court' },
    { part: 'tags', index: 0, word: 'x' },
    { part: 'codes', index: 0, word: 'zz' },
    { part: 'childrenOf', index: 0, word: 'yy' },
    { part: 'except', index: 0, word: 'ww' },
  ]);
});

test('letter case, marks and blanks of kinds and tags do not leave a unit out', () => {
  const written = [
    unit('a', 'School', null, ['Ven Biển']),
    unit('b', 'school '),
    unit('c', 'SCHOOL'),
    unit('d', 'office'),
  ];
  expect(resolveAudience(audience({ kinds: ['school'] }), written)).toEqual(['a', 'b', 'c']);
  expect(resolveAudience(audience({ tags: ['ven bien'] }), written)).toEqual(['a']);
  expect(unknownWords(audience({ kinds: ['SCHOOL'], tags: ['ven biển'] }), written)).toEqual([]);
});

test('near twins that an audience leaves out are told, with their units', () => {
  const written = [
    unit('a', 'school'),
    unit('b', 'Schools'),
    unit('c', 'Schools'),
    unit('d', 'office', null, ['schol']),
  ];
  expect(missedTwins(audience({ kinds: ['school'] }), written)).toEqual([
    { word: 'school', near: 'Schools', codes: ['b', 'c'] },
    { word: 'school', near: 'schol', codes: ['d'] },
  ]);
  expect(missedTwins(audience({ kinds: ['school', 'schools'], except: ['d'] }), written)).toEqual([]);
});

test('an unknown word comes with what it probably means', () => {
  const written = [unit('TH-09', 'school'), unit('b', 'office')];
  const strange = audience({ kinds: ['schools', 'court'], codes: ['th09'], except: ['B'] });
  expect(unknownWords(strange, written).map(({ word, meant }) => [word, meant])).toEqual([
    ['schools', 'school'],
    ['court', undefined],
    ['th09', 'TH-09'],
    ['B', 'b'],
  ]);
});
