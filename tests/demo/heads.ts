/** The scripts of the heads, one a part. */

import type { Head, Part, Unit } from './cast.ts';
import type { Chat } from './chat.ts';
import { denominator, type Figures, figuresOf, inOneMessage, mannerOf, type Words, wordsFor } from './figures.ts';
import { hours, type Play } from './play.ts';
import { type Answering, answerQuestions, noteReport } from './reporting.ts';
import { demoEvent } from './wording.ts';

/** Registers, gets the tasks when they are issued, and plays the part. */
export async function playHead(head: Head, play: Play): Promise<void> {
  const { stage } = play;
  await stage.until(play.at(head.part === 'newcomer' ? hours.newcomer : hours.registering));
  const code = await play.codeFor(head.unit.code);
  const chat = await play.enter(head.channel, head.name, code);
  keep(play, chat, head.unit);
  await chat.waitFor(/đồng ý không\?$/);
  if (head.part === 'refuses') {
    await chat.choose('Không đồng ý');
    await chat.waitFor(/không đồng ý/);
    play.timeline.tell(demoEvent.refused(head.unit.name, head.name));
    return;
  }
  await agree(play, chat, head.unit);
  await parts[head.part](chat, head, play);
}

function keep(play: Play, chat: Chat, unit: Unit): void {
  play.participants.push({ chat, role: 'head', unitName: unit.name, unitCode: unit.code });
}

async function agree({ timeline }: Play, chat: Chat, unit: Unit): Promise<void> {
  await chat.choose('Đồng ý');
  await chat.waitFor(/^Hệ thống đã ghi nhận (đồng chí|Ông \(Bà\))/);
  timeline.advance('registered', unit.code, demoEvent.registered(unit.name, chat.name, chat.channel));
}

type Script = (chat: Chat, head: Head, play: Play) => Promise<void>;

async function getTasks(chat: Chat, { stage, at }: Play): Promise<void> {
  await stage.until(at(hours.issuing));
  await chat.waitFor(/\nCơ quan ban hành: /);
}

/** By a tap or by a word. */
async function acknowledge(chat: Chat, units: Unit[], { timeline }: Play, byWord = false): Promise<void> {
  await (byWord ? chat.say('da nhan') : chat.choose('Đã nhận'));
  await chat.waitFor(/đã nhận văn bản lúc/);
  for (const { code, name } of units) timeline.advance('acknowledged', code, demoEvent.acknowledged(name));
}

/** The whole report with these figures, from the button on. */
async function report(
  chat: Chat,
  unit: Unit,
  play: Play,
  { words, figures, ...how }: Partial<Answering> & { figures?: Figures } = {},
): Promise<void> {
  const right = figures ?? figuresOf(unit);
  await chat.choose('Báo cáo');
  const answering = { words: { ...wordsFor(right, unit), ...words }, ...how };
  await answerQuestions(chat, answering, tellSlips(play, unit));
  noteReport(play, unit, right);
}

/** Most type all figures in one message; a few, in a browser, acknowledge first and go step by step, as other parts do. */
const prompt: Script = async (chat, { unit }, play) => {
  await getTasks(chat, play);
  const manner = mannerOf(unit) % 10;
  // Telegram takes one message a second to a chat: the long way would take everybody's time.
  if (manner < 9 || chat.channel === 'telegram') return reportAtOnce(chat, unit, play);
  await acknowledge(chat, [unit], play, mannerOf(unit) % 20 > 10);
  await report(chat, unit, play);
};

/** All figures in one message, some of them wrong at first. */
async function reportAtOnce(chat: Chat, unit: Unit, play: Play, slips: Figures = {}, words: Words = {}): Promise<void> {
  const figures = figuresOf(unit);
  await chat.say(inOneMessage({ ...figures, ...slips }, unit));
  await answerQuestions(chat, { words }, tellSlips(play, unit));
  noteReport(play, unit, figures);
}

const tellSlips =
  ({ timeline }: Play, unit: Unit) =>
  (why: string) =>
    timeline.tell(demoEvent.corrected(unit.name, why));

/** Prompt, with slips of the tongue on the way. */
const slipping =
  (slips: (figures: Figures) => Words): Script =>
  async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    await report(chat, unit, play, { words: slips(figuresOf(unit)) });
  };

const sluggish =
  (note?: string): Script =>
  async (chat, { unit, wakes = hours.late }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    await play.stage.until(play.at(wakes));
    await report(chat, unit, play, note === undefined ? {} : { note });
  };

