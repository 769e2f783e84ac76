/** Random campaigns over three levels: after every event each sum is that of a recount of what happened. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeDirective } from '../../../bot/acts/change-directive.ts';
import { submitReport } from '../../../bot/acts/submit-report.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { readPart } from '../../../bot/facts/consolidation/parts.ts';
import { readReconciliation } from '../../../bot/facts/consolidation/reconciliation.ts';
import type { ChangeOrder } from '../../../core/directives/life/change.ts';
import { findPartsOfRound } from '../../../db/consolidation/parts.ts';
import { readSummary } from '../../../db/figures/summary.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { duties, obligations, people, reports, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

const roster = [
  'code,name,kind,parent,aliases,staff,head_name,head_title,phone',
  'TINH,UBND tỉnh Sông Lam,province,,,,,Chủ tịch UBND tỉnh,',
  'SO,Sở Giáo dục và Đào tạo,office,TINH,,,,Giám đốc,',
  'XA-A,UBND xã Đông,commune,TINH,,,,Chủ tịch UBND xã,',
  'XA-B,UBND xã Tây,commune,TINH,,,,Chủ tịch UBND xã,',
  'TRUONG-A1,Trường Tiểu học Đông,school,XA-A,,,,Hiệu trưởng,',
  'TRUONG-A2,Trường Mầm non Đông,school,XA-A,,,,Hiệu trưởng,',
  'TRUONG-B,Trường Tiểu học Tây,school,XA-B,,,,Hiệu trưởng,',
  'THON-A,Thôn Thượng,hamlet,XA-A,,,,Trưởng thôn,',
  'THON-B,Thôn Hạ,hamlet,XA-B,,,,Trưởng thôn,',
].join('\n');

const audience = (some: object) => ({ kinds: [], tags: [], codes: [], childrenOf: [], except: [], ...some });
const text = 'Các đơn vị báo cáo số hộ chậm nhất ngày 15/9/2021.';

/** Communes consolidate what is below them, the office at the province the communes. A school is claimed twice. */
const directive = JSON.stringify({
  number: '9/UBND-TH',
  date: '2021-09-05',
  subject: 'rà soát số hộ',
  issuer: 'TINH',
  text,
  tasks: [],
  duties: [
    {
      key: 'so-ho',
      title: 'Số hộ',
      audience: audience({ kinds: ['commune', 'school', 'hamlet', 'office'] }),
      reportTo: 'TINH',
      deadline: { rule: 'by-day', date: '2021-09-15', quote: 'chậm nhất ngày 15/9/2021' },
      consolidations: [
        { audience: audience({ kinds: ['school', 'hamlet'] }), earlier: 'P1D' },
        { by: 'SO', audience: audience({ kinds: ['commune'], codes: ['TRUONG-A1'] }), earlier: 'P1D' },
      ],
      indicators: [{ key: 'ho', label: 'Số hộ', kind: 'count' }],
    },
  ],
});

const below: Record<string, string> = {
  'TRUONG-A1': 'XA-A',
  'TRUONG-A2': 'XA-A',
  'THON-A': 'XA-A',
  'TRUONG-B': 'XA-B',
  'THON-B': 'XA-B',
  'XA-A': 'SO',
  'XA-B': 'SO',
};
const bodies = ['XA-A', 'XA-B', 'SO'];
const reporting = [...Object.keys(below), 'SO'];

type Event =
  | { does: 'report'; unit: string; value: number }
  | { does: 'return' | 'excuse' | 'owe' | 'consolidate'; unit: string };

const events = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('report' as const),
      unit: fc.constantFrom(...reporting),
      value: fc.nat(999),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('return' as const, 'excuse' as const, 'owe' as const),
      unit: fc.constantFrom(...reporting),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('consolidate' as const), unit: fc.constantFrom(...bodies) }) },
) as fc.Arbitrary<Event>;

/** What happened, counted by hand: what stands of each unit, and what each body sent up of which unit. */
type Book = { figures: Map<string, number>; sent: Map<string, Map<string, number>>; excused: Set<string> };

const sumOf = (figures: ReadonlyMap<string, number>): number =>
  [...figures.values()].reduce((sum, one) => sum + one, 0);

const isUnder = (unit: string, body: string): boolean =>
  below[unit] !== undefined && (below[unit] === body || isUnder(below[unit] ?? '', body));

/** What would go up from a body: figures of whoever reports to it, and what those of them that consolidate sent up. */
function flowOf(body: string, { figures, sent }: Book): Map<string, number> {
  const flow = new Map<string, number>();
  for (const [unit, to] of Object.entries(below)) {
    if (to !== body) continue;
    const own = figures.get(unit);
    if (own !== undefined) flow.set(unit, own);
    for (const [one, value] of sent.get(unit) ?? []) flow.set(one, value);
  }
  return flow;
}

