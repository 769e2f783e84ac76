import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerFromLedger } from '../../../../bot/facts/asked/ledger.ts';
import type { LedgerAsker } from '../../../../bot/facts/asked/target.ts';
import type { LedgerFact } from '../../../../core/figures/asked/answer.ts';
import { readLedgerQuestion } from '../../../../core/language/asked/read.ts';
import { findAssignments } from '../../../../db/directives/assignments.ts';
import { inArray } from '../../../../db/engine/lists.ts';
import { obligations, units } from '../../../../db/schema/tables.ts';
import { describeDatabases } from '../../../harness/database.ts';
import { askingDirective } from '../../../harness/world/asking.ts';
import { createWorld } from '../../../harness/world.ts';
import { atHour, type Counted, fates, largeRoster, play } from './campaign.ts';

const nowHour = 122;
const overdueFrom = (unit: Counted): number => (unit.hasMoreTime ? 125 : 112);
const isReported = ({ state }: Counted): boolean => state === 'reported';
const hasFigure = (unit: Counted): boolean => isReported(unit) && unit.bluezone !== null;
const shareOf = ({ bluezone, staff }: Counted): number => (bluezone ?? 0) / staff;

/** What each question asks, counted by hand: which units. */
const standings: readonly [string, (unit: Counted) => boolean][] = [
  ['ai chưa nộp', ({ state }) => state === 'owed'],
  ['ai đã nộp', isReported],
  ['ai nộp đúng hạn', (unit) => isReported(unit) && unit.reported < overdueFrom(unit)],
  ['ai nộp muộn', (unit) => isReported(unit) && unit.reported >= overdueFrom(unit)],
  ['ai quá hạn', (unit) => unit.state === 'owed' && nowHour >= overdueFrom(unit)],
  ['hôm nay ai nộp', (unit) => isReported(unit) && atHour(unit.reported) >= new Date('2021-09-11T00:00:00+07:00')],
  ['ai đã nhận', ({ acknowledged }) => acknowledged !== null],
  ['ai được miễn', ({ state }) => state === 'excused'],
  ['ai được gia hạn', (unit) => unit.hasMoreTime && unit.state !== 'excused'],
  ['có ai đang xin gia hạn', ({ hasAsked }) => hasAsked],
  ['ai hẹn nộp', ({ promise, state }) => promise === 'waiting' && state === 'owed'],
  ['ai lỡ hẹn', ({ promise }) => promise === 'broken'],
  ['ai đã sửa báo cáo', (unit) => isReported(unit) && unit.revisions > 1],
  ['đơn vị nào có khó khăn', (unit) => isReported(unit) && unit.note !== null],
  ['đơn vị nào chưa nộp bluezone', (unit) => unit.state !== 'excused' && !hasFigure(unit)],
  ['ai chưa xong mục 1', ({ progress }) => progress !== 'done'],
  ['ai xong mục 1 rồi', ({ progress }) => progress === 'done'],
  ['ai vướng mục 1', ({ progress }) => progress === 'blocked'],
  ['đơn vị nào bluezone dưới 50%', (unit) => hasFigure(unit) && unit.staff > 0 && shareOf(unit) < 0.5],
  ['đơn vị nào bluezone từ 30', (unit) => hasFigure(unit) && (unit.bluezone ?? 0) >= 30],
  ['đơn vị nào bluezone bằng 0', (unit) => hasFigure(unit) && unit.bluezone === 0],
];

const kinds = [
  ['', () => true],
  ['xã', ({ unit }: Counted) => unit.kind === 'commune'],
  ['trường', ({ unit }: Counted) => unit.kind === 'school'],
  ['trường mầm non', ({ unit }: Counted) => unit.name.startsWith('Trường Mầm non')],
] as const;

/** The same question about units of one kind. */
const ofKind = (text: string, kind: string): string =>
  kind === '' ? text : text.replace(/\bai\b|đơn vị nào/, `${kind} nào`);

const total = (units: readonly Counted[], of: (unit: Counted) => number): number =>
  units.reduce((sum, unit) => sum + of(unit), 0);

