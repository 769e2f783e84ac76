/**
 * What the papers of a round say, before any file format: the report, the table, the picture, the proof. Civil time.
 */

import type { ChainHead } from '../audit/head.ts';
import type { ChannelName } from '../channels/address.ts';
import type { Refusal } from '../channels/channel.ts';
import type { MessageKind } from '../delivery/message.ts';
import type { RequestState } from '../delivery/request-state.ts';
import type { SectionLine } from '../progress/sections.ts';
import type { Difficulty } from '../reports/difficulty.ts';
import { addExact, type Exact } from '../reports/exact.ts';
import type { Indicator, Value } from '../reports/obligation.ts';
import type { UnitRef } from '../roster/person.ts';
import type { ReportAddressee } from './addressee.ts';
import type { UnitPeriod } from './period.ts';
import type { Figures, IndicatorTotal, Summary, UnreachableReason } from './summary.ts';

/** Above so many units a paper for reading shows groups only; the table has them all. */
export const mostUnitsOnPaper = 1000;

/**
 * The proof has a row a unit and indicator, and as many of messages: above so many units it is made for one at a time.
 */
export const mostUnitsInProof = 300;

/** A body by its name and its other names. */
export type PublicBody = { id: number; name: string; aliases: string[] };

/** A body as the head and the foot of its papers need it. `above` are the bodies over it, nearest first. */
export type Office = PublicBody & {
  headTitle: string | null;
  headName: string | null;
  above: PublicBody[];
};

/** Units are grouped by their kind; those below a consolidator are a group of its name. */
export type GroupKey = { type: 'kind'; kind: string } | { type: 'below'; unit: UnitRef };

export type Progress = { reporting: number; reported: number; onTime: number; excused: number };

export type GroupLine = {
  key: GroupKey;
  progress: Progress;
  /** Sum of the duty's denominators of the units that have reported; null where the duty has none. */
  base: Exact | null;
  indicators: IndicatorTotal[];
};

/** A unit's part in a round, with the values of its current revision. */
export type UnitLine = {
  unit: UnitRef & { headName: string | null; phone: string | null };
  key: GroupKey;
  state: 'owed' | 'reported' | 'excused';
  firstReportedAt: Date | null;
  /** A deadline of its own: later than the round's, or earlier where another unit consolidates it. */
  own?: { due: Date; overdueFrom: Date } | null;
  report: Pick<RevisionLine, 'revision' | 'at' | 'by' | 'isOnBehalf' | 'note' | 'saidNoNote'> | null;
  values: Record<string, Value>;
  /** What it has been assigned to reach, by the keys of indicators; absent: nothing. */
  targets?: Record<string, Exact>;
  /** All rounds up to this one; absent: it is the first, or its figures do not go together over rounds. */
  period?: UnitPeriod;
  deliveredAt: Date | null;
  /** `message` is its number in the inbox. */
  acknowledged: { by: string | null; at: Date; message: number | null } | null;
};

export type Round = NonNullable<Summary['round']> & { opensAt: Date };

/** A unit as the table lists it. For a unit that owes, also why it cannot be told anything by chat. */
export type TableLine = UnitLine & { unreachable: UnreachableReason | null };

/** One revision of a unit's report, with the message it came by. */
export type RevisionLine = {
  unit: UnitRef;
  revision: number;
  isCurrent: boolean;
  at: Date;
  by: string;
  isOnBehalf: boolean;
  note: string | null;
  /** Said: there is nothing to remark. */
  saidNoNote: boolean;
  values: Record<string, Value>;
  message: { id: number; channel: ChannelName; externalId: string } | null;
};

/** One request to a platform, or a message for which none could be made. */
export type DeliveryLine = {
  /** The unit it was about; null for summaries and groups. */
  unit: { code: string; name: string } | null;
  recipient: string;
  kind: MessageKind;
  writtenAt: Date;
  sending: {
    channel: ChannelName;
    part: number;
    parts: number;
    attempt: number;
    state: RequestState;
    /** The platform's own id of the message: the receipt. */
    receipt: string | null;
    settledAt: Date | null;
    reason: string | null;
    /** Of a refused one the class of the refusal. */
    refusedBecause: Refusal | null;
  } | null;
};

/** What all papers of one round share. */
export type RoundModel = {
  /** The state of the ledger that the paper shows. */
  now: Date;
  /** "công văn", "kế hoạch"…, as the draft has it. */
  directiveType: string;
  directive: Summary['directive'];
  round: Round;
  summary: Summary;
  /** The form: its indicators in the order asked, the denominator first where there is one. */
  form: Indicator[];
  groups: GroupLine[];
  /** Units that have reported, cumulated by hour. */
  trend: { at: Date; reported: number }[];
  previous: { key: string; due: Date; units: Progress; indicators: IndicatorTotal[] } | null;
  /** Each section at each unit, where the directive asks how its tasks stand. */
  tasks?: SectionLine[];
};

/** The body that reports, whom it reports to, and who signs. */
export type Letterhead = {
  office: Office;
  /** Null where the body above is not in the roster. */
  to: ReportAddressee | null;
  /** Signed by the head, or by a deputy on the head's behalf (KT.). */
  signs: 'head' | 'deputy';
};

