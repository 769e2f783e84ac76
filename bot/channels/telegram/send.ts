/** Sending through Telegram, and what a failed call means for the message. */
import { InputFile } from 'grammy';
import type { Outbound, Pace, RateLimit, Sending, SendOutcome } from '../../../core/channels/channel.ts';
import { keptForOperator, outcomeOfUnanswered } from '../shared/outcome.ts';
import { isTokenRefusal, type TelegramApi, type TelegramFailure } from './api.ts';
import { chatOf, textRequestOf } from './message.ts';
import type { Telegram } from './telegram.ts';

/**
 * "Not more than 30 messages per second or so", 1/s to one chat, 20 a minute to one group
 * (https://core.telegram.org/bots/faq), each with a little room for the network's jitter. The bound is meant for what nobody
 * asked for: answers need not be spaced, and yet all together stay within it.
 */
const pace = { everyMs: 33.7, perChatMs: 1010, perGroupMs: 3050, replyMs: 5 };

/** Of a rate that is paid for so much is used: its clock and ours do not tick together. */
const paidShare = 0.985;

/**
 * The pace of who pays for more: https://core.telegram.org/bots/api#sendmessage, allow_paid_broadcast, up to 1,000 a second.
 * Answers are not paid for, and keep to the spacing of the others.
 */
const paceOf = (paidPerSecond: number | undefined): Pace =>
  paidPerSecond === undefined ? pace : { ...pace, everyMs: 1000 / (paidPerSecond * paidShare), replyMs: pace.everyMs };

/** What is done to a message that the chat has. */
type ActOnMessage = Extract<Outbound, { type: 'edit' | 'pin' | 'unpin' }>;

/** `uploading` has more time for a call. `paidPerSecond`: so many a second of what nobody asked for are paid for. */
export function createTelegramSending(
  { api, calls, life }: Telegram,
  { uploading, paidPerSecond }: { uploading: TelegramApi; paidPerSecond?: number | undefined },
): Sending {
  const paid = ({ isUnasked }: Outbound) =>
    paidPerSecond !== undefined && isUnasked === true ? { allow_paid_broadcast: true } : {};

  const request = async (outbound: Outbound): Promise<{ message_id: number }> => {
    if (outbound.type === 'edit' || outbound.type === 'pin' || outbound.type === 'unpin') return onMessage(outbound);
    if (outbound.type === 'text') return api.raw.sendMessage({ ...textRequestOf(outbound), ...paid(outbound) });
    const { caption } = outbound;
    const place = { ...chatOf(outbound), ...paid(outbound) };
    if (outbound.type === 'linked-picture') return api.raw.sendPhoto({ ...place, photo: outbound.link, caption });
    const file = new InputFile(outbound.upload.bytes, outbound.upload.name);
    return outbound.type === 'picture'
      ? uploading.raw.sendPhoto({ ...place, photo: file, caption })
      : uploading.raw.sendDocument({ ...place, document: file, caption });
  };

  /** Telegram answers an edit that changes nothing with an error: the message reads as it should. */
  const onMessage = async (outbound: ActOnMessage): Promise<{ message_id: number }> => {
    const message = { chat_id: outbound.to, message_id: Number(outbound.message) };
    try {
      if (outbound.type === 'pin') await api.raw.pinChatMessage({ ...message, disable_notification: true });
      else if (outbound.type === 'unpin') await api.raw.unpinChatMessage(message);
      else
        await api.raw.editMessageText({ ...message, text: outbound.text, link_preview_options: { is_disabled: true } });
    } catch (error) {
      const failure = calls.readFailure(error);
      if (failure.type !== 'answered' || !unchangedReason.test(failure.reason)) throw error;
    }
    return message;
  };

  /** A topic that was closed or removed is no reason to stay silent: the group itself is told then. */
  const requestInTopic = async (outbound: Outbound): Promise<{ message_id: number }> => {
    try {
      return await request(outbound);
    } catch (error) {
      const { topic, ...whole } = outbound;
      const failure = topic === undefined ? undefined : calls.readFailure(error);
      if (failure?.type !== 'answered' || !lostTopic.test(failure.reason)) throw error;
      return request(whole);
    }
  };

  return {
    pace: paceOf(paidPerSecond),
    probe: async () => {
      try {
        await api.getMe();
        return true;
      } catch (error) {
        return calls.failureOf(error).type === 'answered';
      }
    },
    send: async (outbound) => {
      const pauseMs = calls.pausedForMs();
      if (pauseMs > 0) return limitedBy('channel', 'paused after a 429', Math.ceil(pauseMs / 1000));
      try {
        const externalId = String((await requestInTopic(outbound)).message_id);
        life.health.worked('sending');
        return { type: 'sent', externalId };
      } catch (error) {
        const failure = calls.readFailure(error);
        if (isTokenRefusal(failure)) life.health.failed('sending', failure.reason);
        return telegramOutcomeOf(failure);
      }
    },
  };
}

const limitedBy = (rateLimit: RateLimit, reason: string, seconds: number): SendOutcome => ({
  type: 'not-sent',
  reason,
  retryAfterSeconds: seconds,
  rateLimit,
});

/** How Telegram says that an edit changes nothing; it documents no code for it. */
const unchangedReason = /message is not modified/i;

/** How Telegram says that a topic is not there or not open; it documents no code for it. */
const lostTopic = /message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i;

/** How Telegram says that a bot may not write in a group; it documents no code for it. Photos alone may be forbidden too. */
const mutedReason =
  /not enough rights to send (text )?messages|have no rights to send a message|CHAT_(WRITE_FORBIDDEN|RESTRICTED)/i;

function telegramOutcomeOf(failure: TelegramFailure): SendOutcome {
  if (failure.type !== 'answered') return outcomeOfUnanswered(failure);
  const { reason, code, movedTo } = failure;
  if (movedTo !== undefined) return { type: 'moved', to: movedTo };
  if (isTokenRefusal(failure)) return keptForOperator(reason);
  if (code === 429) return limitedBy('chat', reason, failure.retryAfterSeconds ?? 1);
  if (mutedReason.test(reason)) return { type: 'refused', because: 'muted', reason };
  if (code === 403) return { type: 'refused', because: 'blocked', reason };
  return { type: 'refused', because: /chat not found/i.test(reason) ? 'gone' : 'rejected', reason };
}
