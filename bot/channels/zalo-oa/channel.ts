/**
 * Zalo's Official Account as a channel: receives by webhook, sends text with up to five buttons, files and pictures. Its
 * own files are `zalo-oa*.ts`; what it shares with the Bot Platform is in `zalo-*.ts`.
 */
import type { Channel, Receive } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import { download } from '../shared/download.ts';
import { createHealth, type Log } from '../shared/health.ts';
import { createUnderWay } from '../shared/under-way.ts';
import { backoffMs, type Wait, waitForTimer } from '../shared/wait.ts';
import type { WebhookAnswer, WebhookHeaders } from '../shared/webhook.ts';
import { readJson } from '../zalo/json.ts';
import { createOaApi } from './api.ts';
import { type AccessTokens, createOaCaller, type OaFailure } from './call.ts';
import { type KnownUntil, readMissed } from './catch-up.ts';
import { headOf, type OaEvent, parseOaEvent } from './events.ts';
import { createOaGroups } from './groups.ts';
import type { ButtonTemplate, OaWording } from './message.ts';
import { createOaSender, isAccountTrouble, isRateLimit, lastingOf } from './send.ts';
import { isSignedByZalo } from './signature.ts';

/** Of the calls that the package allows a minute, a seventh is left for what are no messages. */
const spacingMs = (perMinute: number): number => (60_000 / perMinute) * (7 / 6);
const healthCheckMs = 5 * 60_000;

export type ZaloOaOptions = {
  appId: string;
  oaSecretKey: string;
  /** Absent: learnt from Zalo. */
  oaId?: string | undefined;
  /** Without a slash at the end, as https://openapi.zalo.me. */
  apiRoot: string;
  buttonTemplate?: ButtonTemplate;
  /** Calls a minute that the package allows; absent: the 100 of the smaller one. */
  perMinute?: number;
  tokens: AccessTokens;
  /** What stands in its forms beside the message itself. */
  wording: OaWording;
  log: Log;
  /** Absent: a timer. */
  wait?: Wait;
  /** Called when Zalo has told the account's id. */
  onIdentity?: (oaId: string) => void;
  /** Absent: what no webhook delivered is not looked for. */
  knownUntil?: KnownUntil;
  /** Called with how many paid messages Zalo says are left. */
  onAllowance?: (remain: number) => void;
  onUnknownEvent?: (name: string) => void;
};

export type ZaloOaChannel = Channel & {
  /**
   * Takes one delivery with its body as received. 200 only after it was stored, or when it concerns nobody or is the
   * console's test; 401 for an event without a right signature; 400 for what is no JSON; 500 when it could not be
   * stored: Zalo then delivers it again.
   */
  handleWebhook(headers: WebhookHeaders, rawBody: Buffer | string): Promise<WebhookAnswer>;
  /** Asks Zalo at once whether the account works: something has changed. */
  askNow(): void;
};

