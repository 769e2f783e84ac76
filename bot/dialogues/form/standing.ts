/** How a report stands before a page is filled in: in the conversation, in a draft, or as it was handed in. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { Draft, Drafts } from '../shape/draft.ts';
import type { ReportState, State } from '../shape/states.ts';
import { readState } from '../table/dialogues.ts';

/** The report that a conversation is in the middle of. */
export function reportIn(state: State): ReportState | undefined {
  if (state.dialogue === 'report') return state;
  if (state.dialogue === 'progress') return state.report;
  if (state.dialogue !== 'naming') return undefined;
  const held = readState(state.held.state);
  return held.dialogue === 'report' ? held : undefined;
}

/** The report of this very debt that a conversation is in the middle of, on the revision that is in force. */
export function underWay(form: ObligationFact, state: State): ReportState | undefined {
  const report = reportIn(state);
  const isThis = report?.obligation === form.id && report.base === (form.current?.number ?? 0);
  return isThis ? report : undefined;
}

/** A draft as long as nobody has reported since it was begun. */
export function draftOf(form: ObligationFact, drafts: Drafts): Draft | undefined {
  const draft = drafts[String(form.id)];
  return draft?.base === (form.current?.number ?? 0) ? draft : undefined;
}

/** Reports with what was entered of them on pages, so that the chat goes on with it. */
export const withBegun = (forms: readonly ObligationFact[], drafts: Drafts): ObligationFact[] =>
  forms.map((form) => {
    const { answers = {}, note, sure, progress, behalfReason } = draftOf(form, drafts) ?? {};
    const isEmpty = Object.keys(answers).length === 0 && !progress;
    return isEmpty ? form : { ...form, begun: { answers, note, sure, progress, behalfReason } };
  });

/** The same of the reports of other units that a turn has found. */
export function withBegunForOthers(context: Context, drafts: Drafts): Context {
  if (Object.keys(drafts).length === 0) return context;
  const { units, obligation } = context;
  const [one] = obligation ? withBegun([obligation], drafts) : [];
  return {
    ...context,
    ...(units && { units: units.map((each) => ({ ...each, obligations: withBegun(each.obligations, drafts) })) }),
    ...(one && { obligation: one }),
  };
}

/** What stands of a report: what was said in the chat, then what was entered on a page, then what was handed in. */
export function standingReport(form: ObligationFact, state: State, drafts: Drafts): Draft {
  const draft = draftOf(form, drafts);
  const report = underWay(form, state);
  const { number = 0, values = {}, note = null, saidNoNote = false } = form.current ?? {};
  const handedIn: Draft = {
    base: number,
    answers: values,
    ...((note !== null || saidNoNote) && { note }),
    typed: {},
    sections: {},
  };
  if (!report) return draft ?? handedIn;
  const { base, answers, note: said, aside, sure, progress, behalfReason, begunAt } = report;
  const remark = said ?? aside;
  return {
    base,
    answers,
    ...(remark !== undefined && { note: remark }),
    ...(sure && { sure }),
    ...(progress && { progress }),
    ...(behalfReason !== undefined && { behalfReason }),
    ...(begunAt !== undefined && { begunAt }),
    typed: draft?.typed ?? {},
    sections: draft?.sections ?? {},
  };
}
