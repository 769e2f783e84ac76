import { expect, test } from 'vitest';
import { type AudienceUnit, resolveAudience, unknownWords } from '../../../core/directives/audience.ts';
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
