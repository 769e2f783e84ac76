/** What the product shows in its summary, chats and papers, held against what people meant. */
import Papa from 'papaparse';
import { expect } from 'vitest';
import exportPaper from '../../../../bot/commands/export.ts';
import summary from '../../../../bot/commands/summary.ts';
import type { Place } from '../stage/place.ts';
import type { Player } from '../stage/players.ts';
import { sectionCounts, stateOf, type Tally, toldFigures, totalOf } from './meant.ts';
import type { Sample } from './script.ts';

type Total = { key: string; total: number; of: number; units: number; target?: number };

type Shown = {
  units: Record<string, number>;
  indicators: Total[];
  missing: string[];
  unreachable: { unit: string }[];
  progress: ({ section: string } & Record<string, number>)[];
};

type Entered = { key: string; label: string; kind: string; formula?: string | undefined };

/** What is asked for, without what is a share of others; parts of a figure stand behind it. */
function enteredIn({ draft }: Sample): Entered[] {
  return (draft.duties[0]?.indicators ?? []).flatMap((one) => {
    const parts = 'breakdown' in one && one.breakdown ? one.breakdown : [];
    return [one, ...parts.map((part) => ({ ...part, kind: one.kind }))];
  });
}

/** A figure as Vietnam writes it. */
const written = (figure: number): string => figure.toLocaleString('vi-VN', { maximumFractionDigits: 3 });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The line of a figure; a share has its decimal also where that is zero. */
const lineOf = (label: string, figure: string): RegExp =>
  new RegExp(`^- ${escaped(label)}: ${escaped(figure)}(?:,0%|(?![.,]?\\d))`, 'm');

const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code).sort();

/** Counts and totals of the summary are those of a recount. */
export async function expectSummary({ run }: Place, tally: Tally, sample: Sample): Promise<void> {
  const shown = await run<Shown>(summary, { args: ['1'] });
  const { assigned, reporting, played, meant } = tally;
  const told = toldFigures(tally);
  const owing = reporting.filter(({ code }) => !meant.get(code)?.figures);
  expect(shown.units).toMatchObject({
    assigned: assigned.length,
    delivered: played.length,
    acknowledged: played.length,
    reporting: reporting.length,
    reported: told.length,
    onTime: told.length,
    unreachable: shown.unreachable.length,
  });
  expect([...shown.missing].sort()).toEqual(codes(owing));
  const absent = assigned.filter((unit) => !played.includes(unit));
  expect(shown.unreachable.map(({ unit }) => unit).sort()).toEqual(codes(absent));
  const denominator = sample.draft.duties[0]?.denominator?.key;
  for (const { key } of enteredIn(sample).filter(({ formula }) => formula === undefined)) {
    const total = shown.indicators.find((one) => one.key === key);
    expect(total, key).toMatchObject({ total: totalOf(told, key), units: told.length });
    if (denominator !== undefined) expect(total?.of, key).toBe(totalOf(told, denominator));
    if (total?.target !== undefined) expect(total.target, key).toBe(plannedOf(sample, key));
  }
  for (const { section, ...counts } of shown.progress)
    expect(counts, section).toMatchObject(sectionCounts(tally, sample, section));
  expect(shown.progress.map(({ section }) => section)).toEqual(
    sample.draft.progress?.map(({ section }) => section) ?? [],
  );
}

/** What all units together have been assigned to reach. */
const plannedOf = ({ targets }: Sample, key: string): number =>
  targets.reduce((sum, row) => sum + Math.round(Number(row[key] ?? '0') * 10), 0) / 10;

/** Where the leader's chat names no more figures than these. */
const namedInChat = 6;

