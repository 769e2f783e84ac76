/** What the bare bots share: they answer each message with its own words, after a moment of work. */
import type { Bot } from 'grammy';

/** How long a bot works on a message, in milliseconds: as long as one that asks a database. */
const workMs = 150;

/** What each answer begins with. */
export const answered = 'Đã nhận: ';

export const connection = { token: process.env.PEER_TOKEN ?? '', apiRoot: process.env.PEER_API_ROOT ?? '' };

export function answerEach(bot: Bot): void {
  bot.on('message:text', async (context) => {
    await new Promise((resolve) => setTimeout(resolve, workMs));
    await context.reply(`${answered}${context.message.text}`);
  });
  bot.catch(() => {});
}
