/** A large roster is planned page by page: the pages together are the plan of the whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AudienceUnit } from '../../../core/directives/audience.ts';
import { consolidatorsOf, linesOf } from '../../../core/directives/consolidation.ts';
import type { Audience } from '../../../core/directives/directive.ts';
import { planIssue } from '../../../core/directives/issue.ts';
import { instantAt } from '../../../core/time/calendar.ts';

const kinds = ['province', 'commune', 'school', 'office'];
const codes = Array.from({ length: 12 }, (_, at) => `DV-${at}`);
const now = instantAt('2021-09-01', '08:00');

const audience: fc.Arbitrary<Audience> = fc.record({
  kinds: fc.subarray(kinds, { maxLength: 2 }),
  tags: fc.constant([]),
  codes: fc.subarray(codes, { maxLength: 2 }),
  childrenOf: fc.subarray(codes, { maxLength: 1 }),
  except: fc.subarray(codes, { maxLength: 2 }),
});

/** Each unit below one that stands before it, or below none. */
const roster: fc.Arbitrary<AudienceUnit[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), above: fc.nat() }), { minLength: 1, maxLength: codes.length })
  .map((drawn) =>
    drawn.map(({ kind, above }, at) => ({
      code: codes[at] ?? '',
      kind,
      tags: [],
      parentCode: at === 0 ? null : (codes[above % at] ?? null),
    })),
  );

const duty = fc.record({
  audience,
  consolidations: fc.option(
    fc.array(
      fc.record({
        by: fc.option(fc.constantFrom(...codes), { nil: undefined }),
        audience,
        earlier: fc.constant('P1D'),
      }),
      { maxLength: 2 },
    ),
  ),
});

const deadline = { rule: 'at', date: '2021-09-09', time: '17:00', quote: 'trước 17 giờ ngày 09/9/2021' } as const;

test('each unit has the tasks and debts that it has in the whole, in the same order', () => {
  const given = fc.record({
    units: roster,
    tasks: fc.array(audience, { maxLength: 3 }),
    duties: fc.array(duty, { maxLength: 2 }),
    atOnce: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(given, ({ units, atOnce, ...drawn }) => {
      const tasks = drawn.tasks.map((audience, at) => ({ id: at + 1, audience }));
      const duties = drawn.duties.map(({ audience, consolidations }, at) => ({
        id: at + 1,
        audience,
        deadline,
        consolidations:
          consolidations?.map(({ by, ...rest }) => ({ ...rest, ...(by !== undefined && { by }) })) ?? null,
      }));
      const whole = planIssue(tasks, duties, units, now);
      const rosterPages = Array.from({ length: Math.ceil(units.length / atOnce) }, (_, at) =>
        units.slice(at * atOnce, (at + 1) * atOnce),
      );
      const consolidating = duties.map((one) => {
        const by = new Set(rosterPages.flatMap((page) => [...consolidatorsOf(one, page)]));
        return { by, above: units.filter(({ code }) => by.has(code)) };
      });
      const linedFor = (page: AudienceUnit[]) =>
        duties.map((one, at) => {
          const { by = new Set<string>(), above = [] } = consolidating[at] ?? {};
          return { ...one, lines: { of: linesOf(one, page, above), by } };
        });
      const pages = rosterPages.map((page) => planIssue(tasks, linedFor(page), page, now));
      expect(pages.flatMap(({ assignments }) => assignments)).toEqual(whole.assignments);
      for (const [at, round] of whole.rounds.entries()) {
        const parts = pages.flatMap(({ rounds }) => rounds[at] ?? []);
        expect(parts.map(({ dutyId, times }) => ({ dutyId, times }))).toEqual(
          parts.map(() => ({ dutyId: round.dutyId, times: round.times })),
        );
        expect(parts.flatMap((part) => part.codes)).toEqual(round.codes);
        expect(new Map(parts.flatMap(({ below }) => [...below]))).toEqual(round.below);
      }
    }),
  );
});