/** Writes down what an event comes to by the rules, in plain words: who has reported is not excused, and so on. */
function note(book: Book, event: Event): void {
  const { figures, sent, excused } = book;
  switch (event.does) {
    case 'report':
      if (!excused.has(event.unit)) figures.set(event.unit, event.value);
      return;
    case 'return':
      figures.delete(event.unit);
      return;
    case 'excuse':
      if (!figures.has(event.unit)) excused.add(event.unit);
      return;
    case 'owe':
      excused.delete(event.unit);
      return;
    case 'consolidate': {
      const flow = flowOf(event.unit, book);
      if (flow.size > 0 || sent.has(event.unit)) sent.set(event.unit, flow);
    }
  }
}

async function openCampaign(world: World) {
  await world.issue();
  const rows = await world.db
    .select({ code: units.code, unit: units.id, debt: obligations.id, round: obligations.roundId })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId));
  const [person] = await world.db
    .insert(people)
    .values({ name: 'Lan', createdAt: world.clock.civil() })
    .returning({ id: people.id });
  const asked = [...(await findIndicators(world.db, world.db.select({ id: duties.id }).from(duties))).values()].flat();
  const of = (code: string) => rows.find((row) => row.code === code) ?? { unit: 0, debt: 0, round: 0, code };
  const change = (order: ChangeOrder) =>
    world.transact((work) => changeDirective(work, { via: 'command', by: null }, world.directiveId, order));

  async function report(code: string, value: number): Promise<void> {
    const { debt } = of(code);
    const [now] = await world.db
      .select({ state: obligations.state, revision: reports.revision })
      .from(obligations)
      .leftJoin(reports, eq(reports.id, obligations.currentReportId))
      .where(eq(obligations.id, debt));
    if (now?.state === 'excused') return;
    const answers = { ho: { type: 'number' as const, value } };
    await world.transact((work) =>
      submitReport(
        work,
        { via: 'page', by: person?.id ?? 0, request: 'r' },
        {
          obligation: debt,
          base: now?.revision ?? 0,
          indicators: asked,
          answers,
          note: null,
          saidNoNote: false,
          isOnBehalf: false,
        },
      ),
    );
  }

  async function play(event: Event): Promise<void> {
    const { unit, round } = of(event.unit);
    if (event.does === 'report') await report(event.unit, event.value);
    else if (event.does === 'consolidate') await change({ act: 'consolidate', unit, round, reason: null });
    else await change({ act: event.does, units: [unit], reason: 'lý do' });
  }
  return { play, round: of('SO').round };
}

/** Holds every sum that people see against the book. */
async function compare(world: World, round: number, book: Book): Promise<void> {
  const now = world.clock.civil();
  const { figures, sent, excused } = book;
  const summary = await readSummary(world.db, world.directiveId, now);
  expect(summary.indicators[0]).toMatchObject({ total: sumOf(figures), units: figures.size });
  expect(summary.units).toMatchObject({ reporting: reporting.length, reported: figures.size, excused: excused.size });
  expect(summary.missing.count).toBe(reporting.length - figures.size - excused.size);
  for (const key of await findPartsOfRound(world.db, round)) {
    const part = await readPart({ tx: world.db }, key);
    const code = part?.unit.code ?? '';
    const mine = new Map([...figures].filter(([unit]) => isUnder(unit, code)));
    expect(part?.indicators[0]).toMatchObject({ total: sumOf(mine), units: mine.size });
    expect(part?.reports).toHaveLength(flowOf(code, book).size);
  }
  const both = await readReconciliation({ tx: world.db, now }, world.directiveId);
  const direct = figures.get('SO') ?? 0;
  const up = direct + sumOf(sent.get('SO') ?? new Map());
  expect(both?.totals).toMatchObject([{ units: sumOf(figures), bodies: up, difference: sumOf(figures) - up }]);
  for (const body of both?.bodies ?? [])
    expect(body.totals[0]?.submitted, body.unit.code).toBe(sumOf(sent.get(body.unit.code) ?? new Map()));
  expect(both?.claimedTwice).toMatchObject([
    { unit: { code: 'TRUONG-A1' }, by: { code: 'XA-A' }, also: [{ code: 'SO' }] },
  ]);
}

describe('over three levels', () => {
  describeDatabases('every total equals a recount', (db) => {
    test.each([1, 2])('after every event of random campaign %i', { timeout: 300_000 }, async () => {
      const world = await createWorld(db(), { roster, directive, issuer: 'TINH' });
      const { play, round } = await openCampaign(world);
      const book: Book = { figures: new Map(), sent: new Map(), excused: new Set() };
      const campaign = fc.sample(events, 20);
      for (const [at, event] of campaign.entries()) {
        world.clock.set(`2021-09-06T09:${String(at + 10)}`);
        note(book, event);
        await play(event);
        await compare(world, round, book).catch((error: unknown) => {
          throw new Error(`after ${JSON.stringify(campaign.slice(0, at + 1))}: ${String(error)}`);
        });
      }
      expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]);
    });
  });
});
