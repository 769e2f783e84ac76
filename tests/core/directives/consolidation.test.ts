import { describe, expect, test } from 'vitest';
import type { AudienceUnit } from '../../../core/directives/audience.ts';
import { circleIn, earlierThan, linesOf } from '../../../core/directives/consolidation.ts';
import { roundsOf } from '../../../core/directives/deadline.ts';
import type { Audience } from '../../../core/directives/directive.ts';
import { planIssue } from '../../../core/directives/issue.ts';
import { instantAt, toIso } from '../../../core/time/calendar.ts';

const audience = (some: Partial<Audience>): Audience => ({
  kinds: [],
  tags: [],
  codes: [],
  childrenOf: [],
  except: [],
  ...some,
});
const unit = (code: string, kind: string, parentCode: string | null): AudienceUnit => ({
  code,
  kind,
  parentCode,
  tags: [],
});
/** A province, two communes, and what is below them. */
const units = [
  unit('TINH', 'province', null),
  unit('XA-A', 'commune', 'TINH'),
  unit('XA-B', 'commune', 'TINH'),
  unit('TRUONG-A', 'school', 'XA-A'),
  unit('TRUONG-B', 'school', 'XA-B'),
  unit('THON-A', 'hamlet', 'XA-A'),
  unit('SO', 'office', 'TINH'),
];
const everybody = audience({ kinds: ['commune', 'school', 'hamlet'] });

describe('who consolidates whom', () => {
  test('is the unit that the duty names, or the one right above', () => {
    const lines = linesOf(
      {
        audience: everybody,
        consolidations: [
          { by: 'SO', audience: audience({ kinds: ['school'] }), earlier: 'P1D' },
          { audience: audience({ kinds: ['hamlet'] }), earlier: 'PT1H' },
        ],
      },
      units,
    );
    expect(Object.fromEntries(lines)).toEqual({
      'TRUONG-A': { by: 'SO', leads: ['P1D'], alsoClaimedBy: [] },
      'TRUONG-B': { by: 'SO', leads: ['P1D'], alsoClaimedBy: [] },
      'THON-A': { by: 'XA-A', leads: ['PT1H'], alsoClaimedBy: [] },
    });
  });

  test('goes over as many levels as there are, each earlier than the one above', () => {
    const below = linesOf(
      {
        audience: everybody,
        consolidations: [
          { audience: audience({ kinds: ['school', 'hamlet'] }), earlier: 'P2D' },
          { by: 'SO', audience: audience({ kinds: ['commune'] }), earlier: 'P1D' },
        ],
      },
      units,
    );
    expect(below.get('XA-A')).toEqual({ by: 'SO', leads: ['P1D'], alsoClaimedBy: [] });
    expect(below.get('THON-A')).toEqual({ by: 'XA-A', leads: ['P1D', 'P2D'], alsoClaimedBy: [] });
  });

  test('of two that claim a unit the first has it, and nobody claims itself or a unit that reports nothing', () => {
    const twice = linesOf(
      {
        audience: everybody,
        consolidations: [
          { by: 'XA-A', audience: audience({ codes: ['XA-A', 'TRUONG-A', 'SO'] }), earlier: 'P1D' },
          { by: 'XA-B', audience: audience({ kinds: ['school'] }), earlier: 'P1D' },
        ],
      },
      units,
    );
    expect(Object.fromEntries(twice)).toEqual({
      'TRUONG-A': { by: 'XA-A', leads: ['P1D'], alsoClaimedBy: ['XA-B'] },
      'TRUONG-B': { by: 'XA-B', leads: ['P1D'], alsoClaimedBy: [] },
    });
  });

  test('a circle is found', () => {
    const circle = {
      audience: everybody,
      consolidations: [
        { by: 'XA-A', audience: audience({ codes: ['XA-B'] }), earlier: 'P1D' },
        { by: 'XA-B', audience: audience({ codes: ['XA-A'] }), earlier: 'P1D' },
      ],
    };
    expect(circleIn(circle, units)).toBe('XA-B');
    expect(circleIn({ audience: everybody }, units)).toBeUndefined();
    expect(linesOf(circle, units).size).toBe(2);
  });
});

describe('the deadline of those below', () => {
  const write = ({ due, overdueFrom }: { due: Date; overdueFrom: Date }) => [toIso(due), toIso(overdueFrom)];
  const [before] = roundsOf({ rule: 'before-day', date: '2021-09-10', quote: 'x' });
  const [monday] = roundsOf({ rule: 'by-day', date: '2021-09-06', quote: 'x' });
  const [hour] = roundsOf({ rule: 'at', date: '2021-09-07', time: '17:00', quote: 'x' });
  test.each([
    ['one working day', before, ['P1D'], ['2021-09-08T17:00:00+07:00', '2021-09-09T00:00:00+07:00']],
    ['over two levels', before, ['P1D', 'P1D'], ['2021-09-07T17:00:00+07:00', '2021-09-08T00:00:00+07:00']],
    ['over the holidays of 2/9', monday, ['P1D'], ['2021-09-01T17:00:00+07:00', '2021-09-02T00:00:00+07:00']],
    ['an hour', hour, ['PT1H'], ['2021-09-07T16:00:00+07:00', '2021-09-07T16:00:00+07:00']],
    ['a day before an hour', hour, ['P1D'], ['2021-09-06T17:00:00+07:00', '2021-09-06T17:00:00+07:00']],
    [
      'half an hour before the end of a day',
      before,
      ['PT30M'],
      ['2021-09-09T16:30:00+07:00', '2021-09-10T00:00:00+07:00'],
    ],
  ])('is earlier by %s', (_, round, leads, expected) => {
    expect(round && write(earlierThan(round, leads))).toEqual(expected);
  });

  const duty = {
    id: 7,
    audience: everybody,
    deadline: { rule: 'at', date: '2021-09-07', time: '17:00', quote: 'x' },
    consolidations: [{ audience: audience({ kinds: ['school'] }), earlier: 'P1D' }],
  } as const;

  test('comes with the round, and whoever consolidates is given the directive', () => {
    const only = { ...duty, audience: audience({ kinds: ['school'] }), consolidations: [...duty.consolidations] };
    const plan = planIssue([], [only], units, instantAt('2021-09-01', '08:00'));
    expect(plan.assignments.map(({ code }) => code)).toEqual(['XA-A', 'XA-B', 'TRUONG-A', 'TRUONG-B']);
    const below = plan.rounds[0]?.below.get('TRUONG-A');
    expect(below).toMatchObject({ by: 'XA-A', leads: ['P1D'] });
    expect(below?.own && toIso(below.own.due)).toBe('2021-09-06T17:00:00+07:00');
  });

  test('is that of the duty where the earlier one has passed when it is issued', () => {
    const late = { ...duty, consolidations: [...duty.consolidations] };
    const plan = planIssue([], [late], units, instantAt('2021-09-07', '08:00'));
    expect(plan.rounds[0]?.below.get('TRUONG-A')).toMatchObject({ by: 'XA-A', own: null });
  });
});
