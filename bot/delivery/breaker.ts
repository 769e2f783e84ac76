/** The circuit of one channel, kept up: what its requests tell is heard, a broken channel is asked, the state is stored. */
import type { Channel, ChannelState } from '../../core/channels/channel.ts';
import {
  afterIdling,
  afterProbe,
  afterRequest,
  type Circuit,
  closedCircuit,
  isInOutage,
  restoreCircuit,
  type Sign,
  waitBeforeProbe,
} from '../../core/delivery/circuit.ts';
import type { Db } from '../../db/database.ts';
import { hasQueued, hurryDoubtful } from '../../db/delivery/queue.ts';
import { readCircuit, writeCircuit } from '../../db/platforms/channel-states.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../process/log.ts';
import { endOutage, tellGivenUp } from './outage.ts';
import type { Transact } from './work.ts';

export type BreakerDeps = { db: Db; clock: Clock; transact: Transact; log: Log };

export type Breaker = {
  circuit(): Circuit;
  /** How the channel works, its sending included. */
  state(): ChannelState;
  /** Takes up what the process before us found. */
  restore(): Promise<void>;
  /** Hears how a request ended that began at `began` (machine milliseconds); true where it belongs to an outage. */
  hear(sign: Sign | undefined, began: number): Promise<boolean>;
  /** Asks a broken channel whether it answers, if it is time; resolves with how long to wait, in milliseconds. */
  ask(stopped: Promise<undefined>): Promise<number>;
  /** Says that nothing may go now that could put the channel to the proof: where nothing waits at all, it is closed. */
  idle(): Promise<void>;
};

export function createBreaker(channel: Channel, deps: BreakerDeps): Breaker {
  const { db, clock, transact, log } = deps;
  let circuit = closedCircuit;
  const machineMs = (): number => clock.machine().getTime();

  /** What follows from a change. That it could not be written is no reason to send, or not to. */
  async function move(next: Circuit): Promise<void> {
    const before = circuit;
    circuit = next;
    if (before.state === next.state) return;
    if (next.state === 'down')
      log.warn({ channel: channel.name, reason: next.reason }, 'the channel does not answer: sending waits');
    if (next.state === 'closed') log.info({ channel: channel.name }, 'the channel takes messages again');
    const since = before.state === 'closed' ? null : before.since;
    try {
      if (next.state !== 'down' && since !== null)
        await transact(async (work) => {
          await endOutage(work, channel.name, new Date(since));
          if (next.state !== 'closed') return;
          await hurryDoubtful(work.tx, channel.name);
          await tellGivenUp(work, channel.name, new Date(since));
        });
      await writeCircuit(db, channel.name, next, clock.machine());
    } catch (error) {
      log.error({ err: error, channel: channel.name }, 'the state of sending could not be written');
    }
  }

  return {
    circuit: () => circuit,
    state: () => {
      const own = channel.state();
      return circuit.state === 'down' && own.state !== 'down' ? { state: 'down', detail: circuit.reason } : own;
    },
    restore: async () => {
      circuit = restoreCircuit(await readCircuit(db, channel.name));
    },
    hear: async (sign, began) => {
      if (sign === undefined) return false;
      await move(afterRequest(circuit, sign, { began, now: machineMs() }));
      return isInOutage(circuit, began);
    },
    ask: async (stopped) => {
      if (circuit.state !== 'down') return 0;
      const wait = waitBeforeProbe(circuit, machineMs());
      if (wait > 0) return wait;
      const isAnswered = await Promise.race([channel.sending.probe(), stopped]);
      if (isAnswered !== undefined) await move(afterProbe(circuit, isAnswered, machineMs()));
      return 0;
    },
    idle: async () => {
      try {
        if (!(await hasQueued(db, channel.name))) await move(afterIdling(circuit, machineMs()));
      } catch (error) {
        log.error({ err: error, channel: channel.name }, 'the outbox could not be read');
      }
    },
  };
}
