/** The channels that the configuration asks for. */
import type { Channel } from '../../core/channels/channel.ts';
import type { Db } from '../../db/database.ts';
import { writeAllowance } from '../../db/platforms/allowances.ts';
import { writeChannelIdentity } from '../../db/platforms/channel-identity.ts';
import { findLastWords } from '../../db/roster/accounts.ts';
import { menuDescriptions } from '../../messages/chat/menu.ts';
import { zaloSentence } from '../../messages/terminal/zalo.ts';
import { createTelegramChannel } from '../channels/telegram/channel.ts';
import { createWebChannel } from '../channels/web/channel.ts';
import { createZaloBotChannel } from '../channels/zalo-bot/channel.ts';
import { isAccessAlive } from '../channels/zalo-oa/alive.ts';
import { createZaloOaChannel } from '../channels/zalo-oa/channel.ts';
import { createOAuthClient } from '../channels/zalo-oa/oauth.ts';
import { createZaloTokenKeeper } from '../channels/zalo-oa/tokens/keeper.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { Config } from '../config/environment.ts';
import type { Log } from '../process/log.ts';
import type { WebDeps } from '../web/http/deps.ts';
import { createTokenStore } from './token-store.ts';

export type OpenedChannels = Pick<WebDeps, 'acceptZaloConsent'> & {
  channels: Channel[];
  /** Starts what works for the channels: the keeper of Zalo's tokens. */
  start(): void;
  stop(): Promise<void>;
};

export type ChannelDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  key: Buffer;
  /** Called once each time that only a new consent of an account's administrator helps, with the pair that is lost. */
  onConsentNeeded: (channel: Channel['name'], link: string, lost: number | undefined) => void;
  /** Called when the administrator has consented: what waits for the account may go at once. */
  onConsent: (channel: Channel['name']) => void;
  /** Called with each event of a kind that no adapter knows; it is ignored. */
  onUnknownEvent: (channel: Channel['name']) => void;
};

/** Makes the channels; none is started. The web is always there. */
export function openChannels(config: Config, deps: ChannelDeps): OpenedChannels {
  const telegram = config.telegram && openTelegram(config, config.telegram, deps);
  const bot = config.zaloBot && openZaloBot(config, config.zaloBot, deps);
  const oa = config.zaloOa && openZaloOa(config, config.zaloOa, deps);
  const web = createWebChannel({ publicUrl: config.publicUrl });
  return {
    channels: [web, telegram, oa?.channel, bot].filter((channel) => channel !== undefined),
    ...(oa && { acceptZaloConsent: oa.tokens.acceptConsent }),
    start: () => oa?.tokens.start(),
    stop: async () => oa?.tokens.stop(),
  };
}

/** Remembers what a platform calls us: links are made from it, also by commands. */
function remember({ db, log }: ChannelDeps, channel: Channel['name'], identity: string): void {
  writeChannelIdentity(db, channel, identity).catch((error: unknown) =>
    log.error({ err: error, channel }, 'the name on the platform could not be kept'),
  );
}

function openTelegram(config: Config, telegram: NonNullable<Config['telegram']>, deps: ChannelDeps) {
  const { token, apiRoot, mode, paidPerSecond } = telegram;
  return createTelegramChannel({
    token,
    apiRoot,
    paidPerSecond,
    mode: mode.type === 'polling' ? mode : { ...mode, url: `${config.publicUrl}/webhooks/telegram` },
    commands: menuDescriptions,
    log: deps.log,
    machineNow: monotonic,
    onIdentity: (username) => remember(deps, 'telegram', username),
  });
}

function openZaloBot(config: Config, { token, apiRoot, mode }: NonNullable<Config['zaloBot']>, deps: ChannelDeps) {
  return createZaloBotChannel({
    token,
    apiRoot,
    mode: mode.type === 'polling' ? mode : { ...mode, url: `${config.publicUrl}/webhooks/zalo-bot` },
    log: deps.log,
    machineNow: monotonic,
    onIdentity: ({ id }) => remember(deps, 'zalo-bot', id),
    onUnknownEvent: () => deps.onUnknownEvent('zalo-bot'),
  });
}

function openZaloOa(config: Config, oa: NonNullable<Config['zaloOa']>, { db, clock, log, key, ...deps }: ChannelDeps) {
  const tokens = createZaloTokenKeeper({
    store: createTokenStore(db, 'zalo-oa'),
    secretKey: key,
    appId: oa.appId,
    oaId: oa.oaId,
    seed: oa.refreshToken,
    oauthRoot: oa.oauthRoot,
    redirectUri: `${config.publicUrl}/zalo/consent`,
    oauth: createOAuthClient({ root: oa.oauthRoot, appId: oa.appId, appSecret: oa.appSecret }),
    machineNow: clock.machine,
    log,
    wording: zaloSentence,
    isAlive: (access) => isAccessAlive(oa.apiRoot, access),
    onConsentNeeded: (link, lost) => deps.onConsentNeeded('zalo-oa', link, lost),
    onConsent: () => {
      channel.askNow();
      deps.onConsent('zalo-oa');
    },
  });
  const channel = createZaloOaChannel({
    appId: oa.appId,
    oaSecretKey: oa.oaSecretKey,
    oaId: oa.oaId,
    apiRoot: oa.apiRoot,
    buttonTemplate: oa.buttonTemplate,
    perMinute: oa.perMinute,
    tokens,
    wording: zaloSentence,
    log,
    onIdentity: (oaId) => remember({ db, clock, log, key, ...deps }, 'zalo-oa', oaId),
    onUnknownEvent: () => deps.onUnknownEvent('zalo-oa'),
    knownUntil: (addresses) => findLastWords(db, 'zalo-oa', addresses),
    onAllowance: (remain) => {
      writeAllowance(db, 'zalo-oa', remain, clock.machine()).catch((error: unknown) =>
        log.error({ err: error, channel: 'zalo-oa' }, 'what Zalo says of its allowance could not be kept'),
      );
    },
  });
  return { channel, tokens };
}
