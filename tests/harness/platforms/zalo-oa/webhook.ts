/** How the fake signs and delivers events. */
import { createHash } from 'node:crypto';

export type Headers = Record<string, string>;
/** Where events go: a function of the adapter, or an address. Resolves with the HTTP status. */
export type Deliver = (headers: Headers, rawBody: Buffer) => Promise<number>;

export type Keys = { appId: string; appSecret: string; oaId: string; oaSecretKey: string };

/** The header's value for a body: SHA-256 over app id, body, time and the OA secret key. */
export const macOf = (keys: Pick<Keys, 'appId' | 'oaSecretKey'>, body: Buffer, timestamp: string): string =>
  `mac=${createHash('sha256').update(keys.appId).update(body).update(timestamp).update(keys.oaSecretKey).digest('hex')}`;

export type Delivery = { name: string; body: Buffer; headers: Headers; status: Promise<number> };

export type Webhook = {
  connect(to: Deliver | string): void;
  /** Delivers an event, in the order of calls. */
  emit(event: { event_name: string; timestamp: string } & Record<string, unknown>): Delivery;
  /** What was delivered, oldest first. */
  deliveries: Delivery[];
  /** Delivers the same bytes again; resolves with the status. */
  replay(delivery: Delivery): Promise<number>;
  /** Resolves when everything emitted so far was answered. */
  settled(): Promise<void>;
};

export function createWebhook(keys: Keys): Webhook {
  const deliveries: Delivery[] = [];
  let deliver: Deliver | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const send = async (headers: Headers, body: Buffer): Promise<number> => (deliver ? deliver(headers, body) : 0);
  return {
    deliveries,
    connect: (to) => {
      deliver = typeof to === 'string' ? (headers, body) => post(to, headers, body) : to;
    },
    emit: (event) => {
      const body = Buffer.from(JSON.stringify(event));
      const mac = macOf(keys, body, event.timestamp);
      const headers = { 'content-type': 'application/json', 'x-zevent-signature': mac };
      const status = last.then(() => send(headers, body));
      last = status.catch(() => {});
      const delivery = { name: event.event_name, body, headers, status };
      deliveries.push(delivery);
      return delivery;
    },
    replay: ({ headers, body }) => send(headers, body),
    settled: async () => {
      await last;
    },
  };
}

async function post(url: string, headers: Headers, body: Buffer): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  await response.arrayBuffer();
  return response.status;
}