/** The leader reads the same in the chat: the whole, and behind it each unit that has reported. */
export async function expectChat(leader: Player, tally: Tally, sample: Sample): Promise<void> {
  const told = toldFigures(tally);
  leader.says('/tonghop');
  const text = await leader.waits(/^TỔNG HỢP/);
  expect(text).toContain(`Đã báo cáo: ${told.length}/${tally.reporting.length} đơn vị`);
  const entered = enteredIn(sample);
  for (const { key, label, kind, formula } of entered.slice(0, namedInChat)) {
    const figure = formula === undefined ? totalOf(told, key) : shareOf(formula, told);
    expect(text).toMatch(lineOf(label, `${kind === 'yes-no' ? 'có ' : ''}${written(figure)}`));
  }
  for (const { code, name } of tally.reporting) {
    const figures = tally.meant.get(code)?.figures;
    if (!figures) continue;
    // A code in digits alone is read as the number of a document.
    leader.says(`/tonghop ${/^\d+$/.test(code) ? name : code}`);
    const unit = await leader.waits(new RegExp(`^${escaped(name)}$`, 'm'));
    for (const { key, label, kind, formula } of entered) {
      const own = formula === undefined ? (figures[key] ?? 0) : shareOf(formula, [figures]);
      const figure = kind === 'yes-no' ? (own === 1 ? 'Có' : 'Không') : written(own);
      expect(unit).toMatch(lineOf(label, figure));
    }
  }
}

/** The samples have one formula, a share of two figures; it is shown with one decimal. */
function shareOf(formula: string, told: readonly Readonly<Record<string, number>>[]): number {
  const [part = '', whole = ''] = formula.split(' / ');
  return Math.round((1000 * totalOf(told, part)) / totalOf(told, whole)) / 10;
}

/** Every row of the papers for other programs is what its unit meant. */
export async function expectPapers({ run }: Place, tally: Tally, sample: Sample): Promise<void> {
  const paper = async (format: string): Promise<string> => {
    const { base64 } = await run<{ base64: string }>(exportPaper, { args: ['1'], options: { format } });
    return Buffer.from(base64, 'base64')
      .toString()
      .replace(/^\uFEFF/, '');
  };
  const rows = Papa.parse<Record<string, string>>(await paper('csv'), { header: true, skipEmptyLines: true }).data;
  const keys = [
    sample.draft.duties[0]?.denominator?.key,
    ...enteredIn(sample).map(({ key, formula }) => (formula === undefined ? key : undefined)),
  ].filter((key) => key !== undefined);
  const wanted = tally.reporting.map(({ code }) => {
    const { figures, revision = 1, note = '' } = tally.meant.get(code) ?? {};
    const values = keys.map((key) => [`value_${key}`, figures ? String(figures[key]) : '']);
    return {
      code,
      state: figures ? 'on-time' : 'owed',
      revision: figures ? String(revision) : '',
      note,
      ...Object.fromEntries(values),
    };
  });
  const shown = rows.map((row) =>
    Object.fromEntries(Object.keys(wanted[0] ?? {}).map((column) => [column, row[column]])),
  );
  const byCode = (one: { code?: string }, other: { code?: string }): number =>
    (one.code ?? '') < (other.code ?? '') ? -1 : 1;
  expect(shown.sort(byCode)).toEqual(wanted.sort(byCode));
  const json = JSON.parse(await paper('json')) as {
    indicators: Total[];
    tasks: { code: string; section: string; state: string; percent: number | null }[];
    revisions: { code: string }[];
  };
  const told = toldFigures(tally);
  for (const { key, formula } of enteredIn(sample))
    if (formula === undefined)
      expect(json.indicators.find((one) => one.key === key)?.total, key).toBe(totalOf(told, key));
  for (const { code, section, state, percent } of json.tasks)
    expect({ code, section, state, percent }).toEqual({
      code,
      section,
      ...stateOf(tally.meant.get(code)?.sections?.[section]),
    });
  const sent = [...tally.meant.values()].reduce((sum, { figures, revision = 1 }) => sum + (figures ? revision : 0), 0);
  expect(json.revisions).toHaveLength(sent);
}
