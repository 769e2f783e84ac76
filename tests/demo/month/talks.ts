/** What people do in their chats, turn by turn: each reads what came last and answers it. */
import { addedIndicator, directiveAsking } from './directives.ts';
import type { Meant, MonthLedger } from './ledger.ts';
import type { Resident } from './resident.ts';

/** One turn; true where there is nothing more to say. What comes of a turn has arrived before the next. */
export type Talk = { resident: Resident; turn(): Promise<boolean> };

/** A talk of what is said in turn, whatever is answered. A function reads what came. */
export function sayAll(resident: Resident, ...lines: (string | ((resident: Resident) => Promise<void>))[]): Talk {
  const left = [...lines];
  return {
    resident,
    turn: async () => {
      const next = left.shift();
      if (next === undefined) return true;
      await (typeof next === 'string' ? resident.says(next) : next(resident));
      return false;
    },
  };
}

/** Takes a choice where it is offered. */
export const takeIfOffered =
  (label: string | RegExp) =>
  async (resident: Resident): Promise<void> => {
    const fits = (one: string): boolean => (typeof label === 'string' ? one === label : label.test(one));
    if (resident.choices().some(fits)) await resident.chooses(label);
  };

/** What somebody wants to report, and where it is written down once they have a receipt. */
export type Reporting = {
  unit: string;
  number: string;
  figures: Meant;
  /** What is answered where another report is asked for than was meant. */
  otherwise: Meant;
  opening: '/baocao' | '/sua';
  ledger: MonthLedger;
  now: () => Date;
  /** Told where the talk came to nothing, as where somebody else of the unit was first. */
  onNothing?: () => void;
};

const mostTurns = 25;

/** What says that there is nothing to report here any more. */
const isOver = /không (có|còn) báo cáo nào|đã báo cáo|chưa có báo cáo nào|không phải báo cáo|đã kết thúc/i;

/** Reports as people do: opens it, chooses which, answers each question, reads back, sends. */
export function reportTalk(resident: Resident, wanted: Reporting): Talk {
  let turns = 0;
  let said: Record<string, number> = {};
  return {
    resident,
    turn: async () => {
      turns += 1;
      if (turns === 1) {
        await resident.says(wanted.opening);
        return false;
      }
      const text = resident.newest();
      if (text.startsWith('Đã ghi nhận báo cáo')) {
        wanted.ledger.confirm({ ...receiptOf(text), at: wanted.now() });
        expectMeant(text, said);
        return true;
      }
      if (isOver.test(text) && !text.trimEnd().includes('?')) {
        wanted.onNothing?.();
        return true;
      }
      if (turns > mostTurns) throw new Error(`${resident.name} comes to no end with:\n${text}`);
      said = await answer(resident, text, wanted, said);
      return false;
    },
  };
}

/** Answers one question; returns what was said so far, by label. */
async function answer(
  resident: Resident,
  text: string,
  { unit, number, figures: meant, otherwise }: Reporting,
  said: Record<string, number>,
): Promise<Record<string, number>> {
  const choices = resident.choices();
  const has = (label: string): boolean => choices.includes(label);
  const question = text.split('\n\nTrả lời')[0] ?? text;
  if (has('Đúng, gửi')) {
    await resident.chooses('Đúng, gửi');
    return said;
  }
  for (const label of ['Không có', 'Giữ nguyên', 'Đúng là 0'])
    if (has(label)) {
      await resident.chooses(label);
      return label === 'Giữ nguyên' ? {} : said;
    }
  const sure = choices.find((label) => /^Đúng (là|tất cả)/.test(label));
  if (sure) {
    await resident.chooses(sure);
    return said;
  }
  const figures = { ...otherwise, ...meant };
  const label = Object.keys(figures).find((one) => question.includes(`${one}: bao nhiêu`));
  const line = label === undefined ? undefined : inOneMessage(resident, label, question, figures);
  if (line) {
    await resident.says(Object.values(line).join(', '));
    return { ...said, ...line };
  }
  if (label !== undefined) {
    const figure = figures[label] ?? 0;
    await resident.says(figure === 0 ? 'không có' : String(figure));
    return { ...said, [label]: figure };
  }
  const fitting = choices.find((one) => one.includes(unit) && one.includes(number));
  const chosen =
    fitting ??
    choices.find((one) => one.includes(unit) || one.includes(number)) ??
    choices.find((one) => one in meant) ??
    choices.find((one) => one in figures || one.startsWith('Số '));
  if (chosen === undefined) throw new Error(`${resident.name} has no answer to:\n${text}\n[${choices.join('] [')}]`);
  await resident.chooses(chosen);
  return said;
}

/** Most people send all figures of a report in one message, where its first is asked for. */
function inOneMessage(resident: Resident, label: string, question: string, figures: Meant): Meant | undefined {
  const forms = [
    ['Số CBCCVC', 'Số thẻ đã cấp', 'Số thẻ mất', addedIndicator.label],
    ['Phòng học kiên cố', 'Máy tính'],
    ['Ổ dịch', 'Vật nuôi tiêu hủy'],
  ];
  const form = forms.find(([first]) => first === label);
  if (!form || Number(resident.address) % 5 === 0 || /đề nghị|chưa (rõ|đọc)/i.test(question)) return undefined;
  return Object.fromEntries(form.flatMap((one) => (one in figures ? [[one, figures[one] ?? 0]] : [])));
}

/** A receipt, read as its reader does: whose it is, and which figures it names. */
function receiptOf(text: string): Omit<Parameters<MonthLedger['confirm']>[0], 'at'> {
  const unit = /^Đã ghi nhận báo cáo của (.+?) lúc /.exec(text)?.[1];
  if (unit === undefined) throw new Error(`a receipt that names nobody:\n${text}`);
  const figures = figuresIn(text);
  return { unit, directive: directiveAsking(Object.keys(figures)), figures };
}

const figuresIn = (text: string): Meant =>
  Object.fromEntries(
    [...text.matchAll(/^([^:\n]+): ([\d.]+)(?:\/[\d.]+)?(?: .*)?$/gm)].map(([, label = '', figure = '']) => [
      label,
      Number(figure.replaceAll('.', '')),
    ]),
  );

/** The receipt names what was said. */
function expectMeant(text: string, said: Readonly<Record<string, number>>): void {
  const named = figuresIn(text);
  const wrong = Object.entries(said).filter(([label, figure]) => named[label] !== figure);
  if (wrong.length > 0) throw new Error(`${JSON.stringify(wrong)} was said, and the receipt reads:\n${text}`);
}
