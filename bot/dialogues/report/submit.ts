/** A report is sent: what is written, and what is answered. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { valueLines } from '../../../messages/chat/figures/values.ts';
import { progressLines } from '../../../messages/chat/progress/answers.ts';
import * as say from '../../../messages/chat/report.ts';
import { owedOf } from '../shape/obligations.ts';
import { tellEffect } from '../shape/pending-progress.ts';
import type { Reply } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { type ToldForUnit, tellUnitEffect } from '../shape/tell-unit.ts';
import { afterFigures } from '../signed/waiting.ts';
import { at } from './progress.ts';

/** Characters of a remark. */
export const longestRemark = 1000;

/** The remark as it stands with what was said beside a figure. */
export const remarkOf = (aside: string | undefined, remark: string | null): string | null =>
  [aside, remark]
    .filter((part) => part)
    .join('; ')
    .slice(0, longestRemark) || null;

/** The yes to the read-back: a new revision, or what came in between is told first. */
export function submit(state: ReportState, form: ObligationFact, context: Context): Reply {
  const revision = form.current?.number ?? 0;
  if (revision !== state.base) return { state: at({ ...state, base: revision }, { at: 'overtaken' }) };
  const owed = owedOf(context).filter((o) => o.id !== form.id);
  const receipt = say.receipt(form, state.answers, {
    now: context.now,
    revision: revision + 1,
    isOnBehalf: state.isOnBehalf,
    draft: context.unitPapers?.get(form.id)?.carriage,
  });
  const note = remarkOf(state.aside, state.note ?? null);
  const after = afterFigures(form, context);
  const tasks = progressLines(state.progress?.told ?? []);
  const more = [
    ...tasks,
    ...after.lines,
    ...(owed.length > 0 && !state.isOnBehalf ? [say.stillOwed(owed, form.directive)] : []),
  ];
  return {
    state: after.state,
    kind: 'receipt',
    say: { ...receipt, text: [receipt.text, ...more].join('\n') },
    effects: [
      {
        type: 'submit',
        obligation: form.id,
        base: state.base,
        indicators: form.indicators,
        answers: state.answers,
        note,
        saidNoNote: note === null && state.note === null,
        isOnBehalf: state.isOnBehalf,
        ...(state.lateReason !== undefined && { lateReason: state.lateReason }),
        ...(state.behalfReason !== undefined && { behalfReason: state.behalfReason }),
      },
      ...(state.progress ? [tellEffect(state.progress, state)] : []),
      ...(state.isOnBehalf ? [tellUnitEffect(form, toldOf(state, form), context)] : []),
    ],
  };
}

const toldOf = ({ answers, progress, behalfReason, lateReason }: ReportState, form: ObligationFact): ToldForUnit => ({
  obligation: form.id,
  figures: valueLines(form, answers),
  tasks: progress?.told ?? [],
  reason: behalfReason ?? lateReason,
});
