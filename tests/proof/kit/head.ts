/** A head of a unit who answers whatever stands there last, at once, and confirms without reading: the hardest to serve. */
import type { FakeTelegram, FakeUser } from '../../harness/platforms/telegram.ts';
import { draw } from './random.ts';

export const labels = ['Số CBCCVC', 'Bluezone', 'QR', 'Smart Thanh Hóa'] as const;

export type Head = {
  unit: string;
  user: FakeUser;
  /** What this head means to report, by label. */
  figures: Record<string, number>;
  /** How many receipts came. */
  receipts(): number;
  /** From now on every message is answered. */
  answer(): void;
};

/** `seed` gives the figures; nobody's are those of another. */
export function createHead(telegram: FakeTelegram, user: FakeUser, unit: string, seed: number): Head {
  const staff = draw(seed, `${unit} staff`, 1000, 9000);
  const figures = Object.fromEntries(
    labels.map((label, at) => [label, at === 0 ? staff : draw(seed, `${unit} ${label}`, 1, staff)]),
  );
  let receipts = 0;
  let isAnswering = false;

  const answerTo = (text: string): string | undefined => {
    const asked = labels.find((label) => new RegExp(`${label}: bao nhiêu[^?]*\\?$`).test(text));
    if (asked) return String(figures[asked]);
    // Figures unlike those of others are asked about.
    if (/có đúng không\?$/.test(text)) return 'Đúng';
    if (/đúng chưa\?$/.test(text)) return 'Đúng, gửi';
    return /Khó khăn, kiến nghị/.test(text) ? 'Không có' : undefined;
  };

  const read = (text: string, buttons: string[]): void => {
    if (text.startsWith('Đã ghi nhận báo cáo')) receipts += 1;
    else if (isAnswering) {
      const words = answerTo(text);
      if (words !== undefined) user.say(words);
      // What was not understood offers the report as well, to a head who has asked for it already.
      else if (buttons.includes('Báo cáo') && receipts === 0 && !text.includes('chưa hiểu nội dung'))
        user.tap('Báo cáo');
    }
  };

  telegram.onEvent((event) => {
    if (event.type !== 'message' || event.chat.id !== user.id || !event.message.fromBot) return;
    const { text, buttons } = event.message;
    setImmediate(() =>
      read(
        text,
        buttons.flat().map((button) => button.text),
      ),
    );
  });
  return {
    unit,
    user,
    figures,
    receipts: () => receipts,
    answer: () => {
      isAnswering = true;
    },
  };
}