/** How many a list has, and its first names. */
const namesIn = (fact: LedgerFact | undefined): { count: number; names: string[] } | undefined => {
  if (fact?.type === 'bounded') return { count: fact.count, names: fact.units.map(({ unit }) => unit.name).sort() };
  if (!fact || !('list' in fact)) return undefined;
  return { count: fact.list.count, names: fact.list.units.map(({ unit }) => unit.name) };
};

describeDatabases('an answer to a question over the ledger', (db) => {
  test('is what a recount gives, over random campaigns, for whoever may see which units', async () => {
    const world = await createWorld(db(), { roster: largeRoster, directive: askingDirective() });
    await world.issue();
    const office = (await db().select({ id: units.id }).from(units).where(eq(units.code, 'UBND-HUYEN')))[0]?.id ?? 0;
    const body = (await db().select({ id: units.id }).from(units).where(eq(units.code, 'PHONG-GDDT')))[0]?.id ?? 0;
    const schools = db().select({ id: units.id }).from(units).where(eq(units.kind, 'school'));
    await db().update(obligations).set({ consolidatorId: body }).where(inArray(obligations.unitId, schools));
    const asker = (some: Partial<LedgerAsker>): LedgerAsker => ({
      ...{ chasedFor: [], answersFor: [], isConsolidator: false, assignments: [] },
      ...some,
    });
    const leader = asker({ chasedFor: [office] });
    const now = atHour(nowHour);
    const ask = async (who: LedgerAsker, text: string): Promise<LedgerFact> => {
      const question = readLedgerQuestion(text);
      const answer = question && (await answerFromLedger({ tx: db(), now }, who, question));
      if (!answer || answer.directive === null) throw new Error(`"${text}" is not answered`);
      return answer.fact;
    };
    const recount = async (who: LedgerAsker, seen: readonly Counted[], all: string): Promise<void> => {
      for (const [kind, isOfKind] of kinds) {
        const among = seen.filter(isOfKind);
        if (among.length === 0) continue;
        for (const [text, is] of standings) {
          const expected = among.filter(is);
          const said = ofKind(text, kind);
          const got = namesIn(await ask(who, said));
          expect(got?.count, `${all} ${said}`).toBe(expected.length);
          expect(new Set(expected.map(({ unit }) => unit.name)), `${all} ${said}`).toEqual(
            new Set([...expected.map(({ unit }) => unit.name), ...(got?.names ?? [])]),
          );
          expect(got?.names.length).toBe(Math.min(15, expected.length));
        }
        const having = among.filter(hasFigure);
        const suffix = kind === '' ? '' : ` các ${kind}`;
        expect(await ask(who, `tổng bluezone${suffix}`), suffix).toMatchObject({
          type: 'figure',
          total: {
            total: total(having, ({ bluezone }) => bluezone ?? 0),
            of: total(having, ({ staff }) => staff),
            units: having.length,
          },
        });
        const shares = having.filter(({ staff }) => staff > 0).map(shareOf);
        const best = await ask(who, ofKind('đơn vị nào bluezone cao nhất', kind));
        const first = best.type === 'ranked' ? best.units[0] : undefined;
        if (shares.length > 0) expect(Number(first?.value) / Number(first?.of)).toBe(Math.max(...shares));
      }
    };
    await fc.assert(
      fc.asyncProperty(fates(24), async (fated) => {
        const counted = await play(db(), fated);
        await recount(leader, counted, 'leader');
        const own = counted.filter(({ unit }) => unit.id === body);
        const head = asker({
          answersFor: [body],
          assignments: await findAssignments(db(), [body]),
        });
        const consolidator = { ...head, isConsolidator: true };
        await recount(
          consolidator,
          counted.filter(({ unit }) => unit.kind === 'school'),
          'consolidator',
        );
        for (const [text, is] of standings)
          expect(namesIn(await ask(head, text))?.count, `head: ${text}`).toBe(own.filter(is).length);
      }),
      { numRuns: 4 },
    );
  });
});
