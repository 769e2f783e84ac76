/** Work that grows faster than what is read: every reader of what strangers send. */
import { parseUpdate } from '../../../bot/channels/telegram/updates.ts';
import { readJson } from '../../../bot/channels/zalo/json.ts';
import { parseBotUpdate } from '../../../bot/channels/zalo-bot/updates.ts';
import { parseOaEvent } from '../../../bot/channels/zalo-oa/events.ts';
import { peekCommand } from '../../../bot/dialogues/intent.ts';
import { isAcknowledgement, isThanks, readDate } from '../../../core/language/answers.ts';
import { readYesNo } from '../../../core/language/assent/yes-no.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { readPaperNumber } from '../../../core/language/paper-number.ts';
import { fold, normalise } from '../../../core/language/text.ts';
import type { Attack, Finding } from './attack.ts';

type Reader = { name: string; read(text: string): unknown };

const now = new Date('2021-09-06T02:00:00Z');
const words = (text: string) => ({
  message_id: 1,
  date: 1,
  chat: { id: 1, type: 'private' },
  from: { id: 1, is_bot: false, first_name: 'A' },
  text,
});

const readers: readonly Reader[] = [
  { name: 'JSON of Zalo', read: readJson },
  { name: 'an update of Telegram', read: (text) => parseUpdate({ update_id: 1, message: words(text) }, 'bot') },
  {
    name: 'an event of the Official Account',
    read: (text) =>
      parseOaEvent(
        { event_name: 'user_send_text', sender: { id: '1' }, message: { msg_id: '1', text } },
        Buffer.from('x'),
      ),
  },
  {
    name: 'an update of the Zalo bot',
    read: (text) =>
      parseBotUpdate({
        event_name: 'message.text.received',
        message: { message_id: '1', text, from: { id: '1' }, chat: { id: 'g', chat_type: 'GROUP' } },
      }),
  },
  { name: 'normalise', read: normalise },
  { name: 'fold', read: fold },
  { name: 'a number', read: readNumber },
  { name: 'a date', read: readDate },
  { name: 'yes or no', read: readYesNo },
  { name: 'an acknowledgement', read: isAcknowledgement },
  { name: 'thanks', read: isThanks },
  { name: 'the number of a paper', read: (text) => readPaperNumber(text, now) },
  { name: 'a command', read: (text) => peekCommand({ type: 'text', text }) },
];

/** Each makes a text of about so many letters. */
const hostile: readonly [string, (length: number) => string][] = [
  ['quotes that are escaped', (n) => `{"a":"${'\\"'.repeat(n / 2)}`],
  ['open brackets', (n) => '['.repeat(n)],
  ['dots', (n) => '.'.repeat(n)],
  ['dots before a letter', (n) => `${'.'.repeat(n)}a`],
  ['spaces before a letter', (n) => `${' '.repeat(n)}a`],
  ['line breaks before a letter', (n) => `${'\n'.repeat(n)}a`],
  ['spaces and dots in turn', (n) => `${' .'.repeat(n / 2)}a`],
  ['digits', (n) => '1'.repeat(n)],
  ['digits in groups', (n) => '1.'.repeat(n / 2)],
  ['numbers in words', (n) => 'hai mươi '.repeat(n / 9)],
  ['strokes', (n) => '/'.repeat(n)],
  ['a long command', (n) => `/${'a'.repeat(n)}`],
  ['mentions', (n) => '@bot '.repeat(n / 5)],
  ['joiners', (n) => '\u200d'.repeat(n)],
  ['marks on a letter', (n) => `a${'\u0301'.repeat(n)}`],
  ['broken surrogates', (n) => '\ud83d'.repeat(n)],
];

const length = 4000;
const times = 4;
/** Four times the text may cost four times the work, with room for a machine that is busy. */
const mostGrowth = 10;
/** What costs less than this is not measured for its growth, in milliseconds. */
const noticed = 25;

/** The best of three: others on the machine only add to it. */
function costOf(read: Reader['read'], text: string): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

function tryReaders(): Finding {
  const open: string[] = [];
  for (const { name, read } of readers)
    for (const [what, make] of hostile) {
      const long = costOf(read, make(length * times));
      if (long < noticed) continue;
      const short = costOf(read, make(length));
      if (long > short * mostGrowth)
        open.push(
          `${name}: ${what}, ${length} letters ${short.toFixed(1)} ms, ${length * times} letters ${long.toFixed(0)} ms`,
        );
    }
  return { cases: readers.length * hostile.length, allowed: 0, open };
}

export const readerAttack: Attack = {
  name: 'work a byte',
  what: 'texts made to cost, for every reader of what strangers send: four times as long must not cost ten times as much',
  isInCut: false,
  run: async () => tryReaders(),
};
