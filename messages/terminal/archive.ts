/** What `audit archive` says, and what `audit verify` says of its files. */
import { count, isoDay } from '../words/format.ts';

export const archiveSentence = {
  usage: 'Lệnh audit archive cần --before NGÀY (ví dụ 2026-01-31) và --out TỆP.',
  nothing: (day: string): string =>
    `Sổ nhật ký không có bản ghi nào trước ngày ${isoDay(day)} để chuyển; chưa ghi tệp nào.`,
  isElsewhere: (file: string): string =>
    `Không đưa được tệp tới nơi đã chọn; tệp đang nằm ở ${file}, đề nghị chuyển tệp tới nơi cất giữ.`,
  faulty:
    'Các bản ghi cần chuyển có sai lệch nên hệ thống chưa chuyển gì; đề nghị chạy audit verify để xem sai lệch trước.',
};

/** What was moved, for a person at the terminal. */
export const archivedPage = (moved: {
  from: number;
  to: number;
  records: number;
  sha256: string;
  file: string;
}): string =>
  [
    `Đã chuyển ${count(moved.records)} bản ghi (${moved.from}–${moved.to}) của sổ nhật ký ra tệp ${moved.file}.`,
    `SHA-256 của tệp: ${moved.sha256}.`,
    'Đề nghị cất giữ tệp và một bản sao ở nơi khác: nội dung các bản ghi này không còn trong cơ sở dữ liệu.',
  ].join('\n');

type Part = { from: number; to: number; sha256: string; isRead: boolean };

/** Where the records that were moved stand, one line a file. */
export const partLine = ({ from, to, sha256, isRead }: Part): string =>
  `${count(to - from + 1)} bản ghi (${from}–${to}) nằm trong tệp lưu trữ có SHA-256 ${sha256}${isRead ? ': đã đối chiếu tệp' : '; dùng --archive TỆP để đối chiếu tệp'}.`;

type FileFault = { file?: string; seq?: number; until?: number; with?: number; what: string };

/** What is wrong with a file that was given; undefined where it is about a record in it. */
export function archiveFileFault({ file = '', what, seq = 0, until }: FileFault): string | undefined {
  switch (what) {
    case 'unreadable':
      return `Không đọc được tệp ${file}.`;
    case 'no-archive':
      return `Tệp ${file} không phải tệp lưu trữ của sổ nhật ký.`;
    case 'unknown':
      return `Tệp ${file} ghi các bản ghi ${seq}–${until}, nhưng sổ nhật ký không có lần chuyển nào như vậy.`;
    case 'cut':
      return `Tệp ${file} bị thiếu hoặc bị hỏng nên không đọc được đến hết.`;
    case 'differs':
      return `Tệp ${file} không còn là tệp đã ghi khi chuyển các bản ghi ${seq}–${until}: mã SHA-256 khác.`;
    default:
      return undefined;
  }
}

/** What is kept in the database of moved records was tampered with. */
export const keptFault = ({ seq = 0, until, what }: FileFault): string =>
  what === 'inserted'
    ? `Phần còn giữ của bản ghi ${seq} được chèn thêm: bản ghi này chưa từng được chuyển ra tệp.`
    : `Phần còn giữ của các bản ghi ${seq}–${until} đã chuyển ra tệp bị sửa, bị xóa hoặc bị chèn thêm.`;
