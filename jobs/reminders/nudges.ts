/** Says what waits to be said to people: all that falls together in one message each. */
import { setImmediate } from 'node:timers/promises';
import { handLinks } from '../../bot/acts/hand-links.ts';
import type { Reading, Transact, Work } from '../../bot/delivery/work.ts';
import { readCallPage } from '../../bot/facts/call-sheet.ts';
import { readPart } from '../../bot/facts/consolidation/parts.ts';
import { askForSubmission } from '../../core/consolidation/ask.ts';
import type { HandedLink } from '../../core/conversation/context.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message, Subject } from '../../core/delivery/message.ts';
import { mostNamedInGroup } from '../../core/reminders/digest.ts';
import {
  decideNudges,
  distinctNudges,
  meaningOfDigest,
  type PersonalDigest,
  type RemindedDebt,
  type WaitingNudge,
} from '../../core/reminders/nudge.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { findPartOf } from '../../db/consolidation/parts.ts';
import { findChaseOf } from '../../db/directives/changes.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import { findFirstNamed } from '../../db/reports/owing.ts';
import { readRemindedDebts } from '../../db/reports/reminded.ts';
import { endNudges, findWaitingNudges, linkNudges, listWaitingPieces, type PeoplePiece } from '../../db/talk/nudges.ts';
import { isHolding } from '../../db/time/epochs.ts';
import { callLines } from '../../messages/chat/call-sheet.ts';
import { type DigestItem, personalDigest } from '../../messages/chat/reminders/digest.ts';
import { inTurns } from './in-turns.ts';

/** So many nudges are said in one transaction, but of one person all. */
const pieceLength = 500;

/** So many messages are worded in one go, some five milliseconds: what another piece writes comes between. */
const wordedAtOnce = 50;

/** Called for what was said of one slot of a round, or of no slot, with the number of platform requests. */
export type OnNudged = (about: { round: number; slot: string | null }, requests: number) => void;

/** Tells everybody for whom something waits, piece by piece; returns how many requests were written. */
export async function sayNudges(transact: Transact, onNudged: OnNudged = () => {}): Promise<number> {
  let requests = 0;
  await inTurns(await transact(({ tx }) => listWaitingPieces(tx, pieceLength)), (people, turn) =>
    transact(async (work) => {
      const worded = (await isHolding(work.tx)) ? undefined : await wordFor(work, people);
      await turn();
      if (worded) requests += await sayWorded(work, worded, onNudged);
    }),
  );
  return requests;
}

/** What a piece of the people are told, the nudges that say nothing any more, and the links that words name. */
type Worded = { said: { digest: PersonalDigest; message: Message }[]; ended: number[]; handed: HandedLink[] };

/** Words what waits for people; writes nothing. */
async function wordFor(reading: Reading, people: PeoplePiece): Promise<Worded> {
  const waiting = await findWaitingNudges(reading.tx, reading.now, people);
  await setImmediate();
  const { digests, ended } = decideNudges(waiting, reading.now);
  const worded: Worded = { said: [], ended: [...ended], handed: [] };
  if (digests.length === 0) return worded;
  const itemsOf = await gatherItems(reading, digests, worded.handed);
  await setImmediate();
  for (const [at, digest] of digests.entries()) {
    // Others have their turn before the next ones are worded.
    if (at % wordedAtOnce === wordedAtOnce - 1) await setImmediate();
    const items = itemsOf(digest);
    if (items.length > 0) worded.said.push({ digest, message: messageOf(digest, items, reading.now) });
    else worded.ended.push(...digest.nudges.map(({ id }) => id));
  }
  return worded;
}

async function sayWorded(work: Work, { said, ended, handed }: Worded, onNudged: OnNudged): Promise<number> {
  await endNudges(work.tx, ended, work.now);
  if (handed.length > 0) await handLinks(work, handed);
  let requests = 0;
  for (const same of groupedBy(said, ({ digest: { nudges } }) => `${nudges[0]?.round} ${nudges[0]?.slot}`).values()) {
    const written = await work.say(same.map(({ message }) => message));
    const [first] = same[0]?.digest.nudges ?? [];
    if (first) onNudged(first, written);
    requests += written;
  }
  await linkNudges(
    work.tx,
    said.map(({ digest: { person, nudges }, message: { meaning } }) => ({
      meaning,
      person,
      nudges: nudges.map(({ id }) => id),
    })),
  );
  return requests;
}

const isForStaff = ({ why }: WaitingNudge): boolean => why === 'ladder-ends' || why === 'not-reached';

/** What all nudges have in common is what the message is about. */
function aboutOf(nudges: readonly WaitingNudge[]): Subject {
  const [first] = nudges;
  if (!first) return {};
  const same = <K extends 'directive' | 'round' | 'unit' | 'slot'>(key: K) =>
    nudges.every((one) => one[key] === first[key]) ? first[key] : null;
  const [directive, round, unit, slot] = [same('directive'), same('round'), same('unit'), same('slot')];
  return {
    ...(directive !== null && { directive }),
    ...(round !== null && { round }),
    ...(unit !== null && { unit }),
    ...(slot !== null && { slot }),
  };
}

