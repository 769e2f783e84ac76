/** What a unit asks the office: passed on, answered from the document, answered by somebody. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Clause, SettledQuestion, WaitingQuestion } from '../../../core/directives/inquiry.ts';
import type { OfficeContact } from '../../../core/roster/contact.ts';
import { contactText } from '../../words/contact.ts';
import { asSentence, day, firstWords, personNamed } from '../../words/format.ts';
import { directiveName, directiveTitle } from '../directive.ts';

type Named = { number: string; date: string | null };

const toAskMore = (contact: OfficeContact | undefined): string =>
  `Nếu chưa rõ, ‹đồng chí› gõ /hoi kèm câu hỏi để hỏi người phụ trách, hoặc gọi ${contactText(contact)}.`;

/** The clause that answers, word for word, with its number. */
export const answeredByClause = (
  { section, text }: Clause,
  directive: Named,
  basis: string | null,
  contact: OfficeContact | undefined,
): string =>
  [
    `${directiveTitle(directive)}, mục ${section}, ghi: "${text}"`,
    ...(basis === null ? [] : [`Văn bản này thực hiện ${basis}.`]),
    toAskMore(contact),
  ].join('\n');

/** What the office answered to the same question before. */
export const answeredBefore = ({ text, answer, at }: SettledQuestion, contact: OfficeContact | undefined): string =>
  [
    `Câu hỏi này đã được trả lời ngày ${day(at)}.`,
    `Hỏi: ${firstWords(text, 40)}`,
    `Trả lời: ${answer}`,
    `Cần hỏi thêm, đề nghị ‹đồng chí› gọi ${contactText(contact)}.`,
  ].join('\n');

/** A question goes to somebody who answers; where nobody of the office is there yet, it waits for them. */
export const passedOn = (contact: OfficeContact | undefined): string =>
  (contact?.staff.length ?? 0) > 0
    ? `Hệ thống đã chuyển câu hỏi của ‹đồng chí› tới người phụ trách và sẽ gửi câu trả lời tại đây. Cần gấp, đề nghị gọi ${contactText(contact)}.`
    : `Hệ thống đã lưu câu hỏi của ‹đồng chí›, hiện chưa có cán bộ nhận tin để trả lời ngay. Đề nghị ‹đồng chí› gọi ${contactText(contact)}.`;

/** They have asked it already. */
export const stillWaiting = (contact: OfficeContact | undefined): string =>
  `Câu hỏi này của ‹đồng chí› đang chờ trả lời. Cần gấp, đề nghị gọi ${contactText(contact)}.`;

export const askHow = (): string => '‹Đồng chí› gõ /hoi kèm câu hỏi, ví dụ: /hoi cán bộ hợp đồng có tính không?';

const sender = ({ unit, by }: WaitingQuestion): string => `${unit.name} (${personNamed(by)})`;

/** A question, to whoever answers it. */
export const questionAsked = (question: WaitingQuestion): Saying => ({
  text: [
    `Câu hỏi số ${question.id} của ${sender(question)}${question.directive ? ` về ${directiveName(question.directive)}` : ''}:`,
    `"${question.text}"`,
    `Để trả lời, ‹đồng chí› bấm nút, hoặc gõ /traloi ${question.id} kèm nội dung.`,
  ].join('\n'),
  choices: [{ id: `/traloi ${question.id}`, label: 'Trả lời' }],
});

/** A task that is blocked, as the question that it comes to. */
export const blockedAsQuestion = ({ section, reason }: { section: string; reason: string }): string =>
  `Mục ${section} vướng mắc${reason === '' ? '' : `: ${reason}`}`;

/** The same, where it has waited for a day. */
export const questionAskedAgain = (question: WaitingQuestion): Saying => {
  const { text, ...rest } = questionAsked(question);
  return { ...rest, text: `Chưa có trả lời: ${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}` };
};

export const answerQuestionFor = (question: WaitingQuestion): Saying => ({
  text: `${sender(question)} hỏi: "${question.text}"\nNội dung trả lời là gì? Gõ /huy để thôi.`,
});

/** Words that staff may have meant as the answer. */
export const answerMeant = (question: WaitingQuestion, words: string): Saying => ({
  text: `${sender(question)} hỏi: "${firstWords(question.text, 40)}"\nGửi câu trả lời: "${words}"?`,
  choices: [
    { id: 'send', label: 'Gửi trả lời' },
    { id: 'cancel', label: 'Không gửi' },
  ],
});

const noQuestions = (): string => 'Không có câu hỏi nào chờ trả lời.';
export const questionGone = (): string => 'Câu hỏi này đã được trả lời hoặc không còn cần trả lời.';
export const notAnswered = (): string => 'Hệ thống chưa gửi câu trả lời nào.';
export const answerSent = (question: WaitingQuestion): string =>
  `Đã gửi câu trả lời tới ${sender(question)}. Ai hỏi lại câu này sẽ được trả lời như vậy.`;

/** A question that came in place of an answer, where nothing answers it. */
export const leftUnanswered = (): string => 'Hệ thống chưa trả lời được câu hỏi này và chưa thay đổi gì.';

/** The same, where words may as well be passed on to units. */
export const chaseWordsAsked = (): string =>
  `${leftUnanswered()} Để gửi kèm câu này cho đơn vị, ‹đồng chí› gõ "nhắc:" rồi đến nội dung.`;

const mostListed = 8;

export function questionList(questions: readonly WaitingQuestion[]): Saying {
  if (questions.length === 0) return { text: noQuestions() };
  const shown = questions.slice(0, mostListed);
  const rest = questions.length - shown.length;
  return {
    text: [
      'Câu hỏi chờ trả lời:',
      ...shown.map((q) => `- Số ${q.id}, ${sender(q)}: ${firstWords(q.text, 30)}`),
      ...(rest > 0 ? [`và ${rest} câu hỏi khác.`] : []),
      'Gõ /traloi kèm số và nội dung trả lời.',
    ].join('\n'),
    choices: shown.map(({ id }) => ({ id: `/traloi ${id}`, label: `Trả lời câu ${id}` })),
  };
}

/** To who asked: what the office answers. */
export const questionAnswered = ({ text, directive }: WaitingQuestion, answer: string): string =>
  [
    `Trả lời câu hỏi của ‹đồng chí›${directive ? ` về ${directiveName(directive)}` : ''}:`,
    `Hỏi: ${firstWords(text, 40)}`,
    `Trả lời: ${asSentence(answer)}`,
  ].join('\n');
