import { codeKey } from '../roster/twins.ts';
import type { DayOff } from '../time/calendar.ts';
import { type AudienceUnit, type MissedTwin, missedTwins, resolveAudience, unknownWords } from './audience.ts';
import { circleIn } from './consolidation.ts';
import { dayOffOf, roundsAt, roundsOf } from './deadline.ts';
import { type DeadlineDoubt, doubtsOf } from './deadline-words.ts';
import { type Audience, type DeadlineRule, type DirectiveDraft, type DutyDraft, lacksNumber } from './directive.ts';
import { checkFigures, type FigureProblem } from './duty-figures.ts';

/** Where in the draft something is wrong, as in `tasks[2].span`. */
type At = { path: string };

/** What the form of a draft cannot show: it is wrong against the roster, or against its own text. */
export type DraftProblem = At &
  (
    | { type: 'unknown-unit'; code: string; meant: string | undefined }
    | { type: 'unknown-word'; word: string; meant: string | undefined }
    | { type: 'nobody' }
    | { type: 'not-in-text'; quote: string }
    | { type: 'not-the-span'; found: string }
    | { type: 'no-round' }
    /** Over others the unit would consolidate itself. */
    | { type: 'circle'; code: string }
    | FigureProblem
  );

/** What is allowed, and shown. */
export type DraftWarning =
  | { type: 'no-number' }
  | { type: 'no-date' }
  | { type: 'past-deadline'; duty: string; overdueFrom: Date }
  /** A deadline that is not what its own words say. */
  | { type: 'deadline-words'; path: string; quote: string; doubt: DeadlineDoubt }
  /** A deadline that falls on a day off. */
  | { type: 'day-off'; path: string; dayOff: DayOff }
  | ({ type: 'missed-twin'; path: string } & MissedTwin)
  | { type: 'same-document'; id: number; isIssued: boolean };

/** Text in one form: how a line was broken or a letter composed must not decide whether a quotation is right. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const unknownUnit = (units: readonly AudienceUnit[], path: string, code: string): DraftProblem[] =>
  units.some((unit) => unit.code === code)
    ? []
    : [{ type: 'unknown-unit', path, code, meant: units.find((unit) => codeKey(unit.code) === codeKey(code))?.code }];

/** Everything in the draft that does not fit the roster or the document's text; empty when it may be imported. */
export function checkDraft(draft: DirectiveDraft, units: readonly AudienceUnit[]): DraftProblem[] {
  return [
    ...unknownUnit(units, 'issuer', draft.issuer),
    ...draft.tasks.flatMap((task, index) => [
      ...checkAudience(`tasks[${index}].audience`, task.audience, units),
      ...checkSpan(`tasks[${index}].text`, task.text, draft.text.slice(...task.span)),
      ...quoted(`tasks[${index}]`, task, draft.text),
    ]),
    ...(draft.progress ?? []).flatMap((asked, index) => quoted(`progress[${index}]`, asked, draft.text)),
    ...draft.duties.flatMap((duty, index): DraftProblem[] => [
      ...checkAudience(`duties[${index}].audience`, duty.audience, units),
      ...(duty.consolidations ?? []).flatMap(({ audience }, at) =>
        checkAudience(`duties[${index}].consolidations[${at}].audience`, audience, units),
      ),
      ...unknownUnit(units, `duties[${index}].reportTo`, duty.reportTo),
      ...checkFigures(duty, `duties[${index}]`),
      ...checkQuote(`duties[${index}].deadline.quote`, duty.deadline.quote, draft.text),
      ...(duty.deadline.rule !== 'recurring' && roundsOf(duty.deadline).length === 0
        ? [{ type: 'no-round' as const, path: `duties[${index}].deadline` }]
        : []),
      ...checkConsolidations(`duties[${index}].consolidations`, duty, units),
    ]),
  ];
}

function checkConsolidations(path: string, duty: DutyDraft, units: readonly AudienceUnit[]): DraftProblem[] {
  const named = (duty.consolidations ?? []).flatMap(({ by }, at) =>
    by === undefined ? [] : unknownUnit(units, `${path}[${at}].by`, by),
  );
  const circle = circleIn(duty, units);
  return [...named, ...(circle === undefined ? [] : [{ type: 'circle' as const, path, code: circle }])];
}

/** The audiences of a draft, each with its place in it. */
export const audiencesOf = (draft: DirectiveDraft): { path: string; audience: Audience }[] => [
  ...draft.tasks.map(({ audience }, index) => ({ path: `tasks[${index}].audience`, audience })),
  ...draft.duties.flatMap(({ audience, consolidations = [] }, index) => [
    { path: `duties[${index}].audience`, audience },
    ...consolidations.map((below, at) => ({
      path: `duties[${index}].consolidations[${at}].audience`,
      audience: below.audience,
    })),
  ]),
];

