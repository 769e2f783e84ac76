/** What the command line says. */
import { isoDay, moment } from '../words/format.ts';
import { alignRows } from '../words/table.ts';

type UnitLine = { code: string; name: string; kind: string; parent: string | null; reports: boolean };
type InviteLine = {
  for: string;
  unit?: string;
  code: string;
  links: { telegram?: string; web?: string };
  expires: string;
};
type Shown = {
  id: number;
  state: string;
  number: string;
  subject: string;
  signer: string | null;
  original: { sha256: string } | null;
  tasks: { key: string; section: string; text: string; units: string[] }[];
  duties: {
    key: string;
    due: string | null;
    overdueFrom: string | null;
    quote: string;
    recurring: { until: string | null } | null;
    reportTo: string;
    indicators: { label: string; formula?: string; breakdown?: { label: string }[] }[];
    rules: { rule: string; message: string }[];
    units: string[];
    consolidations: Consolidated[];
  }[];
};

type Consolidated = { by: string; due: string | null; units: string[]; claimed: string[] };
const groupSteps: Record<string, string> = {
  none: 'không nhắc',
  count: 'chỉ nêu số đơn vị',
  names: 'nêu tên đơn vị',
  'names-when-late': 'nêu tên khi đã quá hạn',
};

export const commandSentence = {
  usage: (lines: readonly string[]): string =>
    `Cách dùng: npm run -s chidao -- <lệnh> [--json]\n\n${lines.map((line) => `  ${line}`).join('\n')}`,
  unknown: (name: string): string => `Không có lệnh "${name}"; chạy "npm run -s chidao -- --help" để xem các lệnh.`,
  badOption: (name: string, usage: string): string => `Tham số ${name} không dùng được ở đây. Cách dùng: ${usage}`,
  badArguments: (usage: string): string => `Lệnh thiếu hoặc thừa tham số. Cách dùng: ${usage}`,
  fileMissing: (file: string, why: string): string => `Không đọc được tệp ${file} (${why}).`,
  waiting: 'Một tiến trình khác đang dùng cơ sở dữ liệu; lệnh đang chờ đến lượt.',
  busy: 'Một tiến trình khác đang dùng cơ sở dữ liệu và chưa xong; đề nghị thử lại sau ít phút.',
  serviceLost: 'Hệ thống đang chạy đã ngắt kết nối trước khi trả lời; đề nghị kiểm tra rồi chạy lại lệnh.',
  unexpected: (why: string): string => `Lỗi ngoài dự kiến: ${why}`,
  simulatedInProduction: 'Hệ thống đang chạy thật, không nhận lệnh có SIMULATED_NOW.',

  sampleOnly: 'Lệnh init cần --sample: nạp danh sách đơn vị và văn bản mẫu.',
  sampleLoaded: (units: number, directive: number, isNew: boolean): string =>
    isNew
      ? `Đã nạp ${units} đơn vị mẫu và văn bản mẫu (mã ${directive}, bản nháp).`
      : `Dữ liệu mẫu đã có từ trước: ${units} đơn vị, văn bản mã ${directive}.`,
  otherRoster: 'Danh sách đơn vị đã có dữ liệu khác; dữ liệu mẫu chỉ nạp vào cơ sở dữ liệu trống.',

  badAnswers: 'Tệp phải là văn bản UTF-8, các cột cách nhau bằng dấu tab, dòng đầu có tên cột context và text.',
  unknownContext: (context: string): string =>
    `Không có ngữ cảnh "${context}"; đề nghị dùng count:N, measure:ĐƠN VỊ, money:ĐƠN VỊ, percent, progress:1..N, counts:NHÃN,NHÃN, confirm hoặc idle.`,

  nothingWritten: (errors: number): string => `Chưa ghi đơn vị nào: tệp có ${errors} lỗi, đề nghị sửa rồi nhập lại.`,
  noUnits: 'Chưa có đơn vị nào; đề nghị chạy "units import FILE" hoặc "init --sample".',

  whichInvite: 'Đề nghị chọn một: --unit MÃ, --all-units, --staff, --leader, --group hoặc --revoke MÃ.',
  unknownUnit: (code: string): string => `Không có đơn vị mã "${code}"; chạy "units list" để xem danh sách.`,
  notApproved: (id: number): string =>
    `Cơ quan yêu cầu lãnh đạo phê duyệt trước khi phát hành; văn bản ${id} chưa được phê duyệt. Chuyên viên gõ /phathanh trong trò chuyện để trình.`,
  whichIssuing: 'Tham số --issuing là alone (chuyên viên tự phát hành) hoặc approved (lãnh đạo phê duyệt trước).',
  whichStep:
    'Các bước nhắc: --delegate, --superior, --chairman là on hoặc off; --group là none, count, names hoặc names-when-late.',
  switchesOf: ({
    unit,
    issuing,
    ladder,
  }: {
    unit: string;
    issuing: string;
    ladder: { delegate: boolean; superior: boolean; group: string; chairman: boolean };
  }): string =>
    [
      `${unit}: ${issuing === 'approved' ? 'lãnh đạo phê duyệt trước khi phát hành' : 'chuyên viên tự phát hành'}.`,
      `Nhắc cán bộ đầu mối: ${ladder.delegate ? 'có' : 'không'}; nhắc đơn vị cấp trên khi đến hạn: ${ladder.superior ? 'có' : 'không'}; trong nhóm: ${groupSteps[ladder.group] ?? ladder.group}; gửi lãnh đạo danh sách khi hết lịch nhắc: ${ladder.chairman ? 'có' : 'không'}.`,
    ].join('\n'),
  whichIssuer: 'Chưa rõ đơn vị ban hành; đề nghị thêm --unit MÃ.',
  badDays: 'Số ngày (--days) phải là số nguyên từ 1 đến 365.',
  revoked: (count: number): string => `Đã thu hồi ${count} mã mời.`,
  nothingToRevoke: (what: string): string => `Không có mã mời nào còn hiệu lực ứng với "${what}".`,

  directiveIssued: (id: number, assignments: number, messages: number): string =>
    `Văn bản mã ${id}: đã phát hành tới ${assignments} đơn vị, ${messages} tin nhắn đang được gửi.`,
  issuedAsAnother: (id: number, issued: number): string =>
    `Văn bản mã ${id} cùng số, cùng ngày với văn bản mã ${issued} đã được phát hành nên hệ thống không phát hành lần nữa; đề nghị dùng văn bản mã ${issued}.`,
  unregistered: (id: number): string =>
    `Văn bản mã ${id} chưa có số hoặc ngày; đề nghị thêm --number và --date, hoặc --unnumbered LÝ_DO nếu phải gửi trước khi có số.`,
  directiveResent: (done: { id: number | null; resent: number; notNeeded: number; noWay: number }): string =>
    `${done.id === null ? 'Tin không thuộc văn bản nào' : `Văn bản mã ${done.id}`}: gửi lại ${done.resent} tin đã thôi gửi; ${done.notNeeded} tin không còn cần gửi; ${done.noWay} tin chưa có kênh để gửi${done.noWay > 0 && done.id !== null ? ` (xem call-sheet ${done.id})` : ''}.`,
  whichResent: 'Đề nghị nêu một: mã văn bản, hoặc --answers để gửi lại các tin trả lời không thuộc văn bản nào.',
  unknownLink: 'Đường liên kết không đúng hoặc đã hết hạn, không cần thu hồi.',
  linkRevoked: 'Đã thu hồi đường liên kết.',
  linksRevoked: (id: number): string =>
    `Đã thu hồi mọi đường liên kết đến nội dung của văn bản mã ${id} gửi đi đến lúc này. Đường liên kết gửi từ nay vẫn mở được.`,
  whichLink: 'Đề nghị nêu một: đường liên kết cần thu hồi, hoặc --directive MÃ để thu hồi mọi liên kết của văn bản.',
  nothingIssued: 'Chưa có văn bản nào được phát hành. Dùng directive issue ID để phát hành.',
  notIssued: (id: number): string =>
    `Văn bản mã ${id} chưa được phát hành hoặc không có. Dùng directive issue ${id} để phát hành.`,
  directiveId: 'Mã văn bản phải là số, ví dụ 1.',
  unknownDirective: (id: number): string => `Không có văn bản mã ${id}.`,
  directiveStored: (shown: {
    id: number;
    number: string;
    subject: string;
    units: number;
    tasks: number;
    duties: number;
    due: string | null;
  }): string =>
    [
      `Văn bản mã ${shown.id}: ${shown.number}, ${shown.subject}`,
      `${shown.tasks} nhiệm vụ, ${shown.duties} nghĩa vụ báo cáo, ${shown.units} đơn vị${shown.due ? `, hạn ${moment(new Date(shown.due))}` : ''}.`,
    ].join('\n'),
};

