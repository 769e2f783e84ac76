/** A channel that pretends to be any: what it is given to send lies here, to be read by scripted people. */

import type { Address, ChannelName } from '../../../core/channels/address.ts';
import type {
  Channel,
  Outbound,
  OutboundChoice,
  OutboundPlace,
  Pace,
  Receive,
  SendOutcome,
  Upload,
} from '../../../core/channels/channel.ts';
import type { Limits } from '../../../core/channels/terms.ts';

/** A request as its reader sees it: of a paper the text is its label. */
export type Arrived = OutboundPlace & {
  type: Outbound['type'];
  text: string;
  choices: OutboundChoice[];
  upload?: Upload;
  link?: string;
  isPinned?: boolean;
};

/** How one request ends instead of being sent. An uncertain one arrives all the same when `arrives` is set. */
export type Fault = Exclude<SendOutcome, { type: 'sent' }> & { arrives?: boolean };

export type Loopback = Channel & {
  /** What a message here can hold. */
  limits: Limits;
  /** Everything that arrived, in order. */
  arrived: Arrived[];
  /** Every request, in order, whatever became of it. */
  requests: Arrived[];
  /** The next requests to an address end with these faults, one each. */
  fault(address: Address, ...faults: Fault[]): void;
  /** From now on every request to the address is refused, or no longer. */
  close(address: Address, isClosed: boolean): void;
  receive: Receive | undefined;
  /** Whether it answers when it is asked. */
  answers: boolean;
  /** While set, every request that nothing else befalls ends so. */
  outage: Fault | undefined;
  /** A request has ended otherwise than by arriving: it may be due again. */
  hasFaltered: boolean;
};

function seenAs(outbound: Outbound): Arrived {
  if (outbound.type === 'edit') return { ...outbound, choices: [] };
  if (outbound.type === 'pin' || outbound.type === 'unpin') return { ...outbound, text: '', choices: [] };
  if (outbound.type === 'text') return outbound;
  const { caption: text, ...paper } = outbound;
  return { ...paper, text, choices: [] };
}

/** An edit changes what arrived before, a pin marks it. */
function actOn(
  { arrived }: Pick<Loopback, 'arrived'>,
  outbound: Extract<Outbound, { type: 'edit' | 'pin' | 'unpin' }>,
  fault: Fault | undefined,
): SendOutcome {
  if (fault) return fault;
  const meant = arrived[Number(outbound.message) - 1];
  if (!meant || meant.to !== outbound.to)
    return { type: 'refused', because: 'rejected', reason: '400 Bad Request: message to edit not found' };
  if (outbound.type === 'edit') meant.text = outbound.text;
  else meant.isPinned = outbound.type === 'pin';
  return { type: 'sent', externalId: outbound.message };
}

function fits(outbound: Outbound, { textLength, choices, files, pictures }: Limits): boolean {
  switch (outbound.type) {
    case 'text':
      return outbound.text !== '' && outbound.text.length <= textLength && outbound.choices.length <= choices;
    case 'edit':
    case 'pin':
    case 'unpin':
      return true;
    case 'file':
      return files === 'all' || files.some((ending) => outbound.upload.name.endsWith(`.${ending}`));
    case 'picture':
      return pictures === 'uploaded';
    case 'linked-picture':
      return pictures === 'linked' || (pictures === 'linked-https' && outbound.link.startsWith('https:'));
  }
}

const noPace: Pace = { everyMs: 0, perChatMs: 0, perGroupMs: 0 };

export function createLoopback(limits: Limits, name: ChannelName = 'telegram', pace: Pace = noPace): Loopback {
  const faults = new Map<Address, Fault[]>();
  const closed = new Set<Address>();
  const loopback: Loopback = {
    name,
    limits,
    arrived: [],
    requests: [],
    receive: undefined,
    answers: true,
    outage: undefined,
    hasFaltered: false,
    state: () => ({ state: 'up' }),
    receiving: {
      start: (receive) => {
        loopback.receive = receive;
      },
      stop: async () => {},
    },
    link: (code) => `https://${name}.test/${code}`,
    fault: (address, ...next) => faults.set(address, [...(faults.get(address) ?? []), ...next]),
    close: (address, isClosed) => {
      if (isClosed) closed.add(address);
      else closed.delete(address);
    },
    sending: {
      pace,
      probe: async () => loopback.answers,
      send: async (outbound) => {
        const outcome = send(outbound);
        loopback.hasFaltered ||= outcome.type !== 'sent';
        return outcome;
      },
    },
  };
  function send(outbound: Outbound): SendOutcome {
    const seen = seenAs(outbound);
    loopback.requests.push(seen);
    if (!fits(outbound, limits)) return { type: 'refused', because: 'rejected', reason: 'beyond the limits' };
    if (closed.has(outbound.to)) return { type: 'refused', because: 'blocked', reason: 'bot was blocked by the user' };
    if (outbound.type === 'edit' || outbound.type === 'pin' || outbound.type === 'unpin')
      return actOn(loopback, outbound, faults.get(outbound.to)?.shift());
    const fault = faults.get(outbound.to)?.shift() ?? loopback.outage;
    if (!fault || (fault.type === 'uncertain' && fault.arrives)) loopback.arrived.push(seen);
    return fault ?? { type: 'sent', externalId: String(loopback.arrived.length) };
  }
  return loopback;
}
