/** What is told of figures: a total, a mean, the highest and the lowest, this round beside the one before. */
import type { AskedCounts, LedgerFact, NamedFigure, UnitFigure } from '../../../core/figures/asked/answer.ts';
import { isShareOfSums } from '../../../core/figures/shares.ts';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import { plainDecimal } from '../../../core/language/reading/decimal.ts';
import { type Exact, exactDecimal, ratioOf } from '../../../core/reports/exact.ts';
import { addsUp, hasTotal } from '../../../core/reports/indicators.ts';
import { basis, difference, planText, share, withUnit } from '../../words/figures.ts';
import { count, day } from '../../words/format.ts';
import { figure as figureWithShare } from '../drill-down/ways.ts';
import { ofKind } from './units.ts';

type Fact<Type extends LedgerFact['type']> = Extract<LedgerFact, { type: Type }>;

const noFigures = (label: string, of: AskedCounts): string =>
  `${label}: không có dữ liệu, ${of.reported === 0 ? 'chưa đơn vị nào báo cáo' : 'các đơn vị đã báo cáo chưa có số liệu này'}.`;

/** "12,5": a mean to one place. */
const meanOf = (total: Exact, units: number): Exact => exactDecimal({ units: ratioOf(total, units, 10n), places: 1 });

function totalSaid({ kind, total, of, units, unit, target }: IndicatorTotal): string {
  if (kind === 'yes-no') return `có ${figureWithShare(total, units)} đơn vị`;
  if (isShareOfSums({ kind, of })) return share(total, of);
  if (!hasTotal(kind)) return `${count(units)} đơn vị trả lời`;
  const plan = planText(total, target, unit);
  return `${figureWithShare(total, of, unit)}${plan === '' ? '' : `, ${plan}`}`;
}

/** A figure, and on how many units it rests. */
export function figureText({ how, figure, total, of: one }: Fact<'figure'>, of: AskedCounts, kind: string): string {
  const { label } = figure;
  const whose = one ? `${one.name}, ${label}` : `${label}${ofKind(kind)}`;
  if (one && total.units === 0) return `${whose}: không có dữ liệu, đơn vị chưa báo cáo số liệu này.`;
  if (total.units === 0) return noFigures(whose, of);
  const rests = one ? '' : `, tính trên ${count(total.units)}/${count(of.reporting)} đơn vị phải báo cáo`;
  if (how === 'average' && addsUp(total.kind) && !one) {
    const mean = withUnit(count(meanOf(total.total, total.units)), total.unit);
    return `${whose}, bình quân một đơn vị: ${mean}${rests}.`;
  }
  return `${whose}: ${totalSaid(total)}${rests}.`;
}

const valueSaid = ({ value, of }: UnitFigure, { kind, unit }: NamedFigure): string => {
  if (kind === 'yes-no') return value === 1 ? 'có' : 'không';
  return kind === 'percent' ? withUnit(count(value), '%') : figureWithShare(value, of, unit);
};

const unitFigures = (units: readonly UnitFigure[], figure: NamedFigure): string =>
  units.map((one) => `${one.unit.name}: ${valueSaid(one, figure)}`).join('; ');

export function rankedText({ end, figure, units, count: all }: Fact<'ranked'>, of: AskedCounts, kind: string): string {
  const by = units.some(({ of: whole }) => whole !== null) ? ['theo tỷ lệ'] : [];
  const title = `${figure.label} ${end === 'highest' ? 'cao nhất' : 'thấp nhất'}${ofKind([kind, ...by].filter(Boolean).join(', '))}`;
  return all === 0 ? noFigures(title, of) : `${title}: ${unitFigures(units, figure)}; ${basis(all)}.`;
}

const sides = { below: 'dưới', above: 'từ', equal: 'bằng' } as const;

export function boundedText(
  { ask, figure, units, count: all, of: having }: Fact<'bounded'>,
  of: AskedCounts,
  kind: string,
): string {
  const bound = withUnit(count(plainDecimal(ask.than) as Exact), ask.isShare ? '%' : figure.unit);
  const title = `${figure.label} ${sides[ask.side]} ${bound}${ask.side === 'above' ? ' trở lên' : ''}${ofKind(kind)}`;
  if (having === 0) return noFigures(title, of);
  const rest = all > units.length ? ` và ${count(all - units.length)} đơn vị khác` : '';
  const names = all === 0 ? '' : `: ${unitFigures(units, figure)}${rest}`;
  return `${title}: ${count(all)}/${count(having)} đơn vị đã có số liệu${names}.`;
}

/** "+3,2 điểm %": how far apart two percentages are. */
const moved = ({ before, now }: Fact<'compared'>['figures'][number]): string => {
  if (isShareOfSums(now) || (now.of !== 0 && before.of !== 0)) return `${totalSaid(before)} → ${totalSaid(now)}`;
  return `${totalSaid(before)} → ${totalSaid(now)} (${difference(now.total, before.total)})`;
};

/** As many figures as a message holds. */
const mostFigures = 6;

export function comparedText({ before, figures }: Fact<'compared'>, of: AskedCounts, kind: string): string {
  const told = figures.filter(({ now }) => hasTotal(now.kind) || isShareOfSums(now));
  const lines = told.slice(0, mostFigures).map((one) => {
    const isThere = one.before.units > 0 && one.now.units > 0;
    return `- ${one.now.label}: ${isThere ? moved(one) : 'không có dữ liệu để so sánh'}`;
  });
  const rest = told.length > mostFigures ? [`và ${count(told.length - mostFigures)} chỉ tiêu khác`] : [];
  const reported = ({ reported, reporting }: AskedCounts): string => figureWithShare(reported, reporting);
  return [
    `So với kỳ trước (hạn ${day(before.due)})${ofKind(kind)}:`,
    `Đã báo cáo: ${reported(before.counts)} → ${reported(of)}`,
    ...lines,
    ...rest,
  ].join('\n');
}
