/** A bare bot that calls again what failed, with grammY's auto-retry. */
import { autoRetry } from '@grammyjs/auto-retry';
import { Bot } from 'grammy';
import { answerEach, connection } from './peer.ts';

const bot = new Bot(connection.token, { client: { apiRoot: connection.apiRoot } });
bot.api.config.use(autoRetry({ maxRetryAttempts: 4, maxDelaySeconds: 2 }));
answerEach(bot);
await bot.start({ timeout: 2 });
