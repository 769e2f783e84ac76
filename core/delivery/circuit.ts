/**
 * Whether a channel answers. A doubt about one request is that message's own affair, a few in a row are an outage. Then
 * nothing goes but a harmless call, and what was in doubt waits for the channel. All instants are milliseconds of machine
 * time since 1970.
 */
import { z } from 'zod';
import type { SendOutcome } from '../channels/channel.ts';

/** So many doubtful requests one after the other are an outage. */
const mostDoubts = 3;
const longestWaitMs = 60_000;

const outage = { since: z.number(), reason: z.string(), failures: z.number() };
const schema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed'), from: z.number(), doubts: z.number(), since: z.number().nullable() }),
  z.object({ state: z.literal('down'), ...outage, askAt: z.number() }),
  z.object({ state: z.literal('trial'), from: z.number(), ...outage }),
]);

/**
 * `closed`: requests flow; `doubts` have come one after the other, the first at `since`. `down`: the channel is asked at
 * `askAt` whether it answers. `trial`: it has answered that, and one message at a time shows whether it takes messages.
 * `from` is when the state began: what began earlier and ends in doubt belongs to the outage before.
 */
export type Circuit = z.infer<typeof schema>;

/** What the end of a request tells of its channel. `unreached`: it surely did not happen, for want of a connection. */
export type Sign = { type: 'answer' } | { type: 'doubt' | 'unreached'; reason: string };

/** A circuit of which nothing is known. */
export const closedCircuit: Circuit = closedFrom(0);

/** A circuit as a process before us left it; anything unreadable is a closed one. A broken one is asked at once. */
export function restoreCircuit(stored: unknown): Circuit {
  const read = schema.safeParse(stored);
  if (!read.success || read.data.state === 'closed') return closedCircuit;
  const { since, reason, failures } = read.data;
  return { state: 'down', since, reason, failures, askAt: 0 };
}

/** What an outcome tells of the channel; undefined where it tells nothing of it (an operator's trouble). */
export function signOf(outcome: SendOutcome): Sign | undefined {
  switch (outcome.type) {
    case 'uncertain':
      return { type: 'doubt', reason: outcome.reason };
    case 'not-sent':
      if (outcome.rateLimit) return { type: 'answer' };
      return outcome.retryAfterSeconds === undefined ? { type: 'unreached', reason: outcome.reason } : undefined;
    default:
      return { type: 'answer' };
  }
}

/** Whether a doubt about a request that began then belongs to an outage, and is nothing that its message has done. */
export const isInOutage = (circuit: Circuit, began: number): boolean =>
  circuit.state !== 'closed' || began < circuit.from;

/** The circuit after a request that began at `began` and ended at `now`. */
export function afterRequest(circuit: Circuit, sign: Sign, { began, now }: { began: number; now: number }): Circuit {
  if (sign.type === 'answer') return afterAnswer(circuit, now);
  switch (circuit.state) {
    case 'down':
      return circuit;
    case 'trial':
      return began < circuit.from ? circuit : goDown({ ...circuit, reason: sign.reason }, now);
    case 'closed': {
      if (sign.type === 'unreached' || began < circuit.from) return circuit;
      const doubts = circuit.doubts + 1;
      const since = circuit.since ?? now;
      return doubts < mostDoubts
        ? { ...circuit, doubts, since }
        : goDown({ since, reason: sign.reason, failures: 0 }, now);
    }
  }
}

function afterAnswer(circuit: Circuit, now: number): Circuit {
  switch (circuit.state) {
    case 'closed':
      return circuit.doubts === 0 ? circuit : { ...circuit, doubts: 0, since: null };
    case 'down':
      return beginTrial(circuit, now);
    case 'trial':
      return closedFrom(now);
  }
}

/** The circuit after the channel was asked whether it answers. */
export function afterProbe(circuit: Circuit, isAnswered: boolean, now: number): Circuit {
  if (circuit.state !== 'down') return circuit;
  return isAnswered ? beginTrial(circuit, now) : goDown(circuit, now);
}

/** The circuit when nothing waits that could put it to the proof. */
export const afterIdling = (circuit: Circuit, now: number): Circuit =>
  circuit.state === 'trial' ? closedFrom(now) : circuit;

/** How long to wait before the channel is asked: at most a minute, also where the clock was set back. */
export const waitBeforeProbe = ({ askAt }: { askAt: number }, now: number): number =>
  askAt - now > longestWaitMs ? 0 : Math.max(0, askAt - now);

function closedFrom(from: number): Circuit {
  return { state: 'closed', from, doubts: 0, since: null };
}

type Outage = { since: number; reason: string; failures: number };

/** 1, 2, 4 … 60 s: an answer to the probe alone does not make it patient or impatient again. */
const goDown = ({ since, reason, failures }: Outage, now: number): Circuit => ({
  state: 'down',
  since,
  reason,
  failures: failures + 1,
  askAt: now + Math.min(longestWaitMs, 1000 * 2 ** Math.min(failures, 6)),
});

const beginTrial = ({ since, reason, failures }: Outage, now: number): Circuit => ({
  state: 'trial',
  from: now,
  since,
  reason,
  failures,
});
