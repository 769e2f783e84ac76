/** Issuing a draft: what it would do is shown, and done only when it is confirmed. */
import type { Context } from '../../../core/conversation/context.ts';
import { issuing } from '../../../core/language/assent/assent-words.ts';
import * as staff from '../../../messages/chat/staff.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { type IssueState, idle, issueSchema } from '../shape/states.ts';

export const issueDialogue: Dialogue<IssueState> = {
  schema: issueSchema,
  needs: ({ directive }) => [{ type: 'preview', directive }],
  ask: ({ directive }, { preview }) => (preview?.id === directive ? staff.preview(preview) : undefined),
  step: (_state, intent, context) => stepIssue(intent, context),
  cancel: () => ({ state: idle, say: saying(staff.notIssued()) }),
};

function stepIssue(intent: Intent, { preview }: Context): Reply {
  if (!preview) return { state: idle, say: saying(staff.alreadyIssued()) };
  if (preview.issuedAs !== undefined)
    return { state: idle, say: saying(staff.issuedAsAnother(preview, preview.issuedAs)) };
  const answer = readChoiceOfTwo(intent, 'issue', issuing);
  if (answer === undefined) return intent.type === 'answer' ? { say: saying(staff.issueUnclear()) } : {};
  if (!answer) return { state: idle, say: saying(staff.notIssued()) };
  return { state: idle, say: saying(staff.issued(preview)), effects: [{ type: 'issue', directive: preview.id }] };
}
