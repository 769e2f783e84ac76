/** One outbound message as the parameters of one call, and its failure as an outcome. Pure. */
import type { OutboundChoice, SendOutcome, TextOutbound } from '../../../core/channels/channel.ts';
import type { Failure } from './api.ts';

const shortLabel = 14;
const choicesInRow = 3;
/** A refused token is no fault of the message: it is kept until a person has put the token right. */
const tokenRetrySeconds = 30;

type Button = { text: string; callback_data: string };

/**
 * The parameters of sendMessage. There is no parse_mode: nothing that a person typed can become markup.
 * Telegram takes at most 4,096 characters and 64 bytes of callback_data (https://core.telegram.org/bots/api).
 */
export function toRequest({ to, text, choices }: TextOutbound) {
  return {
    chat_id: to,
    text,
    link_preview_options: { is_disabled: true },
    ...(choices.length > 0 && {
      reply_markup: { inline_keyboard: keyboard(choices) },
    }),
  };
}

/** Rows of buttons: up to three short labels share a row, a longer one has its own. */
function keyboard(choices: OutboundChoice[]): Button[][] {
  const rows: Button[][] = [];
  let shared: Button[] | undefined;
  for (const { label, tap } of choices) {
    const button = { text: label, callback_data: tap };
    const isShort = label.length <= shortLabel;
    if (isShort && shared && shared.length < choicesInRow) {
      shared.push(button);
      continue;
    }
    const row = [button];
    rows.push(row);
    shared = isShort ? row : undefined;
  }
  return rows;
}

/** What a failed call means for the message. */
export function toOutcome(failure: Failure): SendOutcome {
  const { reason } = failure;
  if (failure.type === 'unreached') return { type: 'not-sent', reason };
  if (failure.type === 'unclear') return { type: 'uncertain', reason };
  if (failure.movedTo !== undefined) return { type: 'moved', to: failure.movedTo };
  switch (failure.code) {
    case 429:
      return { type: 'not-sent', reason, retryAfterSeconds: failure.retryAfterSeconds ?? 1, isRateLimit: true };
    case 401:
    case 404:
      return { type: 'not-sent', reason, retryAfterSeconds: tokenRetrySeconds };
    case 403:
      return { type: 'refused', because: 'blocked', reason };
    default:
      return { type: 'refused', because: /chat not found/i.test(reason) ? 'gone' : 'rejected', reason };
  }
}
