import { describe, expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../../core/directives/directive.ts';
import { planReissue, type Reissue, readReissueWords, withReissues } from '../../../../core/directives/life/reissue.ts';
import { directive } from '../../../harness/world/fixture.ts';

const now = new Date('2021-09-06T08:00:00+07:00');
const unit = (code: string, kind: string, parentCode: string | null) => ({ code, kind, parentCode, tags: [] });
const units = [
  unit('UBND-HUYEN', 'district', null),
  unit('PHONG-VHTT', 'office', 'UBND-HUYEN'),
  unit('PHONG-GDDT', 'office', 'UBND-HUYEN'),
  unit('XA-AN-BINH', 'commune', 'UBND-HUYEN'),
  unit('TH-AN-BINH', 'school', 'PHONG-GDDT'),
  unit('THCS-BINH-MINH', 'school', 'PHONG-GDDT'),
  unit('VT-SONG-MAY', 'telecom', 'UBND-HUYEN'),
];
const only = { kinds: ['office', 'commune'], tags: [], codes: [], childrenOf: [], except: [] };
const draft = directiveDraftSchema.parse({
  ...directive,
  tasks: directive.tasks.map((task) => (task.key === 't3' ? task : { ...task, audience: only })),
  duties: directive.duties.map((duty) => ({ ...duty, audience: only })),
});
const passed = (earlier: string, codes = ['TH-AN-BINH', 'THCS-BINH-MINH']): Reissue => ({
  by: 'PHONG-GDDT',
  codes,
  earlier,
});
const plan = (until: { date: string; time: string | null } | null, before: Reissue[] = []) =>
  planReissue(
    withReissues(draft, before, units),
    { by: 'PHONG-GDDT', codes: passed('').codes, until },
    { units, before, now },
  );

test('nothing is passed on of a directive that fits the roster no more', () => {
  const gone = units.filter(({ code }) => code !== 'PHONG-VHTT');
  const wanted = { by: 'PHONG-GDDT', codes: passed('').codes, until: null };
  expect(planReissue(draft, wanted, { units: gone, before: [], now })).toEqual({ why: 'roster-changed' });
});

describe('what was passed on', () => {
  test('is put once, whether the draft has it or not, and the last word holds', () => {
    const once = withReissues(draft, [passed('P1D')], units);
    expect(withReissues(once, [passed('P1D')], units)).toEqual(once);
    const [duty] = withReissues(once, [passed('P1D'), passed('P2D', ['TH-AN-BINH'])], units).duties;
    expect(duty?.consolidations?.map(({ audience, earlier }) => [audience.codes, earlier])).toEqual([
      [['THCS-BINH-MINH'], 'P1D'],
      [['TH-AN-BINH'], 'P2D'],
    ]);
    expect(duty?.audience.codes).toEqual(['TH-AN-BINH', 'THCS-BINH-MINH']);
  });

  test('leaves units alone that the document names itself, that are gone, or whose superior has nothing any more', () => {
    const direct = {
      ...draft,
      duties: draft.duties.map((duty) => ({ ...duty, audience: { ...only, kinds: ['office', 'school'] } })),
    };
    expect(withReissues(direct, [passed('P1D')], units).duties).toEqual(direct.duties);
    const gone = withReissues(draft, [passed('P1D', ['TH-CU'])], units);
    expect(gone.duties).toEqual(draft.duties);
    const dropped = {
      ...draft,
      duties: draft.duties.map((duty) => ({ ...duty, audience: { ...only, kinds: ['commune'] } })),
    };
    expect(withReissues(dropped, [passed('P1D')], units).duties).toEqual(dropped.duties);
  });
});

describe('a deadline for those below', () => {
  test.each([
    [null, 'P1D', '2021-09-08T10:00:00.000Z'],
    [{ date: '2021-09-07', time: null }, 'P2D', '2021-09-07T10:00:00.000Z'],
    [{ date: '2021-09-08', time: '10:00' }, 'PT31H0M', '2021-09-08T03:00:00.000Z'],
  ])('%j is %s earlier', (until, earlier, due) => {
    expect(plan(until)).toMatchObject({ earlier, due: new Date(due) });
  });

  test.each([
    [{ date: '2021-09-09', time: null }],
    [{ date: '2021-09-20', time: null }],
    [{ date: '2021-09-05', time: null }],
  ])('%j is none', (until) => {
    expect(plan(until)).toMatchObject({ why: 'not-earlier' });
  });

  test('that is the same again changes nothing, another one does', () => {
    expect(plan(null, [passed('P1D')])).toEqual({ why: 'have-it-already' });
    expect(plan({ date: '2021-09-07', time: null }, [passed('P1D')])).toMatchObject({ earlier: 'P2D' });
  });
});

test.each([
  ['các trường, hạn 06/9', 'các trường', { date: '2021-09-06', time: null }],
  ['các trường trước 16h ngày 07/9', 'các trường', { date: '2021-09-07', time: '16:00' }],
  ['tất cả', 'tất cả', null],
  ['các trường, hạn 31/2', 'các trường', 'unreadable'],
])('"%s"', (said, who, until) => {
  expect(readReissueWords(said, now)).toEqual({ who, until });
});
