/** Reporting, correcting, and the papers of one report. */

import type { Context } from '../../../core/conversation/context.ts';
import { commandWords, everydayWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { namesPaper } from '../../../core/language/paper-number.ts';
import { type BehalfWords, readBehalf } from '../../../core/reports/behalf-words.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { endedNow, lateReportHow } from '../../../messages/chat/life/end.ts';
import { excusedNow } from '../../../messages/chat/life/excuse.ts';
import { sendDraft } from '../../../messages/chat/papers-in-chat.ts';
import { behalfHow, severalUnitsMeant } from '../../../messages/chat/progress/behalf.ts';
import * as report from '../../../messages/chat/report.ts';
import { pictureDialogue } from '../picture/dialogue.ts';
import { beginReport } from '../report/progress.ts';
import type { ChatCommand } from '../shape/command.ts';
import { foundOf, hasEnded, isOfOthers, isOpen, obligationOf, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';
import { idle, type State } from '../shape/states.ts';
import { beginSigned } from '../signed/dialogue.ts';
import { isOfOffice, tellTasksFor } from '../together/behalf.ts';
import { reportWithProgress } from '../together/progress-in-report.ts';
import { idIn, needsOfBehalf, needsOfReport } from './arguments.ts';

export const reportCommand: ChatCommand = {
  slash: ['baocao'],
  words: commandWords.baocao,
  everyday: everydayWords.baocao,
  isDue: (context, state) => state.dialogue === 'idle' && owedOf(context).length > 0,
  leading: leadingWords.baocao,
  for: 'holder',
  where: 'private',
  needs: (argument) => [...needsOfBehalf(argument), { type: 'contacts' }],
  reply: (context, argument, state) => {
    if (argument) return reportOn(context, argument, state);
    const owed = owedOf(context);
    const [only, ...others] = owed;
    if (!only) {
      const done = context.own.obligations.find((o) => o.state === 'reported');
      const excused = context.own.obligations.find((o) => o.state === 'excused' && isOpen(o, context.now));
      const ended = context.own.obligations.find((o) => o.state === 'owed' && hasEnded(o));
      if (!done && !excused && ended) return { say: saying(endedNow(ended, context.contacts?.[0])) };
      if (!done && excused) return { say: saying(excusedNow(excused.unit, excused.directive, true)) };
      return { say: saying(done ? report.alreadyReported(done, false) : report.nothingOwed()) };
    }
    if (state.dialogue === 'report' && owed.some((o) => o.id === state.obligation)) return {};
    return others.length > 0 ? { state: idle, say: report.pick('baocao', owed) } : beginOwn(only);
  },
};

/** A report from its beginning, or from what was entered of it on its page. */
const beginOwn = (form: ObligationFact): Reply => ({
  state: beginReport(form, 'report', false),
  ...(form.begun && { say: saying(report.goesOn(form, form.begun.answers)) }),
});

/** `/baocao 34` of a button, or staff reporting for a unit that cannot use the chat. */
function reportOn(context: Context, argument: string, state: State): Reply {
  const found = foundOf(context);
  const words = readBehalf(argument);
  const own = context.own.obligations.find((o) => String(o.id) === argument);
  const open = found.filter((f) => f.obligations.some((o) => isOpen(o, context.now)));
  const ended = found.filter((f) => f.obligations.some((o) => hasEnded(o) && o.state === 'owed'));
  const [first, ...others] = own ? [] : open.length > 0 ? open : ended;
  if (others.length > 0)
    return {
      say: severalUnitsMeant(
        'baocao',
        found.map((f) => f.unit),
        words,
      ),
    };
  const tasksAlone = own ? undefined : tellTasksFor(first?.unit ?? found[0]?.unit, words, context);
  if (tasksAlone) return tasksAlone;
  const owed = first?.obligations.filter((o) => o.state === 'owed') ?? [];
  const chosen = own ?? owed.find((o) => isOpen(o, context.now)) ?? owed[0] ?? first?.obligations[0];
  if (!chosen)
    return { say: saying(isOneOf('staff', context.person) ? report.unitNotFound(words.who) : report.notYours()) };
  if (hasEnded(chosen)) return reportLate(chosen, own !== undefined, words.reason, context);
  if (!isOpen(chosen, context.now)) return { say: saying(report.closed(chosen)) };
  if (chosen.state === 'excused') return { say: saying(excusedNow(chosen.unit, chosen.directive, own !== undefined)) };
  if (chosen.state === 'reported') return { say: saying(report.alreadyReported(chosen, !own)) };
  if (state.dialogue === 'report' && state.obligation === chosen.id) return {};
  return own ? beginOwn(chosen) : reportForOther(chosen, words, context);
}

/** Whoever consolidates a unit says why they report for it; the office's staff may. */
function reportForOther(chosen: ObligationFact, { told, reason }: BehalfWords, context: Context): Reply {
  const isReasoned = reason !== undefined || chosen.begun?.behalfReason !== undefined;
  if (!isReasoned && !isOfOffice(chosen, context)) return { say: saying(behalfHow(chosen.unit, told)) };
  const begun = { ...beginReport(chosen, 'report', true), ...(reason !== undefined && { behalfReason: reason }) };
  const reply = told === '' ? {} : reportWithProgress.step(begun, { type: 'answer', text: told }, context);
  const said = [report.onBehalf(chosen), reply.say?.text].filter((text) => text !== undefined);
  return { ...reply, state: reply.state ?? begun, say: saying(said.join('\n')) };
}

/** After the end of a directive only staff record a report, and say why. */
function reportLate(chosen: ObligationFact, isOwn: boolean, reason: string | undefined, context: Context): Reply {
  const isStaff = !isOwn && isOneOf('staff', context.person);
  if (!isStaff || chosen.directive.state !== 'closed') return { say: saying(endedNow(chosen, context.contacts?.[0])) };
  if (reason === undefined) return { say: saying(lateReportHow(chosen)) };
  const state = { ...beginReport(chosen, 'report', true), lateReason: reason };
  return { state, say: saying(report.onBehalf(chosen)) };
}

export const changeCommand: ChatCommand = {
  slash: ['sua'],
  words: commandWords.sua,
  for: 'holder',
  where: 'private',
  needs: (argument) => [...needsOfReport(argument), { type: 'contacts' }],
  reply: (context, argument, state) => {
    const isUnderWay = state.dialogue === 'report' && obligationOf(state.obligation, context) !== undefined;
    if (isUnderWay && argument === '' && Object.keys(state.answers).length > 0)
      return { state: { ...state, step: { at: 'change' } } };
    const [only, ...others] = reportedOf(context, argument);
    const ended = context.own.obligations.find((o) => o.state === 'reported' && hasEnded(o));
    if (!only && ended) return { say: saying(endedNow(ended, context.contacts?.[0])) };
    if (!only) return { say: saying(report.nothingToChange()) };
    if (others.length > 0) return { state: idle, say: report.pick('sua', [only, ...others]) };
    return { state: beginReport(only, 'change', isOfOthers(only, context)) };
  },
};

export const signedCommand: ChatCommand = {
  slash: ['daky'],
  words: commandWords.daky,
  for: 'holder',
  where: 'private',
  needs: (argument) => {
    if (argument === '') return [{ type: 'signed' }, { type: 'pictures', album: null }];
    return idIn(argument) === undefined && namesPaper(argument) ? [] : needsOfReport(argument);
  },
  // Whoever is asked about a picture that is still there says by it what the picture is.
  reply: (context, argument, state) =>
    state.dialogue === 'picture' && argument === '' && (context.pictures?.all ?? 0) > 0
      ? pictureDialogue.step(state, { type: 'choice', id: 'signed' }, context)
      : beginSigned(context, argument),
};

export const draftCommand: ChatCommand = {
  slash: ['duthao'],
  words: commandWords.duthao,
  for: 'holder',
  where: 'private',
  needs: (argument) => [...needsOfReport(argument), { type: 'unitPapers' }],
  reply: (context, argument) => {
    const [only, ...others] = reportedOf(context, argument);
    if (others.length > 0 && only) return { say: report.pick('duthao', [only, ...others]) };
    const paper = only && context.unitPapers?.get(only.id);
    return { say: paper ? sendDraft(only.unit, paper) : saying(report.nothingToDraft()) };
  },
};