/** What is wrong with the audiences of a draft in a roster: words that mean nothing there, and audiences of nobody. */
export const checkAudiences = (draft: DirectiveDraft, units: readonly AudienceUnit[]): DraftProblem[] =>
  audiencesOf(draft).flatMap(({ path, audience }) => checkAudience(path, audience, units));

/** The units that audiences leave out because their kind is written a little otherwise. */
export const warnAboutAudiences = (draft: DirectiveDraft, units: readonly AudienceUnit[]): DraftWarning[] =>
  audiencesOf(draft).flatMap(({ path, audience }) =>
    missedTwins(audience, units).map((twin): DraftWarning => ({ type: 'missed-twin', path, ...twin })),
  );

function checkAudience(path: string, audience: Audience, units: readonly AudienceUnit[]): DraftProblem[] {
  const unknown = unknownWords(audience, units).map(
    ({ part, index, word, meant }): DraftProblem => ({
      type: 'unknown-word',
      path: `${path}.${part}[${index}]`,
      word,
      meant,
    }),
  );
  if (unknown.length > 0) return unknown;
  return resolveAudience(audience, units).length === 0 ? [{ type: 'nobody', path }] : [];
}

const checkSpan = (path: string, text: string, found: string): DraftProblem[] =>
  plain(text) === plain(found) ? [] : [{ type: 'not-the-span', path, found }];

const quoted = (path: string, { deadline }: { deadline?: DeadlineRule | undefined }, text: string): DraftProblem[] =>
  deadline ? checkQuote(`${path}.deadline.quote`, deadline.quote, text) : [];

const checkQuote = (path: string, quote: string, text: string): DraftProblem[] =>
  plain(text).includes(plain(quote)) ? [] : [{ type: 'not-in-text', path, quote }];

/** Warnings for the person who imports; the draft can be imported all the same. `now` is civil time. */
export function warnAboutDraft(draft: DirectiveDraft, now: Date): DraftWarning[] {
  const past = draft.duties.flatMap((duty): DraftWarning[] => {
    const last = roundsAt(duty.deadline, now).at(-1);
    return last && last.overdueFrom <= now
      ? [{ type: 'past-deadline', duty: duty.title, overdueFrom: last.overdueFrom }]
      : [];
  });
  return [
    ...(lacksNumber(draft.number) ? [{ type: 'no-number' as const }] : []),
    ...(draft.date === null ? [{ type: 'no-date' as const }] : []),
    ...past,
    ...warnAboutDeadlines(draft),
    ...warnAboutDaysOff(draft),
  ];
}

/** The deadlines of a draft, each with its place in it. */
function deadlinesOf({ tasks, duties, progress = [] }: DirectiveDraft): { path: string; deadline: DeadlineRule }[] {
  const all = { tasks, duties, progress };
  return (['tasks', 'duties', 'progress'] as const).flatMap((list) =>
    all[list].flatMap(({ deadline }, index) => (deadline ? [{ path: `${list}[${index}]`, deadline }] : [])),
  );
}

const warnAboutDeadlines = (draft: DirectiveDraft): DraftWarning[] =>
  deadlinesOf(draft).flatMap(({ path, deadline }) =>
    doubtsOf(deadline).map((doubt): DraftWarning => {
      return { type: 'deadline-words', path, quote: deadline.quote, doubt };
    }),
  );

/** The deadlines of a draft that fall on a day off. */
export const warnAboutDaysOff = (draft: DirectiveDraft): Extract<DraftWarning, { type: 'day-off' }>[] =>
  deadlinesOf(draft).flatMap(({ path, deadline }) => {
    const dayOff = dayOffOf(deadline);
    return dayOff ? [{ type: 'day-off' as const, path, dayOff }] : [];
  });

/** The days off on which deadlines of a draft fall, each once; `before`: as it stood, whose days were seen already. */
export function daysOffIn(draft: DirectiveDraft, before?: DirectiveDraft): DayOff[] {
  const seen = new Set(before ? daysOffIn(before).map(({ date }) => date) : []);
  const days = new Map(warnAboutDaysOff(draft).map(({ dayOff }) => [dayOff.date, dayOff]));
  return [...days.values()].filter(({ date }) => !seen.has(date)).sort((a, b) => (a.date < b.date ? -1 : 1));
}
