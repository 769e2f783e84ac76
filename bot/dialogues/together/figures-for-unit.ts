/** Somebody tells for a unit how its tasks stand, and in the same talk its figures. */
import type { Context } from '../../../core/conversation/context.ts';
import { unitNameEnd } from '../../../core/language/amounts/unit-names.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { hearProgress } from '../../../core/progress/heard.ts';
import { partProgress } from '../../../core/progress/parts.ts';
import { readBehalf } from '../../../core/reports/behalf-words.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { takeHeard } from '../progress/hear.ts';
import { foundOf, isOpen } from '../shape/obligations.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import type { Reply } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { areTasksMeant, figuresTaken, isFigureOf, withTold } from './progress-in-report.ts';

const isNamed = (unit: UnitRef, words: string): boolean => searchUnits([{ ...unit, aliases: [] }], words).length > 0;

/**
 * What is said of a unit, without its name in front: "xã An Bình mục 2 xong" is "mục 2 xong". Undefined where another unit
 * is named: that is not said of this one.
 */
export function saidOf(unit: UnitRef, text: string): string | undefined {
  const said = written(text);
  const words = tokensIn(said);
  const end = unitNameEnd(words, 0, said);
  const last = words[end - 1];
  if (last && isNamed(unit, said.slice(0, last.to))) return said.slice(last.to).replace(/^[\s:,;–-]+/, '');
  const { who, told } = readBehalf(text);
  if (told !== '' && who.length > 1 && isNamed(unit, who)) return told;
  return last ? undefined : text;
}

/** The figures, with tasks or without, as the report that they begin or correct; what was told of tasks before goes along. */
export function hearFiguresFor(
  talk: ProgressTalk,
  tasks: ProgressForm,
  text: string,
  context: Context,
): Reply | undefined {
  const debts = foundOf(context)
    .flatMap(({ obligations }) => obligations)
    .filter((one) => one.unit.id === tasks.unit.id && one.directive.id === tasks.directive.id)
    .filter((one) => one.state !== 'excused' && isOpen(one, context.now));
  const owed = debts.filter(({ state }) => state === 'owed');
  for (const some of [owed, debts.filter((one) => !owed.includes(one))]) {
    const [only, ...others] = some.flatMap((debt) => takeFor(talk, tasks, debt, text) ?? []);
    if (only) return others.length === 0 ? only : undefined;
  }
  return undefined;
}

function takeFor(talk: ProgressTalk, tasks: ProgressForm, debt: ObligationFact, text: string): Reply | undefined {
  const parts = partProgress(text, isFigureOf(debt));
  const heard = parts && hearProgress(parts.tasks, tasks);
  if (!parts || !heard || !areTasksMeant(heard)) {
    const taken = figuresTaken(debt, text);
    return taken === undefined || taken === 'unchanged' ? undefined : { ...taken, state: reportFor(taken.state, talk) };
  }
  const taken = figuresTaken(debt, parts.figures);
  if (taken === 'unchanged') return takeHeard(talk, tasks, heard);
  return taken && withTold(reportFor(taken.state, talk), { tasks, heard, taken });
}

/** The report of the unit by whoever tells its tasks, with what was told of them. */
const reportFor = (report: ReportState, { assignment, told, behalf }: ProgressTalk): ReportState => ({
  ...report,
  isOnBehalf: true,
  ...(behalf?.reason !== undefined && { behalfReason: behalf.reason }),
  ...(assignment !== null && told.length > 0 && { progress: { assignment, told } }),
});
