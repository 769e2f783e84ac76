/** What the people of a unit read when a directive is amended. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import type { AmendedPiece, UnitAmendment } from '../../../core/directives/life/amend.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { asSentence, firstWords, moment } from '../../words/format.ts';
import { directiveTitle, reportChoice } from '../directive.ts';

const taskWords = { new: 'Thêm nhiệm vụ', changed: 'Nhiệm vụ nay là', dropped: 'Bỏ nhiệm vụ' } as const;
const dutyWords = { new: 'Thêm báo cáo', dropped: 'Không phải báo cáo nữa' } as const;

/** One change in lines of its own. */
export function changeLines(change: AmendedPiece, names: ReadonlyMap<string, string>): string[] {
  switch (change.type) {
    case 'subject':
      return [`- Trích yếu nay là: ${change.subject}`];
    case 'task':
      return [`- ${taskWords[change.is]} (mục ${change.section}): ${change.text}`];
    case 'task-deadline': {
      const of = `"${firstWords(change.text, 8)}" (mục ${change.section})`;
      if (change.due === null) return [`- Hạn của nhiệm vụ ${of}: không còn hạn riêng`];
      const before = change.before ? `; hạn trước: ${moment(change.before)}` : '';
      return [`- Hạn của nhiệm vụ ${of}: ${moment(change.due)} (văn bản ghi: "${change.quote}"${before})`];
    }
    case 'duty':
      return [`- ${dutyWords[change.is]}: ${change.title}`];
    case 'deadline': {
      const before = change.before ? `; hạn trước: ${moment(change.before)}` : '';
      return [`- Hạn báo cáo: ${moment(change.due)} (văn bản ghi: "${change.quote}"${before})`];
    }
    case 'report-to':
      return [`- Báo cáo nay gửi: ${names.get(change.to) ?? change.to}`];
    case 'asked':
      return [
        ...(change.added.length > 0 ? [`- Thêm nội dung báo cáo: ${change.added.join(', ')}`] : []),
        ...(change.dropped.length > 0 ? [`- Bỏ nội dung báo cáo: ${change.dropped.join(', ')}`] : []),
        ...change.renamed.map(({ from, to }) => `- Nội dung "${from}" nay là "${to}"`),
      ];
  }
}

type Told = {
  directive: DirectiveRef;
  unit: UnitRef;
  amendment: UnitAmendment;
  /** Null where none was given. */
  reason: string | null;
  /** The names of units, by their codes. */
  names: ReadonlyMap<string, string>;
  /** What the unit owes now. */
  debt: ObligationFact | undefined;
};

/** What changed for one unit, and what of its report stays. */
export function amendmentTold({ directive, unit, amendment, reason, names, debt }: Told): Saying {
  const isAskedAnew = amendment.changes.some((change) => change.type === 'asked' && change.added.length > 0);
  const stays =
    debt?.current && isAskedAnew
      ? ['Số liệu đã báo cáo về các nội dung khác vẫn được tính; đề nghị ‹đồng chí› bổ sung nội dung mới.']
      : [];
  return {
    text: [
      `SỬA ĐỔI: ${directiveTitle(directive)} V/v ${directive.subject}`,
      amendment.isDropped ? `${unit.name} không còn thuộc diện thực hiện văn bản này:` : `Đối với ${unit.name}:`,
      ...amendment.changes.flatMap((change) => changeLines(change, names)),
      ...(reason === null ? [] : [`Lý do: ${asSentence(reason)}`]),
      ...stays,
      ...(amendment.isDropped ? [] : ['Các nội dung khác giữ nguyên. Gõ /nhiemvu để xem toàn bộ.']),
    ].join('\n'),
    ...(debt && { choices: [reportChoice(debt.id)] }),
  };
}
