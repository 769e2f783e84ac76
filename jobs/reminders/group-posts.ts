/** Cards of directives in groups, and the newest reminders there, are kept as things stand. */
import type { Work } from '../../bot/delivery/work.ts';
import type { ChannelName } from '../../core/channels/address.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { mostNamedInGroup } from '../../core/reminders/digest.ts';
import { decideGroupPost, type GroupPostStep, isDoneWith } from '../../core/reminders/group-post.ts';
import type { LadderSwitches } from '../../core/reminders/switches.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import { findOpenRounds } from '../../db/reports/rounds.ts';
import { readLadder } from '../../db/roster/offices.ts';
import { findHolders } from '../../db/roster/people.ts';
import { readUnitRefs } from '../../db/roster/units.ts';
import {
  changeGroupPost,
  findGroupsWithoutCard,
  findLiveGroupPosts,
  keepGroupPost,
  type LiveGroupPost,
  readGroupRound,
} from '../../db/talk/group-posts.ts';
import { groupReminder } from '../../messages/chat/reminder.ts';
import {
  cardNotPinned,
  directiveCard,
  groupReminderAnswered,
  pinLabel,
  unpinLabel,
} from '../../messages/chat/reminders/card.ts';

/** Puts cards where they are missing, and corrects what stands; returns how many requests were written. */
export async function keepGroupPosts(work: Work): Promise<number> {
  const { limits } = work.terms;
  const channels = (Object.keys(limits) as ChannelName[]).filter((name) => limits[name].correctsGroups);
  if (channels.length === 0) return 0;
  const current = await currentRounds(work);
  const facts = factsOf(work);
  let written = await postCards(work, facts, { channels, current });
  for (const post of await findLiveGroupPosts(work.tx, channels)) {
    const roundId = post.type === 'card' ? (current.get(post.directiveId)?.id ?? post.roundId) : post.roundId;
    written += await correct(work, facts, { ...post, roundId });
  }
  return written;
}

/** What posts are worded from, each read once a look: the same directive stands in several groups. */
type Facts = ReturnType<typeof factsOf>;

const factsOf = ({ tx }: Work) => ({
  round: readOnce((id) => readGroupRound(tx, id)),
  directive: readOnce((id) => readDirectiveRef(tx, id)),
  switches: readOnce((office) => readLadder(tx, office)),
  named: (ids: readonly number[]) => readUnitRefs(tx, ids.slice(0, mostNamedInGroup)),
});

function readOnce<T>(read: (id: number) => Promise<T>): (id: number) => Promise<T> {
  const known = new Map<number, Promise<T>>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}

type OpenRound = Awaited<ReturnType<typeof findOpenRounds>>[number];

/** Of each issued directive the round that is due next, else the one that was due last. */
async function currentRounds({ tx, now }: Work): Promise<Map<number, OpenRound>> {
  const current = new Map<number, OpenRound>();
  for (const round of await findOpenRounds(tx, now)) {
    const known = current.get(round.directiveId);
    if (!known || known.due < now) current.set(round.directiveId, round);
  }
  return current;
}

async function postCards(
  work: Work,
  facts: Facts,
  { channels, current }: { channels: ChannelName[]; current: Map<number, OpenRound> },
): Promise<number> {
  let written = 0;
  for (const round of current.values()) {
    if (!isWorkingTime(work.now, round.office ?? undefined)) continue;
    const directive = { id: round.directiveId, issuerId: round.issuerId };
    const groups = await findGroupsWithoutCard(work.tx, channels, directive);
    const switches = groups.length > 0 ? await facts.switches(round.issuerId) : undefined;
    if (!switches || switches.group === 'none') continue;
    const card = { directiveId: directive.id, directiveState: 'issued', roundId: round.id } as const;
    const text = await cardText(facts, card, { switches, now: work.now });
    if (text === undefined) continue;
    for (const { id, address } of groups) {
      // A group that the platform moved has none of the messages that it had: its card is another one.
      const meaning = `directive-${directive.id}:card:${address}`;
      written += await work.say([messageTo(id, meaning, text, { directive: directive.id, round: round.id })]);
      const about = { groupId: id, directiveId: directive.id, roundId: round.id };
      await keepGroupPost(work.tx, meaning, { type: 'card', ...about, text, at: work.now });
    }
  }
  return written;
}

