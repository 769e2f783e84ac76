/** One outbound text as the parameters of one call. Pure. */
import type { OutboundChoice, TextOutbound } from '../../../core/channels/channel.ts';

const shortLabel = 14;
const choicesInRow = 3;

/** A page opens in private chats only (https://core.telegram.org/bots/api#inlinekeyboardbutton, web_app). */
type Button = { text: string } & ({ callback_data: string } | { web_app: { url: string } });

/**
 * The parameters of sendMessage. There is no parse_mode: nothing that a person typed can become markup.
 * Telegram takes at most 4,096 characters and 64 bytes of callback_data (https://core.telegram.org/bots/api).
 */
export function textRequestOf({ to, topic, text, choices }: TextOutbound) {
  return {
    ...chatOf({ to, topic }),
    text,
    link_preview_options: { is_disabled: true },
    ...(choices.length > 0 && {
      reply_markup: { inline_keyboard: keyboard(choices) },
    }),
  };
}

/** The chat, and the topic of a forum (https://core.telegram.org/bots/api#sendmessage, message_thread_id). */
export const chatOf = ({ to, topic }: { to: string; topic?: string | undefined }) => ({
  chat_id: to,
  ...(topic !== undefined && { message_thread_id: Number(topic) }),
});

/** Rows of buttons: up to three short labels share a row, a longer one has its own. */
function keyboard(choices: OutboundChoice[]): Button[][] {
  const rows: Button[][] = [];
  let shared: Button[] | undefined;
  for (const { label, tap, page } of choices) {
    const button: Button = {
      text: label,
      ...(page === undefined ? { callback_data: tap } : { web_app: { url: page } }),
    };
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
