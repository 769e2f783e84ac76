/**
 * Zalo's Official Account as a channel: receives by webhook, sends text with up to five buttons, files and pictures. What
 * it shares with the Bot Platform is in `zalo/`.
 */
import type { Channel, ChannelState, NameSource } from '../../../core/channels/channel.ts';
import { chatLinkOf } from '../../../core/channels/chat-link.ts';
import { download } from '../shared/download.ts';
import type { ChannelLog, Health } from '../shared/health.ts';
import { createLifecycle } from '../shared/lifecycle.ts';
import type { Wait } from '../shared/wait.ts';
import { zaloFileHosts } from '../zalo/file-hosts.ts';
import { createOaApi, type OaApi } from './api.ts';
import { type AccessTokens, createOaCaller } from './call.ts';
import type { KnownUntil } from './catch-up.ts';
import { createOaGroups } from './groups.ts';
import type { ButtonTemplate, OaWording } from './message.ts';
import { callsAMinute } from './rate.ts';
import { createOaSending } from './send.ts';
import { createAccountWatch } from './watch.ts';
import { createOaWebhook } from './webhook.ts';

export type ZaloOaOptions = {
  appId: string;
  oaSecretKey: string;
  /** Absent: learnt from Zalo. */
  oaId?: string | undefined;
  /** Without a slash at the end, as https://openapi.zalo.me. */
  apiRoot: string;
  buttonTemplate?: ButtonTemplate;
  /** No more calls a minute than these, however many the account's package allows. */
  perMinute?: number | undefined;
  tokens: AccessTokens;
  /** What stands in its forms beside the message itself. */
  wording: OaWording;
  log: ChannelLog;
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

export type ZaloOaChannel = Channel &
  Required<Pick<Channel, 'files' | 'groups' | 'names'>> & {
    receiving: Required<NonNullable<Channel['receiving']>>;
    /** Asks Zalo at once whether the account works: something has changed. */
    askNow(): void;
  };

/** A channel that is not started. */
export function createZaloOaChannel(options: ZaloOaOptions): ZaloOaChannel {
  const { appId, oaSecretKey, apiRoot, tokens, wording, knownUntil, onAllowance } = options;
  const life = createLifecycle('zalo-oa', options);
  const caller = createOaCaller({ root: apiRoot, tokens });
  const api = createOaApi(caller);
  let { oaId } = options;
  let rate = callsAMinute(undefined, options.perMinute);
  const watch = createAccountWatch({
    life,
    api,
    configured: options.oaId,
    knownUntil,
    onAllowance,
    onProfile: ({ oa_id: told, package_name: name }) => {
      oaId ??= told;
      rate = callsAMinute(name, options.perMinute);
      options.onIdentity?.(told);
    },
  });
  return {
    name: 'zalo-oa',
    state: () => stateOf(tokens, life.health),
    link: (code) => (oaId === undefined ? undefined : chatLinkOf('zalo-oa', oaId, code)),
    sending: createOaSending({ life, api, wording, template: options.buttonTemplate ?? 'absent' }, () => rate),
    receiving: {
      start: (receive) => {
        life.start(receive);
        life.run(watch.run());
      },
      accept: life.start,
      stop: life.stop,
      webhook: createOaWebhook(life, () => ({ appId, oaId, oaSecretKey }), options.onUnknownEvent),
    },
    files: { fetch: (address) => download(address, { apiRoot, hosts: zaloFileHosts }, life.signal) },
    groups: createOaGroups(caller),
    names: createOaNames(api),
    askNow: watch.askNow,
  };
}

/** Without a token nothing works, whatever worked last. */
function stateOf(tokens: AccessTokens, health: Health): ChannelState {
  const trouble = tokens.trouble();
  if (trouble === undefined) return health.state();
  const { sentence: detail, ...lasting } = trouble;
  return { state: 'down', detail, ...lasting };
}

const createOaNames = (api: OaApi): NameSource => ({
  read: async ({ to, isGroup }) => {
    const read = isGroup ? await api.readGroup(to) : await api.readUser(to);
    if (!read.ok) return undefined;
    return ('name' in read.value ? read.value.name : read.value.display_name) || undefined;
  },
});