/** The units as a table. */
export const unitTable = (units: readonly UnitLine[]): string =>
  alignRows([
    ['MÃ', 'LOẠI', 'CẤP TRÊN', 'BÁO CÁO', 'TÊN'],
    ...units.map((unit) => [unit.code, unit.kind, unit.parent ?? '', unit.reports ? 'có' : 'không', unit.name]),
  ]);

/** Invites as a table. */
export const inviteTable = (invites: readonly InviteLine[]): string =>
  alignRows([
    ['CHO', 'ĐƠN VỊ', 'MÃ MỜI', 'HẾT HẠN', 'LIÊN KẾT'],
    ...invites.map((invite) => [
      invite.for,
      invite.unit ?? '',
      invite.code,
      invite.expires,
      [invite.links.telegram, invite.links.web].filter((link) => link !== undefined).join(' '),
    ]),
  ]);

const states: Record<string, string> = {
  draft: 'bản nháp',
  issued: 'đã phát hành',
  closed: 'đã kết thúc',
  recalled: 'đã thu hồi',
};

const instant = (iso: string | null): string => (iso === null ? '—' : moment(new Date(iso)));

const consolidationOf = ({ by, due, units, claimed }: Consolidated): string =>
  `\n  ${by} tổng hợp ${units.length} đơn vị, hạn của các đơn vị này ${instant(due)}: ${units.join(', ')}${claimed.length > 0 ? `\n  ${by} cũng nhận ${claimed.join(', ')}, nơi khác nêu trước nên không tính ở đây` : ''}`;

