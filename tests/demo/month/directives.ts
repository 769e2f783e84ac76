/** The three directives of the month: one that is asked once, one that the education office consolidates, one of every week. */
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { educationCode, issuerCode, type MonthUnit } from './district.ts';
import type { Story } from './story.ts';

type Draft = Record<string, unknown> & Pick<DirectiveDraft, 'number'>;
export type MonthDirective = {
  name: 'once' | 'consolidated' | 'weekly';
  draft: Draft;
  asks(unit: MonthUnit): boolean;
};

const everybody = { kinds: [] as string[], tags: [], codes: [] as string[], childrenOf: [], except: [] };
const count = (key: string, label: string) => ({ key, label, kind: 'count' as const });

/** The indicator that the amendment adds in the middle of the month. */
export const addedIndicator = count('thu-hoi', 'Số thẻ thu hồi');
export const addedSentence = 'Bổ sung nội dung báo cáo: số thẻ thu hồi.';

const task = 'Rà soát, cấp thẻ cho cán bộ của đơn vị.';

const draftOf = (
  number: string,
  date: string,
  subject: string,
  { kinds, codes = [], quote, ...duty }: { kinds: string[]; codes?: string[]; quote: string } & Record<string, unknown>,
): Draft => {
  const text = `${task}\nCác đơn vị báo cáo ${quote}.`;
  return {
    type: 'công văn',
    number,
    date,
    subject,
    issuer: issuerCode,
    text,
    tasks: [{ key: 't1', section: '1', text: task, span: [0, task.length], audience: { ...everybody, kinds, codes } }],
    duties: [
      { key: 'bao-cao', title: subject, audience: { ...everybody, kinds, codes }, reportTo: issuerCode, ...duty },
    ],
  };
};

const dayWords = (date: string): string =>
  `trước ngày ${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;

const beforeDay = (date: string) => {
  const quote = dayWords(date);
  return { quote, deadline: { rule: 'before-day', date, quote } };
};

export const directivesOf = ({ before }: Pick<Story, 'before'>): readonly MonthDirective[] => [
  {
    name: 'once',
    asks: () => true,
    draft: {
      ...draftOf('101/UBND-NV', '2025-04-01', 'rà soát thẻ công chức', {
        kinds: ['commune', 'office', 'school'],
        ...beforeDay(before.once),
        denominator: { key: 'cbccvc', label: 'Số CBCCVC', fromRoster: true },
        indicators: [count('da-cap', 'Số thẻ đã cấp'), count('mat', 'Số thẻ mất')],
        noteLabel: 'Khó khăn, kiến nghị',
      }),
      progress: [{ section: '1' }],
    },
  },
  {
    name: 'consolidated',
    asks: ({ kind, code }) => kind === 'school' || code === educationCode,
    draft: draftOf('102/UBND-GDĐT', '2025-04-01', 'cơ sở vật chất trường học', {
      kinds: ['school'],
      codes: [educationCode],
      ...beforeDay(before.consolidated),
      consolidations: [{ by: educationCode, audience: { ...everybody, kinds: ['school'] }, earlier: 'P2D' }],
      indicators: [count('phong-hoc', 'Phòng học kiên cố'), count('may-tinh', 'Máy tính')],
    }),
  },
  {
    name: 'weekly',
    asks: ({ kind }) => kind === 'commune',
    draft: draftOf('103/UBND-NN', '2025-04-01', 'tình hình dịch bệnh trên vật nuôi', {
      kinds: ['commune'],
      quote: 'hằng tuần trước 16h00 thứ Năm',
      deadline: { rule: 'recurring', quote: 'hằng tuần trước 16h00 thứ Năm' },
      indicators: [count('o-dich', 'Ổ dịch'), count('tieu-huy', 'Vật nuôi tiêu hủy')],
    }),
  },
];

/** Each asks for figures that no other asks for. */
export function directiveAsking(labels: readonly string[]): MonthDirective['name'] {
  if (labels.includes('Ổ dịch')) return 'weekly';
  return labels.includes('Máy tính') ? 'consolidated' : 'once';
}
