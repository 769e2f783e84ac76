/** A bare bot as the manual's first page has it: each message is answered, and that is all. */
import { Bot } from 'grammy';
import { answerEach, connection } from './peer.ts';

const bot = new Bot(connection.token, { client: { apiRoot: connection.apiRoot } });
answerEach(bot);
await bot.start({ timeout: 2 });