const messageTo = (group: number, meaning: string, text: string, about: Message['about']): Message => ({
  meaning,
  ...(about && { about }),
  recipient: { type: 'group', id: group },
  kind: 'card',
  body: bodyOf({ text }),
});

/** What a card reads; undefined where the group has nobody to be told of. */
async function cardText(
  facts: Facts,
  { directiveId, directiveState, roundId }: Pick<LiveGroupPost, 'directiveId' | 'directiveState' | 'roundId'>,
  { switches, now }: { switches: LadderSwitches; now: Date },
): Promise<string | undefined> {
  const { below, ...round } = await facts.round(roundId);
  const { reported, reporting, owing, promised } = below;
  if (reporting === 0) return undefined;
  return directiveCard({
    directive: await facts.directive(directiveId),
    round,
    reported,
    reporting,
    owing: { count: owing.length, first: await facts.named(owing) },
    promised,
    isCounted: switches.group === 'count' || (switches.group === 'names-when-late' && now < round.overdueFrom),
    isClosed: directiveState !== 'issued',
  });
}

/** What a reminder would read now, of those whom it named. */
async function reminderText(facts: Facts, post: LiveGroupPost): Promise<string> {
  const { below, ...round } = await facts.round(post.roundId);
  const directive = await facts.directive(post.directiveId);
  const { promised } = below;
  const owed = new Set(below.owing);
  const left = post.named.filter((id) => owed.has(id));
  if (left.length + promised === 0) return groupReminderAnswered(directive);
  const first = (await facts.named(left)).map((unit) => ({ ...unit, mentions: [] }));
  const owing = { count: left.length, first };
  return groupReminder({ owing, promised, isCounted: post.isCounted }, directive, round, post);
}

async function correct(work: Work, facts: Facts, post: LiveGroupPost): Promise<number> {
  const { now } = work;
  const switches = await facts.switches(post.group.issuerId);
  const text =
    (post.type === 'card' ? await cardText(facts, post, { switches, now }) : await reminderText(facts, post)) ??
    post.text;
  let written = 0;
  const standing = { ...post, isOver: post.directiveState !== 'issued' };
  for (const step of decideGroupPost(standing, text, work.machineNow))
    written += await take(work, post, { step, text });
  if (isDoneWith(standing, text)) await changeGroupPost(work.tx, post.id, { endedAt: work.now });
  return written;
}

/** Does one thing to a post. */
async function take(
  work: Work,
  post: LiveGroupPost,
  { step, text }: { step: GroupPostStep; text: string },
): Promise<number> {
  const { tx, now, machineNow } = work;
  const { id, group, externalId } = post;
  const about = { directive: post.directiveId, round: post.roundId };
  const named = `group-post-${id}`;
  switch (step) {
    case 'lost':
      await changeGroupPost(tx, id, { endedAt: now });
      return 0;
    case 'edit': {
      const meaning = `${named}:edit-${post.edits + 1}`;
      const body = bodyOf({ text, onMessage: { act: 'edit', id: externalId ?? '' } });
      const written = await work.say([{ ...messageTo(group.id, meaning, text, about), body }]);
      const values = { text, edits: post.edits + 1, editedAt: machineNow, roundId: post.roundId };
      await changeGroupPost(tx, id, values, { meaning, group: group.id, as: 'editMessageId' });
      return written;
    }
    case 'pin':
    case 'unpin': {
      // A card that goes on with its directive is pinned once more.
      const meaning = `${named}:${step}-${machineNow.getTime()}`;
      const label = step === 'pin' ? pinLabel() : unpinLabel();
      const body = bodyOf({ text: label, onMessage: { act: step, id: externalId ?? '' } });
      const written = await work.say([{ ...messageTo(group.id, meaning, label, about), body }]);
      const pin = step === 'pin' ? 'asked' : 'released';
      await changeGroupPost(tx, id, { pin }, { meaning, group: group.id, as: 'pinMessageId' });
      return written;
    }
    case 'tell-unpinned': {
      await changeGroupPost(tx, id, { pin: 'refused' });
      const staff = await findHolders(tx, [group.issuerId], ['staff']);
      const body = bodyOf({ text: cardNotPinned(group.title) });
      return work.say(
        staff.map(({ personId }) => ({
          meaning: `group-${group.id}:not-pinned`,
          recipient: { type: 'person', id: personId },
          kind: 'receipt',
          body,
        })),
      );
    }
  }
}
