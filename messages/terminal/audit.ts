/** What `audit verify` says. */

import { pinOf } from '../words/chain-head.ts';
import { count } from '../words/format.ts';
import { archiveFileFault, keptFault, partLine } from './archive.ts';

/**
 * A fault as it is told. `seq` where it is about records, `file` where they are in one that was given, `fact` ("report:12") where it
 * is about a row.
 */
export type ToldFault = {
  seq?: number;
  until?: number;
  with?: number;
  fact?: string;
  file?: string;
  what: string;
};

/** What a fault is about. */
type About = 'chain' | 'head' | 'fact' | 'printed-head' | 'key' | 'archive' | 'archive-file';

const facts: Record<string, string> = {
  directive: 'văn bản phát hành',
  request: 'tin gửi',
  acknowledgement: 'xác nhận đã nhận của phần giao',
  report: 'lần gửi số liệu',
  'signed-paper': 'báo cáo đã ký',
  'task-progress': 'tiến độ nhiệm vụ',
  'directive-change': 'việc đã làm với văn bản',
  scan: 'bản chụp báo cáo đã ký',
  role: 'vai trò',
  'revoked-link': 'liên kết đã thu hồi',
  'revoked-links': 'lần thu hồi mọi liên kết của văn bản',
  'command-run': 'lệnh đã chạy',
  obligation: 'phần phải báo cáo',
};

const seqs = ({ seq = 0, until }: ToldFault): string => (until === undefined ? `${seq}` : `${seq}–${until}`);

/** "lần gửi số liệu 12": the kind of a fact and the id of its row. */
const factName = (fact: string): string => {
  const [kind = '', id = ''] = fact.split(':');
  return `${facts[kind] ?? kind} ${id}`;
};

/** A fault in one sentence. */
export function auditFault(about: About, fault: ToldFault): string {
  switch (about) {
    case 'head':
      return fault.what === 'removed'
        ? 'Dòng ghi điểm cuối của sổ nhật ký không còn.'
        : 'Dòng ghi điểm cuối của sổ nhật ký không khớp với bản ghi cuối cùng.';
    case 'printed-head':
      return `Điểm cuối đã in (bản ghi ${seqs(fault)}) không nằm trên sổ nhật ký.`;
    case 'key':
      return `Các bản ghi đến số ${seqs(fault)} được niêm phong bằng SECRET_KEY khác; hãy kiểm tra với SECRET_KEY đã dùng khi ghi.`;
    case 'fact':
      return factFault(fault);
    case 'archive':
      return keptFault(fault);
    case 'archive-file':
      return archiveFileFault(fault) ?? `Tệp ${fault.file}: ${chainFault(fault)}`;
    case 'chain':
      return chainFault(fault);
  }
}

function chainFault(fault: ToldFault): string {
  switch (fault.what) {
    case 'removed':
      return `Bản ghi ${seqs(fault)} đã bị xóa.`;
    case 'inserted':
      return `Bản ghi ${seqs(fault)} được chèn thêm, không do hệ thống ghi.`;
    case 'swapped':
      return `Bản ghi ${seqs(fault)} đã bị đổi chỗ với bản ghi ${fault.with}.`;
    default:
      return `Bản ghi ${seqs(fault)} đã bị sửa.`;
  }
}

function factFault({ fact = '', what, seq }: ToldFault): string {
  switch (what) {
    case 'fact-without-record':
      return `Dữ liệu không có bản ghi trong sổ nhật ký: ${factName(fact)}.`;
    case 'record-without-fact':
      return `Dữ liệu đã ghi ở bản ghi ${seq} không còn: ${factName(fact)}.`;
    default:
      return seq === undefined
        ? `Dữ liệu không khớp với các lần gửi số liệu: ${factName(fact)}.`
        : `Dữ liệu khác với bản ghi ${seq}: ${factName(fact)}.`;
  }
}

/** Figures are plain decimals ("800.5"). */
export type FalseFigureFound = {
  directive: string;
  unit: string;
  round: string;
  indicator: string;
  stored: string;
  computed: string | null;
};

/** A stored figure that does not follow from the others. */
export const falseFigureFound = ({ directive, unit, round, indicator, stored, computed }: FalseFigureFound): string =>
  `Số tự tính không khớp: ${unit}, văn bản ${directive}${round === 'once' ? '' : `, kỳ ${round}`}, chỉ tiêu ${indicator}: đang lưu ${stored}, ${
    computed === null ? 'không tính được từ các số đang lưu' : `tính từ các số đang lưu là ${computed}`
  }.`;

type Verified = {
  records: number;
  archived: Parameters<typeof partLine>[0][];
  head: { seq: number; hash: string; at: string | null } | null;
  begun: string | null;
  faults: { detail: string }[];
  areMore: boolean;
};

export const auditSentence = {
  otherKey:
    'Sổ nhật ký được niêm phong bằng SECRET_KEY khác với SECRET_KEY đang dùng, nên không kiểm tra được; đề nghị chạy lại với SECRET_KEY đã dùng khi ghi.',
  badExpect: 'Điểm cuối cần đối chiếu phải có dạng SỐ:MÃ như đã in, ví dụ 128:9f86d081884c7d65.',
  found: (faults: number, areMore: boolean): string =>
    `Sổ nhật ký có ${areMore ? 'hơn ' : ''}${count(faults)} sai lệch.`,
};

/** The outcome of a check, for a person at the terminal. */
export const auditPage = ({ records, archived, head, begun, faults }: Verified): string =>
  [
    `Sổ nhật ký: ${records === 0 ? 'chưa có bản ghi nào' : `${count(records)} bản ghi${archived.length > 0 ? ' trong cơ sở dữ liệu' : ''}`}${begun ? `, bắt đầu ${begun}` : ''}${head ? `; điểm cuối ${pinOf(head)}${head.at ? ` (${head.at})` : ''}` : ''}.`,
    ...archived.map(partLine),
    faults.length === 0 ? 'Không phát hiện sai lệch.' : 'Các sai lệch:',
    ...faults.map(({ detail }) => `- ${detail}`),
  ].join('\n');
