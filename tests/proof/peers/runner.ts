/** A bare bot that takes messages side by side, with grammY's runner. */
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';
import { answerEach, connection } from './peer.ts';

const bot = new Bot(connection.token, { client: { apiRoot: connection.apiRoot } });
answerEach(bot);
await bot.init();
run(bot, { runner: { fetch: { timeout: 2 } } });
