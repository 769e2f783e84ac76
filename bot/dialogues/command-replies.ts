/** What each command does, at any step. */
import type { Context } from '../../core/conversation/context.ts';
import { readDrillRequest } from '../../core/figures/drill-down.ts';
import * as ack from '../../messages/chat/acknowledge.ts';
import { callLines } from '../../messages/chat/call-sheet.ts';
import { tasksMessage } from '../../messages/chat/directive.ts';
import { drillChoices, drillDown, nothingThere } from '../../messages/chat/drill-down.ts';
import * as say from '../../messages/chat/groups.ts';
import * as help from '../../messages/chat/help.ts';
import { hasChart, offerPapers, sendDraft, sendPaper } from '../../messages/chat/papers-in-chat.ts';
import * as registration from '../../messages/chat/registration.ts';
import * as report from '../../messages/chat/report.ts';
import { nothingRecorded } from '../../messages/chat/signed.ts';
import * as staff from '../../messages/chat/staff.ts';
import { noDirective, summaryMessage } from '../../messages/chat/summary.ts';
import type { CommandName } from './commands.ts';
import { isOpen, owedOf, reportedOf } from './obligations.ts';
import { readPaperRequest } from './paper-request.ts';
import { agreedRoles, start } from './registration.ts';
import { type Reply, saying } from './reply.ts';
import { beginReport, giveUp, obligationOf } from './report.ts';
import { beginSigned } from './signed.ts';
import { idle, type State } from './states.ts';

type Handler = (context: Context, argument: string, state: State) => Reply;

const isStaff = (context: Pick<Context, 'person'>): boolean => agreedRoles(context.person).includes('staff');
const isChaser = (context: Pick<Context, 'person'>): boolean =>
  isStaff(context) || agreedRoles(context.person).includes('leader');

