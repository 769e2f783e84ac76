/** A unit passes its part of a directive on to those below it, which report to it by an earlier deadline. Pure. */
import { readDay, type SaidDay } from '../../language/day.ts';
import { fold, normalise, withoutEnd } from '../../language/text.ts';
import { civilDate, instantAt, workingDayBefore } from '../../time/calendar.ts';
import { type AudienceUnit, resolveAudience } from '../audience.ts';
import { earlierThan, linesOf } from '../consolidation.ts';
import { roundsAt } from '../deadline.ts';
import type { Audience, Consolidated, DirectiveDraft } from '../directive.ts';
import { checkDraft } from '../draft-check.ts';

/** By codes: who passes it on, and to whom. `earlier`: how much before its own deadline those below report. */
export type Reissue = { by: string; codes: string[]; earlier: string };

/** As it is kept; `told` are the ids of those below. */
export type Reissued = Reissue & { type: 'reissued'; told: number[] };

export type ReissueRefusal =
  /** Nothing of the directive is the unit's. */
  | { why: 'has-nothing' }
  | { why: 'nobody-below' }
  /** Those named have it from the office that issued it, or from the unit by the same deadline. */
  | { why: 'have-it-already' }
  /** The deadline for those below must lie before the unit's own; null: it has none. */
  | { why: 'not-earlier'; due: Date | null }
  | { why: 'day-unclear' }
  /** The directive fits the roster no more. */
  | { why: 'roster-changed' };

/** What is said: to whom, and until when; null where no deadline is said. */
export type ReissueWords = { who: string; until: SaidDay | 'unreadable' | null };

const beforeDay = new Set(['han', 'truoc', 'den']);

/** Parts "các trường, hạn 06/9". */
export function readReissueWords(said: string, now: Date): ReissueWords {
  const words = normalise(said).split(/\s+/).filter(Boolean);
  const at = words.findIndex((word) => beforeDay.has(fold(word).replace(/\W/g, '')));
  const who = withoutEnd((at < 0 ? words : words.slice(0, at)).join(' '), ' ,;:.');
  return { who, until: at < 0 ? null : (readDay(words.slice(at).join(' '), now) ?? 'unreadable') };
}

const only = (codes: string[]): Audience => ({ kinds: [], tags: [], codes, childrenOf: [], except: [] });
const isOf = (audience: Audience, units: readonly AudienceUnit[], code: string): boolean =>
  resolveAudience(audience, units).includes(code);

/** The units of a reissue that an audience does not have otherwise. */
function added(audience: Audience, { codes }: Reissue, units: readonly AudienceUnit[]): string[] {
  const rest = { ...audience, codes: audience.codes.filter((code) => !codes.includes(code)) };
  const there = new Set(resolveAudience(rest, units));
  return codes.filter((code) => !there.has(code) && !audience.except.includes(code));
}

const withCodes = (audience: Audience, codes: readonly string[]): Audience => ({
  ...audience,
  codes: [...new Set([...audience.codes, ...codes])],
});

/**
 * The draft with what units passed on, of each unit below by the last who did. Again, it changes nothing; where the unit that passed it on
 * has a task or a report no more, those below have not either.
 */
export function withReissues(
  draft: DirectiveDraft,
  reissues: readonly Reissue[],
  units: readonly AudienceUnit[],
): DirectiveDraft {
  const here = new Set(units.map(({ code }) => code));
  return reissues.reduce((next, given, index) => {
    const later = new Set(reissues.slice(index + 1).flatMap(({ codes }) => codes));
    const reissue = { ...given, codes: given.codes.filter((code) => here.has(code) && !later.has(code)) };
    return withReissue(next, reissue, { units, all: given.codes });
  }, draft);
}

