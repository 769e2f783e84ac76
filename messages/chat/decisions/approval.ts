/** What staff put before who leads the office, and what is decided. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { IssuePreview } from '../../../core/conversation/preview.ts';
import type { ApprovalRequest, IssuingRule } from '../../../core/directives/approval.ts';
import type { HeldRole } from '../../../core/roster/person.ts';
import { count, dayOffLines, firstWords, moment, personNamed } from '../../words/format.ts';
import { directiveName, numberOf } from '../directive.ts';

type Named = { number: string; date: string | null };

/** To staff: it was put forward. */
export const putForwardTo = (number: string): string =>
  `Đã trình văn bản số ${numberOf(number)} để phê duyệt. Khi được phê duyệt, hệ thống phát hành và báo ‹đồng chí›. Nếu chưa có lãnh đạo nhận tin qua hệ thống, đề nghị quản trị viên cấp mã mời lãnh đạo.`;

/** The document as it is to be issued. */
const asIssued = ({ directive, terms }: ApprovalRequest): Named => terms.numbered ?? directive;

const choicesOf = ({ id }: ApprovalRequest) => [
  { id: `/pheduyet ${id}`, label: 'Phê duyệt' },
  { id: `/khongduyet ${id}`, label: 'Không duyệt' },
];

/** To who approves: what is to be issued, to how many, until when. */
export const approvalAsked = (request: ApprovalRequest, preview: IssuePreview | undefined): Saying => ({
  text: [
    `${personNamed(request.by)} trình phê duyệt phát hành ${directiveName(asIssued(request))}: ${request.directive.subject}.`,
    ...(preview
      ? [
          `Giao nhiệm vụ cho ${count(preview.units)} đơn vị; phải báo cáo: ${count(preview.reporting)} đơn vị${preview.due ? `, hạn ${moment(preview.due)}` : ''}.`,
          ...dayOffLines(preview.daysOff ?? []),
        ]
      : []),
    ...(request.terms.unnumbered ? [`Gửi trước khi có số: ${request.terms.unnumbered}.`] : []),
    'Phê duyệt?',
  ].join('\n'),
  choices: choicesOf(request),
});

export const approvalList = (requests: readonly ApprovalRequest[]): Saying => ({
  text: [
    'Văn bản chờ phê duyệt:',
    ...requests.map(
      (r) => `- ${directiveName(asIssued(r))}: ${firstWords(r.directive.subject, 12)} (${personNamed(r.by)} trình)`,
    ),
  ].join('\n'),
  choices: requests
    .slice(0, 8)
    .map((r) => ({ id: `/pheduyet ${r.id}`, label: `Phê duyệt ${numberOf(asIssued(r).number)}`.slice(0, 60) })),
});

export const noApprovals = (): string => 'Không có văn bản nào chờ phê duyệt.';
export const approvalGone = (): string => 'Văn bản này đã được quyết định hoặc không còn chờ phê duyệt.';
export const onlyApprovers = (): string =>
  'Việc phê duyệt do lãnh đạo, hoặc người được lãnh đạo giao, thực hiện. ‹Đồng chí› gõ /phathanh để trình.';

/** To who approved; that it was issued, or why not, is told besides. */
export const approved = (request: ApprovalRequest): string =>
  `Đã phê duyệt ${directiveName(asIssued(request))}; hệ thống phát hành và báo chuyên viên. Gõ /tonghop để theo dõi.`;

/** To who put it forward. */
export const approvalTold = (directive: Named): Saying => ({
  text: `Lãnh đạo đã phê duyệt, hệ thống đã phát hành ${directiveName(directive)}. Gõ /tonghop để theo dõi.`,
});

export const approvalDeclined = (directive: Named, reason: string | null): Saying => ({
  text: `Lãnh đạo trả lại ${directiveName(directive)}, chưa phát hành.${reason ? ` Lý do: ${reason}.` : ''} Sửa xong, ‹đồng chí› gõ /phathanh để trình lại.`,
});

export const notIssuedAfterAll = (directive: Named): Saying => ({
  text: `${directiveName(directive).replace(/^v/, 'V')} đã được phê duyệt nhưng chưa phát hành được: văn bản cùng số, cùng ngày đã phát hành, hoặc chưa có số. Đề nghị chuyên viên kiểm tra và gõ /phathanh.`,
});

export const whyReturned = (request: ApprovalRequest): string =>
  `Vì sao trả lại? Đề nghị ‹đồng chí› gõ /khongduyet ${request.id} kèm lý do.`;
export const returned = (request: ApprovalRequest): string =>
  `Đã trả lại ${directiveName(asIssued(request))} và báo chuyên viên.`;

/** To a leader: how staff issue from now on. */
export const issuingSet = (rule: IssuingRule): string =>
  rule === 'approved'
    ? 'Từ nay văn bản của cơ quan chỉ phát hành sau khi lãnh đạo, hoặc người được lãnh đạo giao, phê duyệt. Để chuyên viên tự phát hành, ‹đồng chí› gõ /pheduyet tắt.'
    : 'Từ nay chuyên viên tự phát hành văn bản. Để phê duyệt trước khi phát hành, ‹đồng chí› gõ /pheduyet bật.';
export const onlyLeaders = (): string => 'Việc này do lãnh đạo cơ quan quyết định.';

const held = ({ person, unit }: HeldRole): string => `${personNamed(person.name)} – ${unit.name}`;

export const whoMayApprove = (staff: readonly (HeldRole & { mayApprove: boolean })[], may: boolean): Saying => {
  const shown = staff.filter((one) => one.mayApprove !== may).slice(0, 8);
  if (shown.length === 0)
    return { text: may ? 'Không có chuyên viên nào để giao.' : 'Chưa giao chuyên viên nào phê duyệt.' };
  return {
    text: may ? '‹Đồng chí› giao ai phê duyệt?' : '‹Đồng chí› thôi giao ai phê duyệt?',
    choices: shown.map((one) => ({
      id: `/${may ? 'giaoduyet' : 'thoigiaoduyet'} ${one.id}`,
      label: held(one).slice(0, 60),
    })),
  };
};

export const mayApproveNow = (one: HeldRole, may: boolean): string =>
  may
    ? `Từ nay ${held(one)} phê duyệt văn bản thay lãnh đạo. Để thôi giao, ‹đồng chí› gõ /thoigiaoduyet.`
    : `Từ nay ${held(one)} không phê duyệt văn bản nữa.`;
