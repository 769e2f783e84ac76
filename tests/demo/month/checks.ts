/** What must hold after every day, and after everything that changes figures. What does not is a sentence. */
import { everyUnit, readSummary } from '../../../db/figures/summary.ts';
import { type RawReport, readRawReports, readRawRounds, readSentSince, type SentRequest } from './book.ts';
import { isOfficeTime, momentOf } from './calendar.ts';
import type { MonthUnit } from './district.ts';
import type { MonthLedger, Receipt } from './ledger.ts';
import { isInForce, isNamed, recount } from './recount.ts';
import type { Letter, Stand } from './stand.ts';

export type MonthChecks = {
  /** Totals of the directives, against what people were told and against a recount of the raw rows. */
  figures(directives: readonly number[]): Promise<void>;
  /** Everything that was sent since the last time. */
  messages(): Promise<void>;
  /** Notes what was found by hand. */
  expect(isRight: boolean, otherwise: () => string): void;
  made(): number;
  violations: string[];
  /** What was sent unasked, with when it arrived. */
  unasked: { at: Date; sent: SentRequest; text: string }[];
};

const toPeople = ['reminder', 'calls', 'summary'];
const unaskedKinds = [...toPeople, 'group', 'card'];

export function openChecks(
  stand: Stand,
  {
    ledger,
    units,
    names,
  }: { ledger: MonthLedger; units: readonly MonthUnit[]; names: ReadonlyMap<number, Receipt['directive']> },
): MonthChecks {
  const violations: string[] = [];
  const unasked: MonthChecks['unasked'] = [];
  let made = 0;
  let row = 0;
  const expect = (isRight: boolean, otherwise: () => string): void => {
    made += 1;
    if (!isRight) violations.push(`${momentOf(stand.now())}  ${otherwise()}`);
  };

  const figures = async (directives: readonly number[]): Promise<void> => {
    const { db } = stand.product();
    const rounds = (await readRawRounds(db, stand.now())).filter(({ directive }) => directives.includes(directive));
    for (const directive of directives) {
      const raw = await readRawReports(db, directive);
      agreeWithReceipts(
        raw,
        ledger.receipts.filter((one) => one.directive === names.get(directive)),
        expect,
      );
      for (const round of rounds.filter((one) => one.directive === directive)) {
        const summary = await readSummary(db, directive, stand.now(), { roundId: round.round, most: everyUnit });
        const counted = recount(raw.filter((one) => one.round === round.round));
        const where = `${round.number}, kỳ ${summary.round?.key}`;
        for (const { label, total } of summary.indicators)
          expect(
            total === (counted.totals[label] ?? 0),
            () => `${where}: ${label} is ${total}, recounted ${counted.totals[label] ?? 0}`,
          );
        const { reporting, reported, onTime } = summary.units;
        expect(reporting === round.owing, () => `${where}: ${reporting} units report, ${round.owing} are asked`);
        expect(
          reported === counted.reported,
          () => `${where}: ${reported} have reported, recounted ${counted.reported}`,
        );
        expect(onTime === counted.onTime, () => `${where}: ${onTime} were on time, recounted ${counted.onTime}`);
        const missing = summary.missing.first.map(({ code }) => code).sort();
        expect(missing.join() === round.owed.join(), () => `${where}: missing are ${missing}, owed by ${round.owed}`);
        for (const { unit, reported: below, indicators } of summary.consolidations) {
          const own = recount(raw.filter((one) => one.round === round.round && isBelow(units, one.code)));
          expect(
            below === own.reported,
            () => `${where}, ${unit.name}: ${below} below have reported, recounted ${own.reported}`,
          );
          for (const { label, total } of indicators)
            expect(
              total === (own.totals[label] ?? 0),
              () => `${where}, ${unit.name}: ${label} is ${total}, recounted ${own.totals[label]}`,
            );
        }
      }
    }
  };

  const arrived = new Map<string, Letter>();
  const seenRequests = new Set<string>();
  const seenTexts = new Set<string>();
  const slots = new Map<string, number>();
  let read = 0;
  const messages = async (): Promise<void> => {
    for (; read < stand.letters.length; read += 1) {
      const letter = stand.letters[read];
      if (letter) arrived.set(`${letter.channel} ${letter.externalId}`, letter);
    }
    const { db } = stand.product();
    const raw = await readRawReports(db);
    for (const sent of await readSentSince(db, row)) {
      row = Math.max(row, sent.row);
      const letter = arrived.get(`${sent.channel} ${sent.externalId}`);
      expect(letter !== undefined, () => `request ${sent.row} is said to be sent, and nothing arrived`);
      const request = `${sent.meaning} ${sent.recipient} ${sent.part}`;
      expect(!seenRequests.has(request), () => `"${sent.meaning}" went to ${sent.recipient} twice`);
      seenRequests.add(request);
      if (!letter || !unaskedKinds.includes(sent.kind)) continue;
      unasked.push({ at: letter.at, sent, text: letter.text });
      checkUnasked(letter, sent, raw);
    }
  };

  function checkUnasked(letter: Letter, sent: SentRequest, raw: readonly RawReport[]): void {
    const at = momentOf(letter.at);
    const shown = `${at} to ${sent.recipient}: ${letter.text.split('\n')[0]}`;
    expect(isOfficeTime(letter.at), () => `in quiet time: ${shown}`);
    const sameText = `${at.slice(0, 10)} ${letter.channel} ${letter.to} ${sent.part} ${letter.text}`;
    expect(!seenTexts.has(sameText), () => `twice on one day: ${shown}`);
    seenTexts.add(sameText);
    if (toPeople.includes(sent.kind)) {
      const slot = `${sent.recipient} ${at}`;
      const first = slots.get(slot);
      expect(first === undefined || first === sent.message, () => `a second unasked message in one slot: ${shown}`);
      slots.set(slot, sent.message);
    }
    for (const debt of sent.debts)
      expect(
        !raw.some((one) => one.obligation === debt && isInForce(one, letter.at)),
        () => `reminded after the report: ${shown}`,
      );
    if (sent.kind === 'reminder')
      expect(sent.reasons.length > 0 || sent.onDemand, () => `no reason is known of: ${shown}`);
    if (sent.kind === 'group' || sent.kind === 'card')
      for (const one of raw)
        if (one.round === sent.round && isInForce(one, letter.at))
          expect(!isNamed(letter.text, one.unit), () => `${one.unit} has reported and is named in the group: ${shown}`);
  }

  return { figures, messages, expect, made: () => made, violations, unasked };
}

const isBelow = (units: readonly MonthUnit[], code: string): boolean =>
  units.some((unit) => unit.code === code && unit.kind === 'school');

/** Of every unit the revisions that are kept are those that somebody has a receipt for, in that order. */
function agreeWithReceipts(
  raw: readonly RawReport[],
  receipts: readonly Receipt[],
  expect: MonthChecks['expect'],
): void {
  const kept = new Map<string, RawReport[]>();
  for (const one of raw) kept.set(one.unit, [...(kept.get(one.unit) ?? []), one]);
  const told = new Map<string, Receipt[]>();
  for (const one of receipts) told.set(one.unit, [...(told.get(one.unit) ?? []), one]);
  for (const unit of new Set([...kept.keys(), ...told.keys()])) {
    const rows = kept.get(unit) ?? [];
    const papers = told.get(unit) ?? [];
    expect(rows.length === papers.length, () => `${unit}: ${papers.length} receipts, ${rows.length} revisions kept`);
    for (const [at, { figures }] of papers.entries())
      for (const [label, figure] of Object.entries(figures))
        expect(
          rows[at]?.figures[label] === figure,
          () => `${unit}: ${label} ${figure} on the receipt, kept ${rows[at]?.figures[label]}`,
        );
  }
}