/** "định kỳ "trước ngày 20 hằng tháng" cho đến khi thu hồi, kỳ tới: ". */
const recurringOf = ({ state }: Shown, { recurring, quote }: Shown['duties'][number]): string => {
  if (!recurring) return '';
  const end =
    recurring.until === null ? 'cho đến khi kết thúc hoặc thu hồi' : `đến hết ngày ${isoDay(recurring.until)}`;
  return `định kỳ "${quote}" ${end}, ${state === 'closed' || state === 'recalled' ? 'nay không mở kỳ mới, kỳ cuối' : 'kỳ tới'}: `;
};

const figureOf = ({ label, formula, breakdown = [] }: Shown['duties'][number]['indicators'][number]): string => {
  const parts = breakdown.length > 0 ? ` (gồm ${breakdown.map((part) => part.label).join(', ')})` : '';
  return `${label}${parts}${formula === undefined ? '' : ` (hệ thống tính: ${formula})`}`;
};

const ruleOf = ({ rule, message }: { rule: string; message: string }): string => `\n  quy tắc ${rule}: ${message}`;

/** A directive for a person to check: every task with the units that get it. */
export const directivePage = (shown: Shown): string =>
  [
    `Văn bản mã ${shown.id} (${states[shown.state] ?? shown.state}): ${shown.number}, ${shown.subject}`,
    ...(shown.signer === null ? [] : [`Người ký: ${shown.signer}`]),
    ...(shown.original ? [`Bản ký: SHA-256 ${shown.original.sha256}`] : []),
    ...shown.tasks.map(
      (task) =>
        `\n[${task.key}] mục ${task.section}: ${task.text}\n  → ${task.units.length} đơn vị: ${task.units.join(', ')}`,
    ),
    ...shown.duties.map(
      (duty) =>
        `\n[${duty.key}] báo cáo về ${duty.reportTo}: ${duty.indicators.map(figureOf).join('; ')}${duty.rules.map(ruleOf).join('')}\n  ${recurringOf(shown, duty)}hạn ${instant(duty.due)}, quá hạn từ ${instant(duty.overdueFrom)}\n  → ${duty.units.length} đơn vị: ${duty.units.join(', ')}${duty.consolidations.map(consolidationOf).join('')}`,
    ),
  ].join('\n');

/** An answer as it was read, on one line. */
export const answerLine = (read: { context: string; text: string; kind: string; value: string }): string =>
  `${read.context}\t${read.text.replaceAll('\n', '\\n')}\t${read.kind}\t${read.value}`;