const parts: Record<Exclude<Part, 'refuses'>, Script> = {
  prompt,
  newcomer: prompt,
  slow: sluggish(),
  late: sluggish('Một số đồng chí dùng điện thoại đời cũ, chưa cài được ứng dụng.'),
  text: slipping((figures) => ({ Bluezone: ['gần đủ rồi', `${figures.Bluezone} người`] })),

  'too-many': async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    const { [denominator]: of = 0, Bluezone = 0 } = figuresOf(unit);
    await reportAtOnce(chat, unit, play, { Bluezone: of + 6 }, { Bluezone: [String(Bluezone)] });
  },

  'too-few': slipping(({ [denominator]: of = 0, Bluezone = 0 }) => ({
    [denominator]: [String(Bluezone - 1), String(of)],
    Bluezone: [String(Bluezone), { tap: 'Sửa số CBCCVC' }],
  })),

  none: async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    await report(chat, unit, play, { figures: { ...figuresOf(unit), 'Smart Thanh Hóa': 0 } });
  },

  'second-thoughts': async (chat, { unit }, play) => {
    await getTasks(chat, play);
    const first = figuresOf(unit);
    await reportAtOnce(chat, unit, play);
    await play.stage.until(play.at(hours.correcting));
    await chat.say('/sua');
    await chat.waitFor(/sửa mục nào\?$/);
    const later = { ...first, QR: (first.QR ?? 0) - 1 };
    await chat.say(`QR ${later.QR}`);
    await answerQuestions(chat, { words: wordsFor(later, unit) });
    noteReport(play, unit, later, demoEvent.changed(unit.name));
  },

  interrupted: async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    const figures = figuresOf(unit);
    await chat.choose('Báo cáo');
    await answerQuestions(chat, { words: wordsFor(figures, unit), until: /^.*QR: bao nhiêu/s });
    play.timeline.tell(demoEvent.paused(unit.name));
    await play.stage.until(play.at(hours.resuming));
    await chat.say(String(figures.QR));
    await answerQuestions(chat, { words: wordsFor(figures, unit) });
    noteReport(play, unit, figures);
  },

  silent: (chat, _head, play) => getTasks(chat, play),

  blocks: async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
    await play.stage.until(play.at(hours.blocking));
    chat.leave();
    play.timeline.tell(demoEvent.blocked(unit.name));
  },

  'two-units': async (chat, { unit, second }, play) => {
    if (!second) throw new Error(`${unit.code} has no second unit`);
    await chat.say(await play.codeFor(second.code));
    await chat.waitFor(/đồng ý không\?$/);
    await agree(play, chat, second);
    await getTasks(chat, play);
    await acknowledge(chat, [unit, second], play, true);
    await chat.say('/baocao');
    await chat.waitFor(/của đơn vị nào\?$/);
    await chat.choose(unit.name);
    await answerQuestions(chat, { words: wordsFor(figuresOf(unit), unit) });
    noteReport(play, unit, figuresOf(unit));
    await chat.say('báo cáo');
    await answerQuestions(chat, { words: wordsFor(figuresOf(second), second) });
    noteReport(play, second, figuresOf(second));
  },

  'two-people': async (chat, { unit, colleague = '' }, play) => {
    const other = await play.enter('telegram', colleague, await play.codeFor(unit.code));
    keep(play, other, unit);
    await other.waitFor(/đồng ý không\?$/);
    await agree(play, other, unit);
    await getTasks(chat, play);
    await getTasks(other, play);
    const figures = figuresOf(unit);
    await other.say(inOneMessage(figures, unit));
    await other.waitFor(/đã đúng chưa\?$/);
    await chat.choose('Báo cáo');
    await answerQuestions(chat, { words: wordsFor(figures, unit), until: /đã đúng chưa\?$/ });
    await chat.choose('Đúng, gửi');
    await chat.waitFor(/^Đã ghi nhận báo cáo/);
    noteReport(play, unit, figures);
    await other.choose('Đúng, gửi');
    await other.waitFor(/^Trong lúc đồng chí nhập/);
    play.timeline.tell(demoEvent.overtaken(unit.name, chat.name, other.name));
    await other.choose('Giữ nguyên');
    await other.waitFor(/giữ nguyên báo cáo/);
  },

  'no-report': async (chat, { unit }, play) => {
    await getTasks(chat, play);
    await acknowledge(chat, [unit], play);
  },
};
