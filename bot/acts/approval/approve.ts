/** A draft is put before who leads the office; approved, it is issued. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { IssueTerms } from '../../../core/directives/approval.ts';
import { decideApproval, findApprovalRequest, putForward } from '../../../db/directives/approvals.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { findApprovers } from '../../../db/roster/delegates.ts';
import {
  approvalAsked,
  approvalDeclined,
  approvalTold,
  notIssuedAfterAll,
} from '../../../messages/chat/decisions/approval.ts';
import type { Work } from '../../delivery/work.ts';
import { previewForStaff } from '../../facts/directives/issue-preview.ts';
import type { Doer } from '../life/keep-change.ts';

/** Somebody who does it by a message of theirs. */
type Decider = Doer & { by: number };

/** Issues a draft on its terms. */
type Issue = (directive: number, terms: IssueTerms) => Promise<void>;

/** Puts a draft forward, and asks who approves; whoever may approve it themselves (`isOwn`) does so at once. */
export async function putDirectiveForward(
  work: Work,
  decider: Decider,
  { directive, isOwn, numbered, unnumbered }: IssueTerms & { directive: number; isOwn: boolean },
  issue: Issue,
): Promise<void> {
  const { tx, now, record, say } = work;
  const facts = await putForward(tx, { directiveId: directive, by: decider.by, terms: { numbered, unnumbered } }, now);
  record(...facts);
  const id = facts.at(-1)?.id ?? 0;
  if (isOwn) return approve(work, decider, id, issue);
  const request = await findApprovalRequest(tx, id);
  if (!request) return;
  const preview = await previewForStaff(work, [request.issuerId], directive);
  const approvers = (await findApprovers(tx, request.issuerId)).filter((person) => person !== decider.by);
  await say(
    approvers.map((person) =>
      messageTo(request.directive.id, person, `approval-${id}`, approvalAsked(request, preview)),
    ),
  );
}

const messageTo = (
  directive: number,
  person: number,
  meaning: string,
  saying: Parameters<typeof bodyOf>[0],
): Message => ({
  meaning,
  about: { directive },
  recipient: { type: 'person', id: person },
  kind: 'receipt',
  body: bodyOf(saying),
});

/** Decides what waits, once: it is issued, or goes back to staff with the reason. */
export async function decideOnApproval(
  work: Work,
  decider: Decider,
  { approval: id, isApproved, reason }: { approval: number; isApproved: boolean; reason: string | null },
  issue: Issue,
): Promise<void> {
  const { tx, now, record, say } = work;
  if (isApproved) return approve(work, decider, id, issue);
  const request = await findApprovalRequest(tx, id);
  const decided = await decideApproval(tx, id, { state: 'returned', ...decider, reason }, now);
  record(...decided);
  if (!request || decided.length === 0) return;
  const told = approvalDeclined(request.directive, reason);
  await say([messageTo(request.directive.id, request.requestedBy, `approval-${id}:returned`, told)]);
}

async function approve(work: Work, decider: Decider, id: number, issue: Issue): Promise<void> {
  const { tx, now, record, say } = work;
  const request = await findApprovalRequest(tx, id);
  const decided = await decideApproval(tx, id, { state: 'approved', ...decider, reason: null }, now);
  record(...decided);
  if (!request || decided.length === 0) return;
  await issue(request.directive.id, request.terms);
  const directive = await readDirective(tx, request.directive.id);
  const isIssued = directive !== undefined && directive.state !== 'draft';
  if (isIssued && request.requestedBy !== decider.by)
    await say([messageTo(directive.id, request.requestedBy, `approval-${id}:approved`, approvalTold(directive))]);
  if (isIssued) return;
  const people = [...new Set([request.requestedBy, decider.by])];
  const told = notIssuedAfterAll(request.directive);
  await say(people.map((person) => messageTo(request.directive.id, person, `approval-${id}:not-issued`, told)));
}
