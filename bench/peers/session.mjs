// A bare grammY bot that asks six questions, its state kept by storage-psql; with the argument `conversations` by that plugin.
import { conversations, createConversation } from '@grammyjs/conversations';
import { PsqlAdapter } from '@grammyjs/storage-psql';
import { Bot, session } from 'grammy';
import pg from 'pg';

const [, , count, mode] = process.argv;
const turns = Number(count);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const storage = await PsqlAdapter.create({ tableName: 'peer_sessions', client });
const me = {
  id: 1,
  is_bot: true,
  first_name: 'b',
  username: 'b_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
};
const bot = new Bot('1:a', { botInfo: me });
const answered = { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: 'a' }, text: 'x' };
bot.api.config.use(async () => ({ ok: true, result: answered }));
const questions = ['a', 'b', 'c', 'd', 'e', 'f'];
if (mode === 'conversations') {
  bot.use(
    conversations({
      storage,
      plugins: [
        async (ctx, next) => {
          ctx.api.config.use(async () => ({ ok: true, result: answered }));
          await next();
        },
      ],
    }),
  );
  bot.use(
    createConversation(async (conversation, ctx) => {
      const figures = {};
      for (const question of questions) {
        await ctx.reply(question);
        const next = await conversation.waitFor('message:text');
        figures[question] = Number(next.message.text);
      }
      await ctx.reply(JSON.stringify(figures));
    }, 'report'),
  );
  bot.on('message:text', (ctx) => ctx.conversation.enter('report'));
} else {
  bot.use(session({ initial: () => ({ at: 0, figures: {} }), storage }));
  bot.on('message:text', async (ctx) => {
    const { at } = ctx.session;
    const asked = questions[at];
    if (asked) ctx.session.figures[asked] = Number(ctx.message.text);
    ctx.session.at = (at + 1) % (questions.length + 1);
    await ctx.reply(questions[at] ?? JSON.stringify(ctx.session.figures));
  });
}
let update = 0;
async function say(chat) {
  update += 1;
  const from = { id: chat, is_bot: false, first_name: 'a' };
  await bot.handleUpdate({
    update_id: update,
    message: { message_id: update, date: 1, chat: { id: chat, type: 'private', first_name: 'a' }, from, text: '45' },
  });
}
for (let n = 0; n < 140; n++) await say(1 + (n % 20));
const waits = [];
const before = process.cpuUsage();
for (let n = 0; n < turns; n++) {
  const began = performance.now();
  await say(1 + (n % 20));
  waits.push(performance.now() - began);
}
const { user, system } = process.cpuUsage(before);
waits.sort((a, b) => a - b);
console.log(JSON.stringify({ p50: waits[Math.floor(turns / 2)], cpu: (user + system) / 1000 / turns }));
await client.end();
process.exit(0);
