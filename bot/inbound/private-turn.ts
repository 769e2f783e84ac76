/** A turn in a private chat: gather, decide, act. */
import type { Event } from '../../core/conversation/event.ts';
import { lockPerson, saveConversation } from '../../db/conversation/conversations.ts';
import { withdrawAnswers } from '../../db/delivery/queue.ts';
import { applyEffects } from '../acts/apply/apply.ts';
import { sendTasks } from '../acts/issue.ts';
import type { Work } from '../delivery/work.ts';
import { withBeginning } from '../dialogues/form/begun.ts';
import { withBegun, withBegunForOthers } from '../dialogues/form/standing.ts';
import { needsOf } from '../dialogues/needs.ts';
import { readDrafts } from '../dialogues/shape/draft.ts';
import type { NotGranted } from '../dialogues/shape/reply.ts';
import { readState } from '../dialogues/table/dialogues.ts';
import { type Conversation, type Turn, takeTurn } from '../dialogues/turn.ts';
import { askerOf } from '../facts/asker.ts';
import { gather, nothingOffered, readOffered } from '../facts/gather.ts';
import { confirmWhereBegun } from './receipt.ts';
import { reply } from './reply.ts';
import type { WhoWrote } from './writer.ts';

/** Takes one turn of the conversation of an account's owner, or of a stranger. The answer is held for `heldMs`. Returns what was not granted. */
export async function handleInPrivate(
  work: Work,
  { inboxId, account, stored, business, heldMs }: WhoWrote & { inboxId: number; heldMs: number },
  event: Event,
): Promise<NotGranted | undefined> {
  const { tx, now, leave } = work;
  const conversation: Conversation = { state: readState(stored?.state), turn: stored?.turn ?? 0 };
  const isUnasked = conversation.state.dialogue === 'idle' && event.type === 'text';
  const offered = isUnasked ? await readOffered(work, account) : nothingOffered;
  const drafts = readDrafts(stored?.drafts);
  const obligations = withBegun(business.own.obligations, drafts);
  // A file that has just come is among them.
  const known = stored && { ...stored, hasFiles: stored.hasFiles || event.type === 'file' };
  const asker = askerOf(account, known, { ...business, own: { ...business.own, obligations } });
  const gathered = await gather(work, asker, needsOf(conversation.state, event, offered.choices), offered);
  const context = withBegunForOthers(gathered, drafts);
  const turn = takeTurn(conversation, event, context);
  const state = withBeginning(turn.conversation.state, conversation.state, account.id);
  const personId = await applyEffects(work, turn.effects, { account, inbox: inboxId });
  // A further account joins the conversation where it stands.
  const isJoining = account.personId === null && personId !== null && (await lockPerson(tx, personId)).state !== null;
  if (personId !== null && !isJoining) leave(saveConversation(tx, personId, { ...turn.conversation, state }, now));
  // A stranger has one answer on its way: the newest.
  if (personId === null && turn.reply) leave(withdrawAnswers(tx, account, now));
  const said = { said: turn.reply, turn: turn.conversation.turn, inbox: inboxId, heldMs };
  await confirmWhereBegun(work, account, { ...said, before: conversation.state });
  leave(reply(work, account, said));
  if (personId !== null) await welcome(work, turn, personId, context.person?.roles ?? []);
  return turn.notGranted;
}

/** Whoever has just agreed to answer for a unit gets its tasks at once. */
async function welcome(
  work: Work,
  turn: Turn,
  personId: number,
  roles: { id: number; role: string; unit: { id: number } }[],
): Promise<void> {
  const agreed = turn.effects.flatMap((effect) =>
    effect.type === 'answer-notice' && effect.agreed ? effect.roles : [],
  );
  const told = roles
    .filter((r) => agreed.includes(r.id) && (r.role === 'head' || r.role === 'delegate'))
    .map((r) => ({ unitId: r.unit.id, personId }));
  if (told.length > 0) await sendTasks(work, told);
}
