import { describe, expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../../core/directives/directive.ts';
import { carryOver, planAmendment } from '../../../../core/directives/life/amend.ts';
import { instantAt } from '../../../../core/time/calendar.ts';
import { directive, roster } from '../../../harness/world/fixture.ts';

const units = roster
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([code = '', , kind = '', parent = '']) => ({ code, kind, tags: [], parentCode: parent || null }));

const now = instantAt('2021-09-07', '08:00');
const before = directiveDraftSchema.parse(directive);
const [duty] = before.duties;
const amended = (change: (draft: typeof before) => void) => {
  const after = structuredClone(before);
  change(after);
  return planAmendment(before, after, units, now);
};

describe('an amendment', () => {
  test('that changes nothing affects nobody', () => {
    expect(amended(() => {})).toEqual([]);
  });

  test('of a task tells those whose task it is', () => {
    const plan = amended(({ tasks: [, education] }) => {
      if (education) education.text = 'Chuẩn bị hai phương án.';
    });
    expect(plan).toEqual([
      {
        code: 'PHONG-GDDT',
        isNew: false,
        isDropped: false,
        changes: [{ type: 'task', section: '2', text: 'Chuẩn bị hai phương án.', is: 'changed' }],
      },
    ]);
  });

  test('of an audience tells who comes in and who is left out', () => {
    const plan = amended((draft) => {
      const audience = { ...duty?.audience, kinds: ['office', 'school', 'telecom'] };
      for (const one of [draft.tasks[0], draft.tasks[3], draft.duties[0]]) Object.assign(one ?? {}, { audience });
    });
    expect(plan.map(({ code, isNew, isDropped }) => [code, isNew, isDropped])).toEqual([
      ['XA-AN-BINH', false, true],
      ['XA-BINH-MINH', false, true],
      ['VT-SONG-MAY', false, false],
    ]);
    expect(plan[2]?.changes.map(({ type }) => type)).toEqual(['task', 'task', 'duty', 'deadline']);
  });

  test('of a deadline says the new one and the one before', () => {
    const plan = amended(({ duties: [one] }) => {
      Object.assign(one?.deadline ?? {}, { date: '2021-09-14', quote: 'trước ngày 14/9/2021' });
    });
    expect(plan).toHaveLength(6);
    expect(plan[0]?.changes).toEqual([
      {
        type: 'deadline',
        title: duty?.title,
        due: instantAt('2021-09-13', '17:00'),
        quote: 'trước ngày 14/9/2021',
        before: instantAt('2021-09-09', '17:00'),
      },
    ]);
  });

  test('that lets another consolidate tells those below the new deadline and to whom they report', () => {
    const plan = amended(({ duties: [one] }) => {
      const schools = { kinds: ['school'], tags: [], codes: [], childrenOf: [], except: [] };
      Object.assign(one ?? {}, { consolidations: [{ by: 'PHONG-GDDT', audience: schools, earlier: 'P1D' }] });
    });
    expect(plan.map(({ code, changes }) => [code, changes.map(({ type }) => type)])).toEqual([
      ['TH-AN-BINH', ['deadline', 'report-to']],
      ['THCS-BINH-MINH', ['deadline', 'report-to']],
    ]);
  });

  test('of what is asked keeps answers where key and kind of the question are the same', () => {
    if (!duty) throw new Error('the fixture has a duty');
    const after = structuredClone(duty);
    const [bluezone, qr, smart] = after.indicators;
    if (!bluezone || !qr || !smart) throw new Error('the fixture has three indicators');
    bluezone.label = 'Bluezone mới';
    qr.kind = 'yes-no';
    after.indicators = [bluezone, qr, { ...smart, key: 'vneid', label: 'VNeID' }];
    expect(carryOver(duty, after)).toEqual({
      kept: ['cbccvc', 'bluezone'],
      asked: ['qr', 'vneid'],
      entered: ['qr', 'vneid'],
      retired: ['qr', 'smart'],
    });
    const [plan] = planAmendment(before, { ...before, duties: [after] }, units, now);
    expect(plan?.changes).toEqual([
      {
        type: 'asked',
        title: duty.title,
        added: ['QR', 'VNeID'],
        dropped: ['QR', 'Smart Thanh Hóa'],
        renamed: [{ from: 'Bluezone', to: 'Bluezone mới' }],
      },
    ]);
  });

  test('of the subject is told to all', () => {
    const plan = amended((draft) => {
      draft.subject = 'chuyển đổi số';
    });
    expect(plan).toHaveLength(7);
  });
});
