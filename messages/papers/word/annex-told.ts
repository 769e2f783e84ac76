/** The part of the proof on who was told: tasks, acknowledgements, and all else that was sent. */
import type { AnnexModel, DeliveryLine, ToldLine } from '../../../core/figures/papers.ts';
import { deliveryKind, outcomeOf, reachedBy, sentBy } from '../../words/deliveries.ts';
import { standing } from '../../words/figures.ts';
import { tableMoment } from '../../words/format.ts';
import { landscapeWidth, size } from './layout.ts';
import type { Block } from './paper.ts';
import { gap, paragraph } from './parts.ts';
import { type Column, type Line, table } from './table.ts';

/** A table of the proof: dense, and as wide as the sheet. */
export const wide = (columns: Column[], lines: Line[]): Block[] => [
  table(columns, lines, landscapeWidth, { letters: size.denseTable }),
  gap(),
];
export const middle = { align: 'center' } as const;

/** In place of a table without rows. */
export const none = (sentence: string): Block[] => [paragraph(sentence)];

/** By the codes of units: the message that brought each its tasks at the first try, in one piece. */
export function firstTold({ deliveries }: AnnexModel): Map<string, DeliveryLine> {
  const told = new Map<string, DeliveryLine>();
  for (const line of deliveries) {
    const { unit, kind, sending } = line;
    const isPlain = kind === 'tasks' && sending?.state === 'sent' && sending.parts === 1 && sending.attempt === 1;
    if (unit && isPlain && !told.has(unit.code)) told.set(unit.code, line);
  }
  return told;
}

/** What else was sent, when, by which channel and with which receipt. */
export function deliveries({ deliveries: all }: AnnexModel, told: ReadonlyMap<string, DeliveryLine>): Block[] {
  const shown = new Set(told.values());
  const lines = all.filter((line) => !shown.has(line));
  if (lines.length === 0) return none('Không có tin nào khác theo văn bản này.');
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Thời điểm', width: 13, ...middle },
      { title: 'Loại tin', width: 13 },
      { title: 'Về đơn vị', width: 18.5 },
      { title: 'Người, nhóm nhận', width: 14 },
      { title: 'Kênh', width: 17 },
      { title: 'Kết quả gửi', width: 32.5 },
    ],
    lines.map((line, index) => ({
      cells: [
        String(index + 1),
        tableMoment(line.writtenAt),
        deliveryKind(line.kind),
        line.unit?.name ?? '–',
        line.recipient,
        sentBy(line),
        outcomeOf(line, tableMoment),
      ],
    })),
  );
}

/** When, by which message, and who where it was another than the one whom the tasks reached. */
function acknowledgementOf({ acknowledged }: ToldLine, recipient: string | undefined): string {
  if (!acknowledged) return '–';
  const { by, at, message } = acknowledged;
  const who = by === recipient ? '' : `${by ?? 'Người không lưu tên'}, `;
  return `${who}${tableMoment(at)}${message === null ? '' : ` (${message})`}`;
}

/** Whom the tasks reached and when, who acknowledged them and by which message, and who reported. */
export function acknowledgements(
  { units, told, round }: AnnexModel,
  tasksOf: ReadonlyMap<string, DeliveryLine>,
): Block[] {
  const lines = [
    ...units.map((line) => ({
      ...line,
      reported: line.firstReportedAt ? tableMoment(line.firstReportedAt) : '–',
      state: standing(line, round),
    })),
    ...told.map((line) => ({ ...line, reported: '–', state: 'Không phải báo cáo' })),
  ];
  return wide(
    [
      { title: 'TT', width: 4, ...middle },
      { title: 'Đơn vị', width: 27 },
      { title: 'Người nhận nhiệm vụ', width: 25 },
      { title: 'Đã chuyển văn bản', width: 13.5, ...middle },
      { title: 'Xác nhận đã nhận (số trong sổ nhận)', width: 19, ...middle },
      { title: 'Báo cáo lần đầu', width: 13.5, ...middle },
      { title: 'Tình trạng', width: 10, ...middle },
    ],
    lines.map((line, index) => {
      const told = tasksOf.get(line.unit.code);
      return {
        cells: [
          String(index + 1),
          line.unit.name,
          told ? reachedBy(told) : '–',
          line.deliveredAt ? tableMoment(line.deliveredAt) : '–',
          acknowledgementOf(line, told?.recipient),
          line.reported,
          line.state,
        ],
      };
    }),
  );
}
