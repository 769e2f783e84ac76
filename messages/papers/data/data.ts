/** The figures as plain data, for other programs: CSV and JSON with the same columns. */
import Papa from 'papaparse';
import {
  type RevisionLine,
  standingOf,
  type TableModel,
  type TableRows,
  type UnitLine,
} from '../../../core/figures/papers.ts';
import { periodAnswers, type UnitPeriod } from '../../../core/figures/period.ts';
import { plainPeriod } from '../../../core/figures/plain-period.ts';
import { type IndicatorTotal, percentOf } from '../../../core/figures/summary.ts';
import { type SectionLine, totalSections } from '../../../core/progress/sections.ts';
import { plainFigure } from '../../../core/reports/exact.ts';
import type { Indicator, Value } from '../../../core/reports/obligation.ts';
import { toIso } from '../../../core/time/calendar.ts';
import { platformId } from '../../words/deliveries.ts';
import { groupName } from '../../words/figures.ts';
import { fileName } from '../../words/file-answer.ts';
import { safeCsvCell } from '../cells.ts';
import { type DataColumn, describeColumns, periodColumn, periodColumns, valueColumn } from './columns.ts';

type Plain = string | number | boolean | null;

const iso = (instant: Date | null | undefined): string | null => (instant ? toIso(instant) : null);
const valuesOf = (values: Record<string, Value>, { form }: TableModel): Record<string, Plain> =>
  Object.fromEntries(form.map((i) => [valueColumn(i), plainValue(values[i.key], i.kind)]));

function plainValue(value: Value | undefined, kind: Indicator['kind']): Plain {
  if (value?.type === 'number') return plainFigure(value.value);
  return value === undefined ? null : kind === 'file' ? fileName(value.value) : value.value;
}

function rowOf(line: UnitLine, model: TableModel): Record<string, Plain> {
  const { unit, report, acknowledged } = line;
  const fixed: Record<DataColumn, Plain> = {
    code: unit.code,
    name: unit.name,
    group: groupName(line.key),
    state: standingOf(line, model.round),
    first_reported_at: iso(line.firstReportedAt),
    revision: report?.revision ?? null,
    reported_at: iso(report?.at),
    reported_by: report?.by ?? null,
    on_behalf: report?.isOnBehalf ?? null,
    delivered_at: iso(line.deliveredAt),
    acknowledged_at: iso(acknowledged?.at),
    acknowledged_by: acknowledged?.by ?? null,
    note: report?.note ?? null,
    said_no_note: report ? report.saidNoNote : null,
  };
  return { ...fixed, ...valuesOf(line.values, model), ...periodOf(line.period, model) };
}

/** Nothing where the round stands alone. */
function periodOf(period: UnitPeriod | undefined, { form, summary }: TableModel): Record<string, Plain> {
  if (!summary.period) return {};
  const answers = periodAnswers(form, period?.figures ?? {});
  return {
    period_reported: period?.reported ?? null,
    period_owed: period?.owed ?? null,
    ...Object.fromEntries(periodColumns(form).map((i) => [periodColumn(i), plainValue(answers[i.key], i.kind)])),
  };
}

/** One row a unit (RFC 4180, UTF-8 with its mark so that spreadsheets read the letters); no cell runs as a formula. */
export async function buildCsv(model: TableModel, rows: TableRows): Promise<Uint8Array> {
  const fields = Object.keys(describeColumns(model));
  const lineOf = (data: Plain[][]) => `${Papa.unparse(data, { newline: '\r\n' })}\r\n`;
  const pieces = [Buffer.from(`\ufeff${lineOf([fields])}`)];
  for await (const { units } of rows) {
    const data = units.map((line) => {
      const row = rowOf(line, model);
      return fields.map((field) => {
        const cell = row[field] ?? null;
        return typeof cell === 'string' ? safeCsvCell(cell) : cell;
      });
    });
    pieces.push(Buffer.from(lineOf(data)));
  }
  return Buffer.concat(pieces);
}

function revisionOf(line: RevisionLine, model: TableModel) {
  return {
    code: line.unit.code,
    revision: line.revision,
    current: line.isCurrent,
    at: toIso(line.at),
    by: line.by,
    on_behalf: line.isOnBehalf,
    message: line.message && { ...line.message, externalId: platformId(line.message.externalId) },
    note: line.note,
    said_no_note: line.saidNoNote,
    ...valuesOf(line.values, model),
  };
}

/** A section at a unit. */
const taskOf = ({ unit, section, state, timing, percent, reasons, papers, told }: SectionLine) => ({
  code: unit.code,
  section,
  state,
  timing,
  percent: percent === null ? null : Number(percent),
  reasons,
  papers: papers.map(fileName),
  by: told?.by ?? null,
  on_behalf: told?.isOnBehalf ?? null,
  at: told && toIso(told.at),
});

/** A JSON list in pieces, one of its things a line. */
function openList<T>(plain: (line: T) => object) {
  const pieces: Buffer[] = [];
  return {
    add(lines: readonly T[]): void {
      if (lines.length === 0) return;
      const separator = pieces.length === 0 ? '[\n    ' : ',\n    ';
      pieces.push(Buffer.from(separator + lines.map((line) => JSON.stringify(plain(line))).join(',\n    ')));
    },
    end: (): Buffer[] => [...pieces, Buffer.from(pieces.length === 0 ? '[]' : '\n  ]')],
  };
}

/**
 * A total with its share: of the denominators of the units that answered; for a yes or no, of the number of those
 * units.
 */
function indicatorOf(total: IndicatorTotal) {
  const of = total.kind === 'yes-no' ? total.units : total.of;
  return {
    ...total,
    total: plainFigure(total.total),
    of: plainFigure(of),
    ...planOf(total),
    percent: percentOf(total.total, of),
  };
}

const planOf = ({ total, target }: IndicatorTotal) =>
  target === undefined ? {} : { target: plainFigure(target), percentOfTarget: percentOf(total, target) };

/** Everything at once: the directive, the round, totals, units, every revision, and what the columns hold. */
export async function buildJson(model: TableModel, rows: TableRows): Promise<Uint8Array> {
  const { directive, round, summary, now, tasks = [] } = model;
  const head = {
    at: toIso(now),
    directive: {
      id: directive.id,
      number: directive.number,
      date: directive.date,
      subject: directive.subject,
      state: directive.state,
    },
    issuer: directive.issuer.code,
    round: { key: round.key, due: toIso(round.due), overdueFrom: toIso(round.overdueFrom), quote: round.quote },
    columns: describeColumns(model),
    counts: summary.units,
    indicators: summary.indicators.map(indicatorOf),
    period: summary.period ? plainPeriod(summary.period) : null,
    progress: totalSections(tasks),
    tasks: tasks.map(taskOf),
  };
  const units = openList((line: UnitLine) => rowOf(line, model));
  const revisions = openList((line: RevisionLine) => revisionOf(line, model));
  for await (const lines of rows) {
    units.add(lines.units);
    revisions.add(lines.revisions);
  }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "units": `),
    ...units.end(),
    Buffer.from(',\n  "revisions": '),
    ...revisions.end(),
    Buffer.from('\n}\n'),
  ]);
}
