/** Sending again what was given up: how much that is, and for whom, is shown, and done only when it is confirmed. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ResendPreview } from '../../../core/conversation/preview.ts';
import { sendingAgain } from '../../../core/language/assent/assent-words.ts';
import * as resending from '../../../messages/chat/resending.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type ResendState, resendSchema } from '../shape/states.ts';

export const resendDialogue: Dialogue<ResendState> = {
  schema: resendSchema,
  needs: ({ directive }) => [{ type: 'givenUp', directive }],
  ask: (state, context) => {
    const preview = previewOf(state, context);
    return preview && resending.resendPreview(preview);
  },
  step: stepResend,
  cancel: () => ({ state: idle, say: saying(resending.notResent()) }),
};

const previewOf = ({ directive }: ResendState, { givenUp = [] }: Context): ResendPreview | undefined =>
  givenUp.find(({ id }) => id === directive);

function stepResend(state: ResendState, intent: Intent, context: Context): Reply {
  const preview = previewOf(state, context);
  if (!preview) return { state: idle, say: saying(resending.resentAlready()) };
  const answer = readChoiceOfTwo(intent, 'resend', sendingAgain);
  if (answer === undefined) return intent.type === 'answer' ? { say: saying(resending.resendUnclear()) } : {};
  if (!answer) return { state: idle, say: saying(resending.notResent()) };
  const offices = (context.person?.roles ?? []).flatMap((r) =>
    r.state === 'agreed' && r.role === 'staff' ? r.unit.id : [],
  );
  const of = preview.about === 'answers' ? { offices } : { directive: preview.id };
  const effect = { type: 'resend', of } as const;
  return { state: idle, say: saying(resending.resent(preview)), effects: [effect] };
}