export type ReportModel = RoundModel &
  Letterhead & {
    units: UnitLine[] | null;
    /** The difficulties that staff grouped. */
    difficulties: Difficulty[];
  };
/** `below`: what the units under it reported, where it answers for others. */
export type UnitReportModel = RoundModel & Letterhead & { line: UnitLine; below: Below | null };
export type Below = { group: GroupLine; units: UnitLine[] };
/** What the table and the data exports say over their rows. */
export type TableModel = Omit<RoundModel, 'summary'> & { summary: Figures; revisionCount: number };
/** Units in administrative order, and the revisions of their reports in the order of the units and of their numbers. */
export type Lines = { units: TableLine[]; revisions: RevisionLine[] };
/** The rows of a table, read in pieces while it is written: of some units after others. */
export type TableRows = AsyncIterable<Lines>;
/** A unit that has tasks alone, and how far it was told them. */
export type ToldLine = Pick<UnitLine, 'deliveredAt' | 'acknowledged'> & { unit: UnitRef };

export type AnnexModel = RoundModel & {
  /** The body whose report the proof goes with. */
  office: Office;
  /** One unit, all of them, or totals by group alone where there are too many for paper. */
  scope: { type: 'all' } | { type: 'unit'; name: string } | { type: 'groups' };
  units: UnitLine[];
  /** Units with tasks alone: together with `units`, all that the directive was assigned to. */
  told: ToldLine[];
  revisions: RevisionLine[];
  deliveries: DeliveryLine[];
  /** Who approved that it was issued, and when; null where nobody was asked. */
  approved: { by: string; at: Date } | null;
  /** Where the audit chain stood; null where none has begun. */
  chain: ChainHead | null;
};

export const baseOf = (form: Indicator[]): Indicator | undefined => form.find((i) => i.isDenominator);

/** The totals of all units: the sum over the groups, which have the same indicators in the same order. */
export const addUp = (groups: readonly GroupLine[]): IndicatorTotal[] =>
  (groups[0]?.indicators ?? []).map((first, n) => {
    const sum = (of: 'total' | 'of') =>
      groups.reduce<Exact>((all, { indicators }) => addExact(all, indicators[n]?.[of] ?? 0), 0);
    const units = groups.reduce((all, { indicators }) => all + (indicators[n]?.units ?? 0), 0);
    const target = groups.reduce<Exact>((all, { indicators }) => addExact(all, indicators[n]?.target ?? 0), 0);
    return { ...first, total: sum('total'), of: sum('of'), units, ...(target !== 0 && { target }) };
  });

/** A model whose figures bear their full names in place of the short labels of a chat. */
export function namedInFull<M extends Pick<RoundModel, 'form' | 'groups' | 'previous'> & { summary: Figures }>(
  model: M,
): M {
  const { form, groups, summary, previous } = model;
  const names = new Map(
    form.map(({ key, label, fullLabel, unit }) => [key, { label: fullLabel ?? label, ...(unit && { unit }) }]),
  );
  const isPlanned = (key: string): boolean =>
    summary.indicators.some((total) => total.key === key && total.target !== undefined);
  const named = <I extends { key: string }>(indicators: I[]): I[] =>
    indicators.map((indicator) => ({ ...indicator, ...names.get(indicator.key) }));
  return {
    ...model,
    form: named(form).map((one) => (isPlanned(one.key) ? { ...one, hasTarget: true as const } : one)),
    groups: groups.map((group) => ({ ...group, indicators: named(group.indicators) })),
    summary: { ...summary, indicators: named(summary.indicators) },
    previous: previous && { ...previous, indicators: named(previous.indicators) },
  };
}

/** Where a unit stands: in time, after the deadline's last moment, still owing, or let off. */
export function standingOf(
  line: Pick<UnitLine, 'state' | 'firstReportedAt' | 'own'>,
  round: Pick<Round, 'overdueFrom'>,
): 'on-time' | 'late' | 'owed' | 'excused' {
  if (line.state !== 'reported') return line.state;
  const overdueFrom = line.own?.overdueFrom ?? round.overdueFrom;
  return line.firstReportedAt && line.firstReportedAt < overdueFrom ? 'on-time' : 'late';
}

/** Running totals of what came in hour by hour, from nothing when the round opened; no point is later than `now`. */
export function cumulate(
  arrivals: readonly { at: Date; reported: number }[],
  opensAt: Date,
  now: Date,
): { at: Date; reported: number }[] {
  let sum = 0;
  const points = arrivals.map(({ at, reported }) => {
    sum += reported;
    return { at: at > now ? now : at, reported: sum };
  });
  return [{ at: opensAt, reported: 0 }, ...points];
}

/** What changed between two revisions: values by key that differ, one side null where it had none. */
export function changedValues(
  before: Record<string, Value>,
  after: Record<string, Value>,
): { key: string; from: Value | null; to: Value | null }[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null];
    return from?.type === to?.type && from?.value === to?.value ? [] : [{ key, from, to }];
  });
}
