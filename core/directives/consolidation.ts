/** Who reports to whom under a duty, and until when, so that whoever consolidates is in time. Pure. */
import { groupedBy } from '../roster/grouped.ts';
import { addDays, civilDate, instantAt, workingDayBefore } from '../time/calendar.ts';
import { type AudienceUnit, resolveAudience } from './audience.ts';
import type { Audience, Consolidated } from './directive.ts';

/** How a unit reports: to whom, and how much earlier than the duty: the first lead is that of the highest that consolidates. */
export type ReportingLine = { by: string; leads: string[] /** Others that claim it too. */; alsoClaimedBy: string[] };

/** Who reports to whom in a page of a roster, and who consolidates anybody in all of it. */
export type ReportingLines = { of: ReadonlyMap<string, ReportingLine>; by: ReadonlySet<string> };

/** What of a duty says who consolidates whom. */
type Consolidating = { audience: Audience; consolidations?: readonly Consolidated[] | null | undefined };

type Claim = { code: string; by: string; earlier: string };

/** Who claims whom, in the order of the document: of a unit that reports, and not of itself. */
function claimsOf({ audience, consolidations }: Consolidating, units: readonly AudienceUnit[]): Claim[] {
  if (!consolidations?.length) return [];
  const reporting = new Set(resolveAudience(audience, units));
  const parents = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
  return consolidations.flatMap(({ by, audience: below, earlier }) =>
    resolveAudience(below, units).flatMap((code) => {
      const to = by ?? parents.get(code) ?? null;
      return to === null || to === code || !reporting.has(code) ? [] : [{ code, by: to, earlier }];
    }),
  );
}

/**
 * The units that report to another than the duty names, by their codes. A unit that two claim is the first one's. `above`: whoever
 * consolidates anybody in all of the roster, where the units are a page of it.
 */
export function linesOf(
  duty: Consolidating,
  units: readonly AudienceUnit[],
  above: readonly AudienceUnit[] = [],
): Map<string, ReportingLine> {
  const claimsOn = groupedBy(claimsOf(duty, units), ({ code }) => code);
  const first = firstOf(claimsOn);
  const higher = firstOf(groupedBy(claimsOf(duty, above), ({ code }) => code));
  const leadsOf = (code: string, seen: readonly string[] = []): string[] => {
    const claim = first.get(code) ?? higher.get(code);
    // A circle is refused when the draft is checked.
    return claim === undefined || seen.includes(code) ? [] : [...leadsOf(claim.by, [...seen, code]), claim.earlier];
  };
  return new Map(
    [...first.values()].map(({ code, by }) => {
      const others = (claimsOn.get(code) ?? []).filter((claim) => claim.by !== by);
      return [code, { by, leads: leadsOf(code), alsoClaimedBy: [...new Set(others.map((other) => other.by))] }];
    }),
  );
}

const firstOf = (claimsOn: ReadonlyMap<string, readonly Claim[]>): Map<string, Claim> =>
  new Map([...claimsOn].flatMap(([code, [claim]]) => (claim ? [[code, claim] as const] : [])));

/** Whoever consolidates some of these units, by their codes. */
export const consolidatorsOf = (duty: Consolidating, units: readonly AudienceUnit[]): Set<string> =>
  new Set([...linesOf(duty, units).values()].map(({ by }) => by));

/** A unit that would, over others, consolidate itself; undefined where there is none. */
export function circleIn(duty: Consolidating, units: readonly AudienceUnit[]): string | undefined {
  const lines = linesOf(duty, units);
  return [...lines.keys()].find((code) => {
    const seen = new Set<string>();
    for (let at: string | undefined = code; at !== undefined; at = lines.get(at)?.by) {
      if (seen.has(at)) return at === code;
      seen.add(at);
    }
    return false;
  });
}

/** A deadline: when it is due, and from when it is overdue. */
export type DueTimes = { due: Date; overdueFrom: Date };

/**
 * A deadline computed back over leads, the first lead first. After working days it keeps its hour, and is overdue once its day is over, or at
 * its hour where the given one is.
 */
export const earlierThan = (deadline: DueTimes, leads: readonly string[]): DueTimes =>
  leads.reduce<DueTimes>((until, lead) => {
    const due = before(until.due, lead);
    const isByHour = until.due.getTime() === until.overdueFrom.getTime();
    return { due, overdueFrom: isByHour ? due : instantAt(addDays(civilDate(due), 1), '00:00') };
  }, deadline);

const hour = 3_600_000;

function before(instant: Date, lead: string): Date {
  const [, days, hours, minutes] = /^P(?:(\d+)D|T(?:(\d+)H)?(?:(\d+)M)?)$/.exec(lead) ?? [];
  if (days === undefined)
    return new Date(instant.getTime() - Number(hours ?? 0) * hour - Number(minutes ?? 0) * (hour / 60));
  const date = civilDate(instant);
  let day = date;
  for (let left = Number(days); left > 0; left -= 1) day = workingDayBefore(day);
  return new Date(instantAt(day, '00:00').getTime() + instant.getTime() - instantAt(date, '00:00').getTime());
}
