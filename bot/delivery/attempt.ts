/** One request, from the row of the outbox to how it ended. */
import type { Channel, Outbound, SendOutcome } from '../../core/channels/channel.ts';
import { fail, type Result } from '../../core/result.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';
import type { Vault } from '../links/vault.ts';
import type { PaperMaker } from '../papers/maker.ts';
import type { Log } from '../process/log.ts';
import { outboundOf } from './outbound.ts';

export type AttemptDeps = {
  channel: Channel;
  makePaper: PaperMaker;
  vault: Vault;
  log: Log;
  /** Resolves when the service stops: a paper is not waited for then. */
  stopped: Promise<undefined>;
};

/** A paper whose making broke so often (a lost connection passes, a mistake does not) is given up. */
const mostTries = 3;

const rejected = (reason: string): SendOutcome => ({ type: 'refused', because: 'rejected', reason });

/** How a request ended, and whether the platform was asked at all. */
export type Attempted = { outcome: SendOutcome; wasAsked: boolean };

/** Makes the request and sends it. An adapter that throws leaves it uncertain; this never throws. */
export async function attempt(row: OutboxRow, deps: AttemptDeps): Promise<Attempted> {
  const outbound = await make(row, deps);
  if (!outbound.ok) return { outcome: outbound.error, wasAsked: false };
  try {
    return { outcome: await deps.channel.sending.send(outbound.value), wasAsked: true };
  } catch (error) {
    return { outcome: { type: 'uncertain', reason: String(error) }, wasAsked: true };
  }
}

/** The request; or how it ended before it was one, for want of its paper. */
async function make(
  row: OutboxRow,
  { channel, makePaper, vault, log, stopped }: AttemptDeps,
): Promise<Result<Outbound, SendOutcome>> {
  try {
    const opened = vault.open(row.sealed);
    if (opened.isLost)
      log.error({ channel: channel.name, outbox: row.id }, 'a message was sealed under another SECRET_KEY');
    const made = await Promise.race([outboundOf(row, opened, makePaper), stopped]);
    if (!made) return fail({ type: 'not-sent', reason: 'the service is stopping' });
    return made.ok ? made : fail(rejected(made.error));
  } catch (error) {
    log.error({ err: error, channel: channel.name, outbox: row.id }, 'a paper could not be made');
    return fail(row.tries < mostTries ? { type: 'not-sent', reason: String(error) } : rejected(String(error)));
  }
}