const isOfDebt = (why: WaitingNudge['why']): boolean => why === 'owes' || why === 'promise' || why === 'on-demand';

function messageOf({ person, nudges }: PersonalDigest, items: DigestItem[], now: Date): Message {
  const debts = new Set(nudges.map(({ why, obligation }) => (isOfDebt(why) ? obligation : null)));
  const [debt] = debts;
  return {
    meaning: meaningOfDigest(nudges),
    about: aboutOf(nudges),
    recipient: { type: 'person', id: person },
    kind: nudges.some(isForStaff) ? 'calls' : 'reminder',
    body: bodyOf(personalDigest(items, now)),
    ...(debts.size === 1 && typeof debt === 'number' && { restsOn: debt }),
  };
}

/** Reads what the words of all digests need, and adds the links that they name to `handed`; returns the items of each. */
async function gatherItems(
  reading: Reading,
  digests: readonly PersonalDigest[],
  handed: HandedLink[],
): Promise<(digest: PersonalDigest) => DigestItem[]> {
  const all = digests.flatMap(({ nudges }) => nudges.filter(({ why }) => why !== 'superior'));
  // Of many units below only the first are named.
  const below = digests.flatMap(({ nudges }) =>
    belowOf(distinctNudges(nudges)).map((one) => one.slice(0, mostNamedInGroup)),
  );
  const read = [...all, ...below.flat()].flatMap(({ obligation }) => obligation ?? []);
  const debts = await readRemindedDebts(reading.tx, [...new Set(read)]);
  await setImmediate();
  const items = new Map<string, DigestItem[]>();
  const known = { debts, handed };
  for (const nudge of all) if (!items.has(keyOf(nudge))) items.set(keyOf(nudge), await itemsOf(reading, nudge, known));
  return ({ nudges }) => {
    const distinct = distinctNudges(nudges);
    return distinct
      .flatMap((nudge) => (nudge.why === 'superior' ? [] : (items.get(keyOf(nudge)) ?? [])))
      .concat(superiorItems(distinct, debts));
  };
}

const keyOf = ({ why, directive, round, unit, obligation, turn, promised }: WaitingNudge): string =>
  why === 'not-reached' ? `${why} ${directive}` : [why, round, unit, obligation, turn, promised?.getTime()].join(' ');

/** What one nudge comes to, whoever is told; none where there is nothing left to say. */
async function itemsOf(
  reading: Reading,
  nudge: WaitingNudge,
  { debts, handed }: { debts: ReadonlyMap<number, RemindedDebt>; handed: HandedLink[] },
): Promise<DigestItem[]> {
  const { tx, now } = reading;
  const debt = debts.get(nudge.obligation ?? 0);
  switch (nudge.why) {
    case 'owes':
      return debt ? [{ why: 'owes', debt, turn: nudge.turn }] : [];
    case 'promise':
      return debt && nudge.promised ? [{ why: 'promise', debt, promised: nudge.promised }] : [];
    case 'on-demand': {
      const asked = debt && (await findChaseOf(tx, nudge.directive, debt.id));
      if (!asked) return [];
      const by = asked.isByConsolidator ? debt.collector : debt.directive.issuer;
      return [{ why: 'on-demand', debt, words: asked.words, by }];
    }
    case 'superior':
      return [];
    case 'submission':
      return submissionItems(reading, nudge);
    case 'ladder-ends': {
      const units = await findFirstNamed(tx, nudge.round, { now, most: mostNamedInGroup });
      return [{ why: 'ladder-ends', units, directive: await readDirectiveRef(tx, nudge.directive) }];
    }
    case 'not-reached': {
      const { count, calls, ...page } = await readCallPage(reading, nudge.directive, 1);
      handed.push(...page.handed);
      const shown = calls.map((call) => ({ ...call, link: call.link && opensElsewhere(call.link) ? call.link : null }));
      const directive = await readDirectiveRef(tx, nudge.directive);
      return [{ why: 'not-reached', directive, units: count, sheet: callLines({ count, calls: shown }) }];
    }
  }
}

async function submissionItems(reading: Reading, { unit, round, office }: WaitingNudge): Promise<DigestItem[]> {
  const key = unit === null ? undefined : await findPartOf(reading.tx, round, unit);
  const part = key && (await readPart(reading, key));
  return part && askForSubmission(part, reading.now, office ?? undefined) ? [{ why: 'submission', part }] : [];
}

/** The units below that owe, together for each round. */
const belowOf = (nudges: readonly WaitingNudge[]): WaitingNudge[][] => [
  ...groupedBy(
    nudges.filter(({ why }) => why === 'superior'),
    ({ round }) => round,
  ).values(),
];

function superiorItems(nudges: readonly WaitingNudge[], debts: ReadonlyMap<number, RemindedDebt>): DigestItem[] {
  return belowOf(nudges).flatMap((same) => {
    const owing = same.slice(0, mostNamedInGroup).flatMap(({ obligation }) => debts.get(obligation ?? 0) ?? []);
    const [debt] = owing;
    const units = { count: same.length, first: owing.map(({ unit }) => unit) };
    return debt ? [{ why: 'superior', units, debt }] : [];
  });
}
