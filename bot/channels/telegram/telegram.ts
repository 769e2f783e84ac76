import type { Lifecycle } from '../shared/lifecycle.ts';
import type { TelegramApi } from './api.ts';
import type { TelegramCalls } from './calls.ts';

/** What the parts of this adapter share. `api` is the client for everything but polls and uploads. */
export type Telegram = { life: Lifecycle; calls: TelegramCalls; api: TelegramApi };

/** How updates come; the secret proves that a delivery is Telegram's. */
export type TelegramMode = { type: 'polling' } | { type: 'webhook'; url: string; secret: string };
