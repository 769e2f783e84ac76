/** How a person goes through the guided report: reads the question, types the figure, reads it back, sends it. */

import type { Unit } from './cast.ts';
import type { Chat } from './chat.ts';
import { denominator, type Figures, indicatorLabels, type Words } from './figures.ts';
import type { Play } from './play.ts';
import { demoEvent, demoWhy } from './wording.ts';

const questionOrReceipt = /\?$|^Đã ghi nhận báo cáo/;
const labels = [denominator, ...indicatorLabels];

export type Answering = {
  words: Words;
  note?: string;
  /** Leaves the report where this comes up; by default it is sent. */
  until?: RegExp;
};

/**
 * Answers every question that comes up, from the one asked by this person's last act on. Returns what the last message
 * said: the receipt, or what fits `until`.
 */
export async function answerQuestions(
  chat: Chat,
  { words, note, until }: Answering,
  onSlip: (why: string) => void = () => {},
): Promise<string> {
  const left = new Map(Object.entries(words).map(([label, list]) => [label, [...list]]));
  for (;;) {
    const { text } = await chat.waitFor(questionOrReceipt);
    if (until?.test(text) || text.startsWith('Đã ghi nhận báo cáo')) return text;
    if (text.includes('chưa rõ')) onSlip(demoWhy.unclear);
    if (text.includes('lớn hơn')) onSlip(demoWhy.exceeding);
    await answer(chat, text.split('\n\n').at(-1) ?? text, left, note);
  }
}

async function answer(chat: Chat, question: string, left: Map<string, Words[string]>, note?: string): Promise<void> {
  if (/đã đúng chưa\?$/.test(question)) return chat.choose('Đúng, gửi');
  if (question.includes('xác nhận số 0')) return chat.choose('Đúng là 0');
  if (question.startsWith('Khó khăn, kiến nghị')) return note ? chat.say(note) : chat.choose('Không có');
  const label = labels.find((one) => question.includes(`${one}: bao nhiêu`));
  const words = left.get(label ?? '') ?? [];
  const next = words.length > 1 ? words.shift() : words[0];
  if (next === undefined) throw new Error(`${chat.name} has no answer to: ${question}`);
  return typeof next === 'string' ? chat.say(next) : chat.choose(next.tap);
}

/** Puts down that a report was confirmed, and tells of it. */
export function noteReport(play: Play, unit: Unit, figures: Figures, text = demoEvent.reported(unit.name)): void {
  play.ledger.confirm(unit.code, figures, play.stage.now());
  play.timeline.advance('reported', unit.code, text);
}
