/** Answers questions about figures: which one is named, of which unit, and what it comes to. */
import type { LedgerFact, NamedFigure } from '../../../core/figures/asked/answer.ts';
import { indicatorsNamed } from '../../../core/figures/asked/names.ts';
import type { LedgerAsk } from '../../../core/language/asked/question.ts';
import { addsUp, denominatorFor } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { countMeant, findAskedUnits } from '../../../db/figures/asked/among.ts';
import { type AskedRound, boundAsked, rankAsked, totalAsked, totalsAsked } from '../../../db/figures/asked/figures.ts';
import { listWithout } from '../../../db/figures/asked/standings.ts';
import { findRound } from '../../../db/figures/counted-round.ts';
import { findPreviousRound } from '../../../db/figures/papers.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import type { Reading } from '../../delivery/work.ts';

type FigureAsk = Extract<LedgerAsk, { about: 'figure' | 'ranked' | 'bounded' | 'without' | 'compared' }>;
type Now = Pick<Reading, 'tx' | 'now'>;
type Fact = LedgerFact | undefined;
type Meant = { indicator: Indicator; figure: NamedFigure; unit: UnitRef | null };

/** Undefined where the words name no indicator, and nothing else says that a figure is asked for. */
export async function readFigureFact(
  reading: Now,
  asked: AskedRound & { round: { opensAt: Date } },
  ask: FigureAsk,
): Promise<Fact> {
  const { tx } = reading;
  const form = (await findIndicators(tx, [asked.round.dutyId])).get(asked.round.dutyId) ?? [];
  if (ask.about === 'compared' && ask.named === '') return readCompared(reading, asked, undefined);
  const meant = await whatIsMeant(tx, asked, form, ask);
  if (meant === undefined || 'type' in meant) return meant;
  const { indicator, figure, unit } = meant;
  const of = { ...asked, unit: unit?.id ?? null };
  const whole = denominatorFor({ indicators: form }, indicator);
  switch (ask.about) {
    case 'figure': {
      const total = await totalAsked(tx, of, indicator);
      if (ask.how === 'share' && total.of === 0 && indicator.kind !== 'yes-no' && total.units > 0)
        return { type: 'nothing', why: 'no-share', label: indicator.label };
      return { type: 'figure', how: ask.how, figure, total, of: unit };
    }
    case 'ranked': {
      const { units, count } = await rankAsked(tx, of, {
        figure: indicator,
        end: ask.end,
        hasWhole: whole !== undefined,
      });
      return { type: 'ranked', end: ask.end, figure, units, count };
    }
    case 'bounded': {
      const isShare = ask.isShare && indicator.kind !== 'percent';
      if (isShare && !whole) return { type: 'nothing', why: 'no-share', label: indicator.label };
      const bound = { figure: indicator, side: ask.side, than: ask.than, isShare };
      const { units: having } = await totalAsked(tx, of, indicator);
      return { type: 'bounded', ask, figure, ...(await boundAsked(tx, of, bound)), of: having };
    }
    case 'without':
      return { type: 'without', figure, list: await listWithout(tx, of, indicator.id) };
    case 'compared':
      return readCompared(reading, of, indicator.key);
  }
}

/** The figure, and the unit beside it where one is named. */
async function whatIsMeant(
  tx: Reading['tx'],
  asked: AskedRound,
  form: Indicator[],
  ask: FigureAsk,
): Promise<Meant | Extract<LedgerFact, { type: 'nothing' }> | undefined> {
  const told = form.filter(({ isDenominator }) => !isDenominator);
  const meantBy = (indicator: Indicator, unit: UnitRef | null): Meant => ({
    indicator,
    figure: figureOf(indicator, told),
    unit,
  });
  const readings = indicatorsNamed(ask.named, form);
  const whole = readings.find(({ rest }) => rest === '');
  if (whole) return meantBy(whole.indicator, null);
  let missed = '';
  for (const { indicator, rest } of readings) {
    const [only, ...others] = await findAskedUnits(tx, asked, rest);
    if (only && others.length === 0) return meantBy(indicator, only);
    if (only) return { type: 'nothing', why: 'several-units', units: [only, ...others] };
    missed ||= rest;
  }
  const figures = told.filter(({ kind }) => addsUp(kind));
  const [single, ...more] = figures;
  if (ask.named === '' && single && more.length === 0) return meantBy(single, null);
  // Who has not given what is no figure may have been spoken of in another way.
  const isPlain = ask.about !== 'without' && (ask.about !== 'figure' || ask.isPlain);
  if (missed !== '' && !isPlain) return undefined;
  if (missed !== '')
    return asked.seen.scope === 'all'
      ? { type: 'nothing', why: 'no-unit', said: missed }
      : { type: 'nothing', why: 'not-shown' };
  return isPlain ? { type: 'nothing', why: 'which-figure', labels: told.map(({ label }) => label) } : undefined;
}

const figureOf = (indicator: Indicator, told: readonly Indicator[]): NamedFigure => ({
  label: indicator.label,
  kind: indicator.kind,
  ...(indicator.unit && indicator.kind !== 'count' && { unit: indicator.unit }),
  place: told.indexOf(indicator) + 1,
});

async function readCompared(
  { tx, now }: Now,
  asked: AskedRound & { round: { opensAt: Date } },
  key: string | undefined,
): Promise<LedgerFact> {
  const { dutyId, opensAt } = asked.round;
  const id = await findPreviousRound(tx, dutyId, opensAt);
  if (id === undefined) return { type: 'nothing', why: 'first-round' };
  const previous = { ...asked, round: { id, dutyId } };
  const [before, after] = [await totalsAsked(tx, previous), await totalsAsked(tx, asked)];
  const figures = after.flatMap((one) => {
    const then = before.find((other) => other.key === one.key);
    return then && (key === undefined || key === one.key) ? [{ before: then, now: one }] : [];
  });
  const then = await findRound(tx, asked.directiveId, now, id);
  return {
    type: 'compared',
    before: { due: then?.due ?? opensAt, counts: await countMeant(tx, previous) },
    figures,
  };
}
