/** What a turn does to directives: each effect is the act of its name. */
import type { Effect } from '../../../core/conversation/effect.ts';
import type { IssueTerms } from '../../../core/directives/approval.ts';
import { setIssuingRule } from '../../../db/directives/approvals.ts';
import { letApprove } from '../../../db/roster/delegates.ts';
import type { Work } from '../../delivery/work.ts';
import { amendByWords } from '../amend/amend-by-words.ts';
import { duplicateDirective } from '../amend/duplicate.ts';
import { reissueDirective } from '../amend/reissue.ts';
import { decideOnApproval, putDirectiveForward } from '../approval/approve.ts';
import type { Cause } from '../cause.ts';
import { changeDirective } from '../change-directive.ts';
import { issueByChat } from '../issue.ts';
import { attachSentOriginal } from '../life/attach-original.ts';
import { resendGivenUp } from '../resend.ts';

type ChatCause = Extract<Cause, { via: 'chat' }>;

const types = [
  'issue',
  'put-forward',
  'decide-approval',
  'set-issuing',
  'let-approve',
  'change',
  'resend',
  'attach-original',
  'amend',
  'reissue',
  'duplicate',
] as const;

type DirectiveEffect = Extract<Effect, { type: (typeof types)[number] }>;

/** Whether an effect does something to a directive, or to how an office issues them. */
export const isOfDirectives = (effect: Effect): effect is DirectiveEffect => types.some((type) => type === effect.type);

/** Applies one of them; `accountId` is that of whoever wrote. */
export async function applyToDirectives(
  work: Work,
  effect: DirectiveEffect,
  { cause, accountId }: { cause: ChatCause; accountId: number },
): Promise<unknown> {
  const { tx } = work;
  const doer = { by: cause.by, inboxId: cause.inbox };
  const issue = (directive: number, terms: IssueTerms) => issueByChat(work, cause, { directive, ...terms });
  switch (effect.type) {
    case 'issue':
      return issueByChat(work, cause, effect);
    case 'put-forward':
      return putDirectiveForward(work, doer, effect, issue);
    case 'decide-approval':
      return decideOnApproval(work, doer, effect, issue);
    case 'set-issuing':
      return setIssuingRule(tx, effect.office, effect.rule);
    case 'let-approve':
      return letApprove(tx, effect.role, effect.may);
    case 'change':
      return changeDirective(work, cause, effect.directive, effect.order);
    case 'resend':
      return resendGivenUp(work, cause, effect.of);
    case 'attach-original':
      return attachSentOriginal(work, doer, { directive: effect.directive, accountId });
    case 'duplicate':
      return duplicateDirective(work, cause, effect.directive);
    case 'reissue':
      return reissueDirective(work, cause, effect.directive, effect);
    case 'amend':
      return amendByWords(work, cause, effect);
  }
}
