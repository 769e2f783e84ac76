/** Who leads an office approves what is issued, or names who does. */
import { commandWords } from '../../../core/language/commands/command-words.ts';
import { fold } from '../../../core/language/text.ts';
import * as say from '../../../messages/chat/decisions/approval.ts';
import type { ChatCommand } from '../shape/command.ts';
import { forOthers, type Reply, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { mayApprove } from '../shape/roles.ts';
import { idIn } from './arguments.ts';

/** A reason is a sentence or two. */
const longestReason = 500;

const notTheirs: Reply = { say: saying(say.onlyApprovers()), notGranted: forOthers };

export const approveCommand: ChatCommand = {
  slash: ['pheduyet', 'duyet'],
  words: commandWords.pheduyet,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'approvals' }],
  reply: ({ approvals, person }, argument) => {
    const rule = /^(?:bat|on)$/.test(fold(argument))
      ? 'approved'
      : /^(?:tat|off)$/.test(fold(argument))
        ? 'alone'
        : undefined;
    if (rule) {
      const led = (person?.roles ?? []).filter((r) => r.role === 'leader' && r.state === 'agreed');
      if (led.length === 0) return { say: saying(say.onlyLeaders()), notGranted: forOthers };
      const effects = led.map(({ unit }) => ({ type: 'set-issuing', office: unit.id, rule }) as const);
      return { say: saying(say.issuingSet(rule)), effects };
    }
    const waiting = required(approvals, 'approvals');
    if (!mayApprove(person)) return notTheirs;
    const own = waiting.filter(({ issuerId }) => mayApprove(person, issuerId));
    const meant = argument === '' ? own : own.filter(({ id }) => id === idIn(argument));
    const [only, ...others] = meant;
    if (!only) return { say: saying(own.length === 0 && argument === '' ? say.noApprovals() : say.approvalGone()) };
    if (others.length > 0) return { say: say.approvalList(meant) };
    return {
      say: saying(say.approved(only)),
      effects: [{ type: 'decide-approval', approval: only.id, isApproved: true, reason: null }],
    };
  },
};

export const declineCommand: ChatCommand = {
  slash: ['khongduyet'],
  words: commandWords.khongduyet,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'approvals' }],
  reply: ({ approvals, person }, argument) => {
    if (!mayApprove(person)) return notTheirs;
    const waiting = required(approvals, 'approvals').filter(({ issuerId }) => mayApprove(person, issuerId));
    const [, number, words = ''] = /^(\d{1,9})?\s*([\s\S]*)$/.exec(argument) ?? [];
    const meant = number === undefined ? waiting : waiting.filter(({ id }) => id === Number(number));
    const [only, ...others] = meant;
    if (!only) return { say: saying(number === undefined ? say.noApprovals() : say.approvalGone()) };
    if (others.length > 0) return { say: say.approvalList(meant) };
    const reason = words.trim().replace(/\.$/, '').slice(0, longestReason);
    if (reason === '') return { say: saying(say.whyReturned(only)) };
    return {
      say: saying(say.returned(only)),
      effects: [{ type: 'decide-approval', approval: only.id, isApproved: false, reason }],
    };
  },
};

const naming =
  (may: boolean): ChatCommand['reply'] =>
  ({ approvers }, argument) => {
    const staff = required(approvers, 'approvers').filter((one) => one.mayApprove !== may);
    const folded = fold(argument);
    const meant =
      argument === ''
        ? staff
        : staff.filter(({ id, person }) => id === idIn(argument) || fold(person.name).includes(folded));
    const [only, ...others] = meant;
    if (!only || others.length > 0 || argument === '')
      return { say: say.whoMayApprove(meant.length > 0 ? meant : staff, may) };
    return {
      say: saying(say.mayApproveNow(only, may)),
      effects: [{ type: 'let-approve', role: only.id, may }],
    };
  };

/** Only the staff of offices that the person leads are named. */
export const letApproveCommand: ChatCommand = {
  slash: ['giaoduyet'],
  words: commandWords.giaoduyet,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'approvers' }],
  reply: naming(true),
};

export const noLongerApproveCommand: ChatCommand = {
  slash: ['thoigiaoduyet'],
  words: commandWords.thoigiaoduyet,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'approvers' }],
  reply: naming(false),
};