export const commandReplies: Record<CommandName, Handler> = {
  start: (context, code) => start(context, code),

  tasks: (context) => {
    if (context.assignments.length === 0) return { say: saying(ack.nothingAssigned()) };
    const told = context.assignments.map((a) =>
      tasksMessage(a, context.tasks.get(a.id) ?? [], context.obligations, context.now, context.taskLinks.get(a.id)),
    );
    const [only, ...others] = told;
    if (others.length === 0) return { say: only };
    const choices = [ack.acknowledgeAll, ...(owedOf(context).length > 0 ? [ack.reportAny] : [])];
    return { say: { text: told.map((t) => t.text).join('\n\n———\n\n'), choices } };
  },

  acknowledge: (context, argument) => {
    const asked = argument ? context.assignments.filter((a) => a.id === Number(argument)) : context.assignments;
    if (asked.length === 0) return { say: saying(argument ? report.notYours() : ack.nothingAssigned()) };
    const open = asked.filter((a) => !a.acknowledged);
    const owed = owedOf(context).filter((o) =>
      asked.some((a) => a.unit.id === o.unit.id && a.directive.id === o.directive.id),
    );
    if (open.length === 0) return { say: ack.alreadyAcknowledged(asked, owed) };
    return {
      say: ack.acknowledged(open, owed, context.now),
      effects: [{ type: 'acknowledge', assignments: open.map((a) => a.id) }],
    };
  },

  report: (context, argument, state) => {
    if (argument) return reportOn(context, argument, state);
    const owed = owedOf(context);
    const [only, ...others] = owed;
    if (!only) {
      const done = context.obligations.find((o) => o.state === 'reported');
      return { say: saying(done ? report.alreadyReported(done, false) : report.nothingOwed()) };
    }
    if (state.dialogue === 'report' && owed.some((o) => o.id === state.obligation)) return {};
    return others.length > 0
      ? { state: idle, say: report.pick('baocao', owed) }
      : { state: beginReport(only, 'report', false) };
  },

  change: (context, argument, state) => {
    const isUnderWay = state.dialogue === 'report' && obligationOf(state, context) !== undefined;
    if (isUnderWay && argument === '' && Object.keys(state.answers).length > 0)
      return { state: { ...state, step: { at: 'change' } } };
    const [only, ...others] = reportedOf(context, argument);
    if (!only) return { say: saying(report.nothingToChange()) };
    if (others.length > 0) return { state: idle, say: report.pick('sua', [only, ...others]) };
    return { state: beginReport(only, 'change', !context.obligations.includes(only)) };
  },

  me: (context) => {
    const roles = context.person?.roles.filter((r) => r.state === 'agreed') ?? [];
    const { code, links } = context.newCode;
    return {
      say: saying(registration.me(roles, code, links)),
      effects: [{ type: 'invite', for: 'person', unit: null, code }],
    };
  },

  signed: beginSigned,

  channel: (context) => ({
    say: saying(registration.preferred()),
    effects: [{ type: 'prefer', channel: context.channel }],
  }),

  cancel: (_context, _argument, state) => {
    switch (state.dialogue) {
      case 'idle':
      case 'registration':
        return { say: saying(help.nothingToCancel()) };
      case 'report':
        return giveUp(state);
      case 'signed':
        return { state: idle, say: saying(nothingRecorded()) };
      case 'issue':
        return { state: idle, say: saying(staff.notIssued()) };
    }
  },

  help: (context) => ({ say: saying(help.help(agreedRoles(context.person))) }),

  summary: ({ summary, papers, view, now, ...context }, argument) => {
    if (!isChaser(context)) return { say: saying(help.staffOnly()) };
    if (!summary) return { say: saying(noDirective()) };
    if (readDrillRequest(argument).request.to === 'summary')
      return { say: { text: summaryMessage(summary, now), choices: drillChoices(summary, hasChart(papers)) } };
    return { say: view ? drillDown(summary, view) : nothingThere(summary) };
  },

  directives: (context) => ({
    say: saying(isChaser(context) ? staff.directiveList(context.directives) : help.staffOnly()),
  }),

  draft: (context, argument) => {
    const [only, ...others] = reportedOf(context, argument);
    if (others.length > 0 && only) return { say: report.pick('duthao', [only, ...others]) };
    const paper = only && context.unitPapers.get(only.id);
    return { say: paper ? sendDraft(only.unit, paper) : saying(report.nothingToDraft()) };
  },

  papers: (context, argument) => {
    if (!isChaser(context)) return { say: saying(help.staffOnly()) };
    if (!context.papers) return { say: saying(noDirective()) };
    const { format } = readPaperRequest(argument);
    return { say: format ? sendPaper(context.papers, format) : offerPapers(context.papers) };
  },

  chart: (context) => {
    if (!isChaser(context)) return { say: saying(help.staffOnly()) };
    return { say: context.papers ? sendPaper(context.papers, 'png') : saying(noDirective()) };
  },

  calls: (context, argument) => ({
    say: isChaser(context)
      ? callLines(context.calls, /^[1-9]\d{0,3}$/.test(argument) ? Number(argument) : 1)
      : saying(help.staffOnly()),
  }),

  groups: ({ groups, newCode, ...context }, argument) => {
    if (!isStaff(context) || !groups) return { say: saying(help.staffOnly()) };
    const { issuer, maker, isOrdered } = groups;
    if (argument === '')
      return {
        say: say.groupOverview(groups, newCode.code),
        effects: [{ type: 'invite', for: 'group', unit: issuer.id, code: newCode.code }],
      };
    if (!maker) return { say: saying(say.groupNotToBeMade()) };
    const title = say.groupTitle(issuer.name);
    const order = { type: 'order-group', channel: maker, issuer: issuer.id, title } as const;
    return { say: saying(say.groupOrdered(title)), effects: isOrdered ? [] : [order] };
  },

  issue: (context, argument) => {
    if (!isStaff(context)) return { say: saying(help.staffOnly()) };
    const drafts = context.directives.filter((d) => d.state === 'draft');
    if (context.preview) return { state: { dialogue: 'issue', directive: context.preview.id } };
    if (argument && context.directives.some((d) => d.id === Number(argument)))
      return { say: saying(staff.alreadyIssued()) };
    return { say: drafts.length > 0 ? staff.pickDraft(drafts) : saying(staff.nothingToIssue()) };
  },

  invite: (context, words) => {
    if (!isStaff(context)) return { say: saying(help.staffOnly()) };
    const [only, ...others] = context.found;
    if (!only) return { say: saying(words ? staff.unknownUnit(words) : staff.inviteWhom()) };
    if (others.length > 0)
      return {
        say: staff.severalUnits(
          'moi',
          context.found.map((f) => f.unit),
        ),
      };
    const { code, links } = context.newCode;
    return {
      say: saying(staff.invitation(only.unit, code, links)),
      effects: [{ type: 'invite', for: 'unit', unit: only.unit.id, code }],
    };
  },
};

/** `/baocao 34` of a button, or staff reporting for a unit that cannot use the chat. */
function reportOn(context: Context, argument: string, state: State): Reply {
  const own = context.obligations.find((o) => String(o.id) === argument);
  const [first, ...others] = own ? [] : context.found.filter((f) => f.obligations.some((o) => isOpen(o, context.now)));
  if (others.length > 0)
    return {
      say: staff.severalUnits(
        'baocao',
        context.found.map((f) => f.unit),
      ),
    };
  const chosen = own ?? first?.obligations.find((o) => o.state === 'owed') ?? first?.obligations[0];
  if (!chosen) return { say: saying(isStaff(context) ? report.unitNotFound(argument) : report.notYours()) };
  if (!isOpen(chosen, context.now)) return { say: saying(report.closed(chosen)) };
  if (chosen.state === 'reported') return { say: saying(report.alreadyReported(chosen, !own)) };
  if (state.dialogue === 'report' && state.obligation === chosen.id) return {};
  return { state: beginReport(chosen, 'report', !own), say: own ? undefined : saying(report.onBehalf(chosen)) };
}