/** A channel that is not started. */
export function createZaloOaChannel(options: ZaloOaOptions): ZaloOaChannel {
  const { appId, oaSecretKey, apiRoot, tokens, log } = options;
  const wait = options.wait ?? waitForTimer;
  const health = createHealth('zalo-oa', log);
  const caller = createOaCaller({ root: apiRoot, tokens });
  const api = createOaApi(caller);
  const stopping = new AbortController();
  const { signal } = stopping;
  const { track, run, ended } = createUnderWay();
  let oaId = options.oaId;
  let receive: Receive | undefined;
  let asking = new AbortController();

  const onAnswer = (failure: OaFailure | undefined): void => {
    if (failure === undefined) health.worked('sending');
    else if (isAccountTrouble(failure)) health.failed('sending', failure.reason, lastingOf(failure));
  };

  const sender = createOaSender({
    api,
    template: options.buttonTemplate ?? 'absent',
    wording: options.wording,
    wait,
    signal,
    onAnswer,
  });

  /** Asks Zalo for the account itself, again and again: the one call that shows whether all of it works. */
  async function watch(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      asking = new AbortController();
      const pause = AbortSignal.any([signal, asking.signal]);
      const asked = await api.readOa();
      if (signal.aborted) return;
      if (!asked.ok) {
        if (!isRateLimit(asked.error)) health.failed('receiving', asked.error.reason, lastingOf(asked.error));
        await wait(backoffMs(failures++), pause);
        continue;
      }
      failures = 0;
      const { oa_id: told } = asked.value;
      if (options.oaId !== undefined && told !== options.oaId)
        health.failed('receiving', `the token belongs to OA ${told}, configured is ${options.oaId}`, 'account');
      else {
        if (oaId === undefined) oaId = told;
        options.onIdentity?.(told);
        health.worked('receiving');
        health.worked('sending');
        const allowance = await api.readAllowance();
        if (signal.aborted) return;
        if (allowance.ok && allowance.value !== undefined) options.onAllowance?.(allowance.value);
        await catchUp();
        if (signal.aborted) return;
      }
      await wait(healthCheckMs, pause);
    }
  }

  /** What came while we were not there, or while the webhook did not reach us. */
  async function catchUp(): Promise<void> {
    if (!options.knownUntil || !receive) return;
    try {
      const missed = await readMissed(api, options.knownUntil);
      if (!missed.ok) return log.warn({ channel: 'zalo-oa', reason: missed.error.reason }, 'zalo-oa: not caught up');
      for (const inbound of missed.value) if (!signal.aborted) await receive(inbound);
      if (missed.value.length > 0)
        log.info({ channel: 'zalo-oa', messages: missed.value.length }, 'zalo-oa: caught up with what was missed');
    } catch (error) {
      log.warn({ channel: 'zalo-oa', err: error }, 'zalo-oa: not caught up');
    }
  }

  async function take(event: OaEvent): Promise<void> {
    if (!receive || signal.aborted) throw new Error('the channel is not running');
    if (event.type === 'inbound') await receive({ channel: 'zalo-oa', externalId: event.externalId, ...event.event });
    if (event.type === 'unknown') {
      options.onUnknownEvent?.(event.name);
      log.info({ channel: 'zalo-oa', event: event.name }, 'zalo-oa: an unknown event was ignored');
    }
  }

  return {
    name: 'zalo-oa',
    limits: channelLimits['zalo-oa'],
    pace: { everyMs: spacingMs(options.perMinute ?? 100), perChatMs: 0, perGroupMs: 0 },
    state: () => {
      const trouble = tokens.trouble();
      if (trouble === undefined) return health.state();
      const { sentence: detail, ...lasting } = trouble;
      return { state: 'down', detail, ...lasting };
    },
    start: (given) => {
      receive = given;
      run(watch());
    },
    stop: async () => {
      stopping.abort();
      await ended();
    },
    askNow: () => asking.abort(),
    send: sender.send,
    groups: createOaGroups(caller),
    // Zalo documents no payload of this link: the code is sent beside it and typed.
    link: () => (oaId === undefined ? undefined : `https://zalo.me/${oaId}`),
    fetchFile: (address) => download(address, apiRoot, signal),
    readName: async ({ to, isGroup }) => {
      const read = isGroup ? await api.readGroup(to) : await api.readUser(to);
      if (!read.ok) return undefined;
      return ('name' in read.value ? read.value.name : read.value.display_name) || undefined;
    },

    handleWebhook: async (headers, rawBody) => {
      const raw = Buffer.isBuffer(rawBody) ? rawBody : Buffer.from(rawBody);
      const text = raw.toString('utf8');
      if (text.trim() === '') return 200;
      const body = readJson(text);
      if (!body.ok) return 400;
      const { name, timestamp } = headOf(body.value);
      if (name === undefined) return 200;
      if (!isSignedByZalo(headers, raw, timestamp, { appId, oaId, oaSecretKey })) return 401;
      try {
        await track(take(parseOaEvent(body.value, raw, oaId)));
        return 200;
      } catch (error) {
        log.warn({ channel: 'zalo-oa', err: error }, 'zalo-oa: an event could not be stored and will come again');
        return 500;
      }
    },
  };
}