function withReissue(
  draft: DirectiveDraft,
  reissue: Reissue,
  { units, all }: { units: readonly AudienceUnit[]; all: readonly string[] },
): DirectiveDraft {
  const { by, earlier } = reissue;
  const isOurs = (line: Consolidated): boolean =>
    line.by === by &&
    line.audience.kinds.length + line.audience.tags.length + line.audience.childrenOf.length === 0 &&
    line.audience.codes.every((code) => all.includes(code));
  return {
    ...draft,
    tasks: draft.tasks.map((task) =>
      isOf(task.audience, units, by)
        ? { ...task, audience: withCodes(task.audience, added(task.audience, reissue, units)) }
        : task,
    ),
    duties: draft.duties.map((duty) => {
      const codes = isOf(duty.audience, units, by) ? added(duty.audience, reissue, units) : [];
      const others = (duty.consolidations ?? []).filter((line) => !isOurs(line));
      if (codes.length === 0) return duty;
      const audience = withCodes(duty.audience, codes);
      return { ...duty, audience, consolidations: [...others, { by, audience: only(codes), earlier }] };
    }),
  };
}

/** What passing on comes to: to whom, how much earlier, and the first deadline of those below; null where nothing is to be reported. */
export type ReissuePlan = Reissue & { due: Date | null };

/** Plans it for units below: those that have nothing of the directive yet but what this unit passed on. */
export function planReissue(
  draft: DirectiveDraft,
  { by, codes, until }: { by: string; codes: readonly string[]; until: SaidDay | null },
  { units, before, now }: { units: readonly AudienceUnit[]; before: readonly Reissue[]; now: Date },
): ReissuePlan | ReissueRefusal {
  const duties = draft.duties.filter(({ audience }) => isOf(audience, units, by));
  const tasks = draft.tasks.filter(({ audience }) => isOf(audience, units, by));
  if (duties.length + tasks.length === 0) return { why: 'has-nothing' };
  if (codes.length === 0) return { why: 'nobody-below' };
  const own = before.flatMap((reissue) => (reissue.by === by ? reissue.codes : []));
  const direct = new Set([...draft.tasks, ...draft.duties].flatMap(({ audience }) => resolveAudience(audience, units)));
  const wanted = codes.filter((code) => !direct.has(code) || own.includes(code));
  if (wanted.length === 0) return { why: 'have-it-already' };
  const dues = duties.flatMap((duty) => {
    const leads = linesOf(duty, units).get(by)?.leads ?? [];
    return roundsAt(duty.deadline, now).flatMap((times) => {
      const deadline = earlierThan(times, leads);
      return deadline.due > now ? [deadline] : [];
    });
  });
  const [first] = dues.sort((a, b) => a.due.getTime() - b.due.getTime());
  const earlier = until ? first && leadTo(first.due, until) : 'P1D';
  if (earlier === undefined) return { why: 'not-earlier', due: first?.due ?? null };
  const due = first ? earlierThan(first, [earlier]).due : null;
  if (until && due && due <= now) return { why: 'not-earlier', due: first?.due ?? null };
  const last = before.findLast((reissue) => reissue.by === by && wanted.every((code) => reissue.codes.includes(code)));
  if (last?.earlier === earlier) return { why: 'have-it-already' };
  const amended = withReissues(draft, [...before, { by, codes: wanted, earlier }], units);
  if (checkDraft(amended, units).length > 0) return { why: 'roster-changed' };
  return { by, codes: wanted, earlier, due };
}

const minute = 60_000;
const mostMinutes = 99 * 60;
const mostDays = 99;

/** How much earlier than a deadline a day is, or its hour; undefined where it is not earlier, or more than can be said. */
function leadTo(due: Date, { date, time }: SaidDay): string | undefined {
  if (time !== null) {
    const minutes = Math.round((due.getTime() - instantAt(date, time).getTime()) / minute);
    if (minutes <= 0) return undefined;
    if (minutes <= mostMinutes) return `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
  }
  let days = 0;
  for (let day = civilDate(due); day > date && days <= mostDays; days += 1) day = workingDayBefore(day);
  return days === 0 || days > mostDays ? undefined : `P${days}D`;
}
