/** A change to a directive that staff say in the chat. */
import type { AmendmentView } from '../../../core/conversation/amendment.ts';
import type { Saying } from '../../../core/conversation/context.ts';
import type { ListedDirective } from '../../../core/conversation/directive-line.ts';
import type { EditTarget } from '../../../core/directives/life/amend-words.ts';
import { draftProblem } from '../../words/draft-faults.ts';
import { asSentence, count, dayOffLines, firstWords, namesOf } from '../../words/format.ts';
import { directiveName, numberOf } from '../directive.ts';
import { changeLines } from './amend.ts';

type Plan = Extract<AmendmentView, { is: 'plan' }>;
type Refusal = Extract<AmendmentView, { is: 'refused' }>['refusal'];

/** So many units are named, and so many changes told. */
const mostNamed = 5;
const mostChanges = 8;

const examples = [
  '- sửa hạn mục 3 thành 17h00 ngày 15/9, lý do mưa bão',
  '- sửa hạn báo cáo thành trước ngày 20 hằng tháng',
  '- bổ sung đơn vị Xã Quảng Nham vào nhiệm vụ 2',
  '- bỏ đơn vị Xã Quảng Nham khỏi mục 1',
  '- sửa nội dung mục 2: (nội dung mới)',
];

export const amendHow = (): string =>
  [
    'Để sửa văn bản đã phát hành, đề nghị ‹đồng chí› gõ một câu, ví dụ:',
    ...examples,
    'Hệ thống cho xem trước rồi mới sửa. Sửa nhiều chỗ thì nhờ quản trị viên nạp bản sửa đổi.',
  ].join('\n');

export const nothingToAmend = (): string => 'Hiện không có văn bản nào đang thực hiện để sửa.';
export const notAmended = (): string => 'Hệ thống chưa sửa gì.';
export const amendGone = (): string => 'Văn bản đã kết thúc, thu hồi hoặc đã được sửa; hệ thống chưa sửa gì.';
export const amendNotSure = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa sửa gì. Đề nghị ‹đồng chí› trả lời có hoặc không.';
export const amendWhichUnclear = (): string => 'Hệ thống chưa rõ văn bản nào; đề nghị ‹đồng chí› chọn trong danh sách.';

export const amendWhich = (directives: readonly ListedDirective[]): Saying => ({
  text: '‹Đồng chí› sửa văn bản nào?',
  choices: [
    ...directives
      .slice(0, 8)
      .map((d) => ({ id: `d:${d.id}`, label: `${numberOf(d.number)} – ${d.subject}`.slice(0, 60) })),
    { id: 'cancel', label: 'Không' },
  ],
});

/** What is about to change, and who is told. */
export const amendPreview = ({ directive, reason, units, changes, names, daysOff }: Plan): Saying => {
  const lines = changes.flatMap((change) => changeLines(change, names));
  return {
    text: [
      `Sửa ${directiveName(directive)} V/v ${directive.subject}:`,
      ...lines.slice(0, mostChanges),
      ...(lines.length > mostChanges ? [`và ${count(lines.length - mostChanges)} thay đổi khác.`] : []),
      ...(reason === null ? [] : [`Lý do: ${asSentence(reason)}`]),
      ...dayOffLines(daysOff),
      `Hệ thống sẽ báo cho ${count(units.length)} đơn vị: ${namesOf(units, mostNamed)}. Sửa?`,
    ].join('\n'),
    choices: [
      { id: 'do', label: 'Sửa' },
      { id: 'cancel', label: 'Không' },
    ],
  };
};

export const amendDone = ({ directive, units }: Plan): string =>
  `Đã sửa ${directiveName(directive)}; ${count(units.length)} đơn vị liên quan được báo nội dung sửa đổi. Số liệu đã báo cáo vẫn được tính.`;

const targets: Record<EditTarget['of'], string> = { section: 'mục', task: 'nhiệm vụ', duty: 'báo cáo' };

/** Why nothing is changed, and what to say instead. */
export function amendRefused(refusal: Refusal): string {
  switch (refusal.why) {
    case 'no-target':
      return `Văn bản không có ${targets[refusal.of]} như vậy; các ${targets[refusal.of]}: ${refusal.there.join(', ') || 'không có'}.`;
    case 'several-targets':
      return [
        `Có nhiều ${targets[refusal.of]}, đề nghị ‹đồng chí› ghi rõ số:`,
        ...refusal.there.map(({ number, text }) => `- ${targets[refusal.of]} ${number}: ${firstWords(text, 10)}`),
      ].join('\n');
    case 'day-unclear':
      return 'Hệ thống chưa đọc được hạn mới; ví dụ: 17h00 ngày 15/9, trước ngày 15/9, hằng tuần trước 16h00 thứ Năm.';
    case 'day-past':
      return 'Hạn mới đã qua; đề nghị nêu ngày khác.';
    case 'recurs-not':
      return 'Chỉ hạn báo cáo mới lặp lại được; hạn của nhiệm vụ là một ngày, ví dụ 17h00 ngày 15/9.';
    case 'unit-unknown':
      return `Không có đơn vị "${refusal.said.slice(0, 60)}" trong danh sách; đề nghị gõ lại tên hoặc mã đơn vị.`;
    case 'units-several':
      return `"${refusal.said.slice(0, 60)}" có thể là ${refusal.names.slice(0, 5).join('; ')}; đề nghị gõ đủ tên.`;
    case 'as-before':
      return 'Văn bản đã như vậy từ trước, hệ thống không sửa gì.';
    case 'wrong-draft':
      return `Sửa như vậy thì văn bản không đúng nữa, hệ thống chưa sửa gì:\n${refusal.problems.map((problem) => `- ${draftProblem(problem)}`).join('\n')}`;
  }
}
