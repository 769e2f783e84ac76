import type { DeadlineDoubt } from '../../core/directives/deadline-words.ts';
import type { DraftProblem, DraftWarning } from '../../core/directives/draft-check.ts';
import type { ExpressionFault } from '../../core/expressions/expression.ts';
import { count, dayOffSaid, isoDay, moment, namesOf, weekdayNamed } from './format.ts';

/** Everything that keeps a draft from being imported, one line each. */
export const draftRefused = (lines: readonly string[]): string =>
  `Văn bản chưa nhập được, đề nghị sửa:\n${lines.map((line) => `- ${line}`).join('\n')}`;

/** What keeps a file from being read at all, one line each. */
export const notYamlOrJson = (lines: readonly string[]): string =>
  `Tệp không phải YAML hoặc JSON đúng cách, đề nghị sửa:\n${lines.map((line) => `- ${line}`).join('\n')}`;

const yamlFaults: Readonly<Record<string, string>> = {
  'smart-quotes': 'dấu ngoặc kép kiểu chữ in (‘ ’ “ ”) bao quanh giá trị; đề nghị thay bằng dấu nháy thẳng (\' hoặc ")',
  DUPLICATE_KEY: 'mục này bị ghi hai lần; đề nghị giữ một',
  TAB_AS_INDENT: 'thụt đầu dòng bằng phím Tab; đề nghị thay bằng dấu cách',
  BAD_INDENT: 'thụt đầu dòng không thẳng với các mục cùng cấp',
  MISSING_CHAR: 'thiếu dấu đóng (ngoặc, nháy) hoặc dấu hai chấm',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau tên mục, hoặc giá trị cần đặt trong dấu nháy',
  BLOCK_AS_IMPLICIT_KEY: 'giá trị có dấu hai chấm; đề nghị đặt cả giá trị trong dấu nháy',
  MULTIPLE_DOCS: 'tệp có nhiều văn bản (dòng ---); mỗi tệp một văn bản',
  BAD_ALIAS: 'dấu * ở đầu giá trị; đề nghị đặt giá trị trong dấu nháy',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự đặc biệt; đề nghị đặt trong dấu nháy',
  BAD_DQ_ESCAPE: 'dấu \\ trong dấu nháy kép; đề nghị dùng dấu nháy đơn',
  UNEXPECTED_TOKEN: 'có ký tự không đúng chỗ; giá trị có ký tự đặc biệt cần đặt trong dấu nháy',
};

/** What the reader of YAML and JSON found wrong, and where. */
export const yamlFault = ({
  line,
  column,
  code,
  found,
}: {
  line: number;
  column: number;
  code: string;
  found: string;
}): string =>
  `dòng ${line}, cột ${column}: ${yamlFaults[code] ?? `không đúng cách viết YAML (${code})`}${found.trim() ? `, gần "${found.trim()}"` : ''}`;

/** What is wrong with one field: its type, the values that it may have, fields that nobody knows; else `why`, a sentence. */
export type FieldFault = {
  why: string;
  expected?: string | undefined;
  allowed?: readonly string[] | undefined;
  unknown?: readonly string[] | undefined;
  found: unknown;
};

/** What the form of a draft does not allow, where, and what to write instead. */
export function draftFault({ line, path, ...fault }: FieldFault & { line: number; path: string }): string {
  const said = fieldFault(fault);
  return path === '' ? `${said} (dòng ${line})` : `${path}: ${said} (dòng ${line})`;
}

function fieldFault({ why, expected, allowed, unknown, found }: FieldFault): string {
  if (unknown) return `không có mục nào tên ${unknown.map((name) => `"${name}"`).join(', ')}; đề nghị xem lại tên mục`;
  if (found === undefined && (expected || allowed)) return 'thiếu mục này, đề nghị ghi thêm';
  if (allowed) return `chỉ nhận một trong các giá trị: ${allowed.join(', ')}`;
  const isBare = typeof found === 'number' || typeof found === 'boolean' || found instanceof Date;
  if (expected === 'string' && isBare)
    return `đề nghị đặt giá trị trong dấu nháy, viết đủ như trong văn bản (số 0 ở đầu cũng ghi), ví dụ '${String(found)}'`;
  return expected === undefined ? why : (expectations[expected] ?? why);
}

const expectations: Readonly<Record<string, string>> = {
  string: 'cần một đoạn chữ',
  boolean: 'đề nghị ghi true hoặc false',
  array: 'cần một danh sách trong ngoặc vuông, ví dụ [school]',
  object: 'cần các mục con, mỗi mục một dòng thụt vào',
  number: 'cần một con số',
  int: 'cần một số nguyên',
  tuple: 'cần hai số trong ngoặc vuông, ví dụ [16, 46]',
};

export const draftTooLarge = (): string =>
  'Tệp quá dài hoặc lồng nhau quá nhiều tầng nên không phải văn bản đã rà soát; đề nghị kiểm tra lại tệp.';

const meantOr = (meant: string | undefined, otherwise: string): string =>
  meant === undefined ? otherwise : `có phải "${meant}"?`;

/** Why a draft does not fit the roster or its own text, and where. */
export function draftProblem(problem: DraftProblem): string {
  const { path } = problem;
  switch (problem.type) {
    case 'unknown-unit':
      return `${path}: không có đơn vị mã "${problem.code}" trong danh sách; ${meantOr(problem.meant, 'đề nghị nhập danh sách đơn vị trước')}`;
    case 'unknown-word':
      return `${path}: "${problem.word}" không ứng với đơn vị nào trong danh sách; ${meantOr(problem.meant, 'đề nghị xem lại các loại, mã bằng units list')}`;
    case 'nobody':
      return `${path}: không có đơn vị nào nhận`;
    case 'not-in-text':
      return `${path}: không thấy câu "${problem.quote}" trong phần text`;
    case 'not-the-span':
      return `${path}: khác với đoạn mà span chỉ đến trong phần text: "${problem.found.slice(0, 120)}"`;
    case 'no-round':
      return `${path}: không có ngày nào đến hạn`;
    case 'circle':
      return `${path}: đơn vị mã "${problem.code}" vừa tổng hợp vừa báo cáo vòng lại chính mình; đề nghị bỏ một chiều`;
    case 'bad-expression':
      return `${path}: "${problem.text}" chưa đúng: ${expressionFault(problem.fault, problem.keys)}`;
    case 'wrong-formula':
      return problem.isShare
        ? `${path}: phép chia chỉ dùng cho chỉ tiêu kiểu percent`
        : `${path}: chỉ tiêu kiểu percent cần công thức là một phép chia, ví dụ da-cai / tong; chỉ tiêu khác cần phép cộng, trừ, nhân`;
    case 'bad-denominator':
      return `${path}: phải là mã của một chỉ tiêu khác kiểu count, measure hoặc money trong cùng nghĩa vụ báo cáo`;
    case 'bad-breakdown':
      return `${path}: chỉ chỉ tiêu kiểu count, measure, money và không có công thức mới chia được thành phần`;
  }
}

/** What is wrong with a formula or a rule, and what to write. */
function expressionFault(fault: ExpressionFault, keys: readonly string[]): string {
  switch (fault.type) {
    case 'unknown-figure':
      return fault.parts.length > 1
        ? `không có mã "${fault.name}"; nếu là phép trừ, đề nghị viết dấu trừ có khoảng trắng hai bên: ${fault.parts.join(' - ')}`
        : `không có chỉ tiêu số mã "${fault.name}"; các mã dùng được: ${keys.join(', ')}`;
    case 'unexpected':
      return `có "${fault.found}" không đúng chỗ; dùng + - * / ( ) và các mã, số thập phân viết với dấu chấm`;
    case 'ends-early':
      return 'thiếu mã, số hoặc dấu đóng ngoặc';
    case 'share-within':
      return 'chỉ được một phép chia, giữa hai tổng: (a + b) / c';
    case 'no-comparison':
      return 'cần một phép so sánh: <=, >=, =, <, > hoặc !=';
  }
}

/** "Nhiệm vụ 2": a place of a draft, for who does not look at its file. */
const placeNamed = (path: string): string => {
  const [, list = '', at] = /^(tasks|duties|progress)\[(\d+)\]/.exec(path) ?? [];
  return `${listNames[list] ?? 'Nghĩa vụ báo cáo'} ${Number(at) + 1}`;
};
const listNames: Readonly<Record<string, string>> = { tasks: 'Nhiệm vụ', progress: 'Yêu cầu báo tiến độ' };

/** "10/12/2026", or "10/12" where the words name no year. */
const saidDay = (date: string): string => (date.length > 5 ? isoDay(date) : isoDay(`-${date}`).replace(/\/$/, ''));
const hourNamed = (time: string): string => time.replace(':', 'h');
const recurrenceParts = { every: 'chu kỳ', weekday: 'thứ', day: 'ngày', month: 'tháng', time: 'giờ' } as const;

/** In what a deadline differs from its words. */
function deadlineDoubt(doubt: DeadlineDoubt): string {
  switch (doubt.type) {
    case 'day':
      return `ghi ngày ${saidDay(doubt.said)}, bản nháp tính ngày ${isoDay(doubt.kept)}`;
    case 'hour':
      return doubt.kept === null
        ? `ghi ${hourNamed(doubt.said)}, bản nháp không có giờ (hạn là 17h00)`
        : `ghi ${hourNamed(doubt.said)}, bản nháp tính ${hourNamed(doubt.kept)}`;
    case 'weekday':
      return `ghi ${weekdayNamed(doubt.said)}, ngày của bản nháp là ${weekdayNamed(doubt.kept)}`;
    case 'day-itself':
      return doubt.counts
        ? 'ghi “trước ngày”, bản nháp (by-day) tính cả ngày đó'
        : 'tính cả ngày đó, bản nháp (before-day) không tính';
    case 'recurrence':
      return `ghi ${recurrenceParts[doubt.part]} khác với bản nháp`;
  }
}

/** Warnings for the person who imports. */
export function draftWarning(warning: DraftWarning): string {
  switch (warning.type) {
    case 'no-number':
      return 'Văn bản chưa có số.';
    case 'no-date':
      return 'Văn bản chưa có ngày.';
    case 'past-deadline':
      return `Hạn báo cáo của "${warning.duty}" đã qua (quá hạn từ ${moment(warning.overdueFrom)}).`;
    case 'deadline-words':
      return `${placeNamed(warning.path)}: câu hạn "${warning.quote}" ${deadlineDoubt(warning.doubt)}; đề nghị đối chiếu với văn bản.`;
    case 'day-off':
      return `${placeNamed(warning.path)}: ${dayOffSaid(warning.dayOff)}.`;
    case 'missed-twin':
      return `${placeNamed(warning.path)}: "${warning.word}" không gồm ${count(warning.codes.length)} đơn vị loại "${warning.near}" (${namesOf(warning.codes, 5)}); nếu là một loại, đề nghị sửa danh sách đơn vị rồi nhập lại.`;
    case 'same-document':
      return warning.isIssued
        ? `Văn bản cùng số, cùng ngày đã được phát hành (mã ${warning.id}); hệ thống sẽ không phát hành lần nữa.`
        : `Văn bản cùng số, cùng ngày đã có bản nháp khác (mã ${warning.id}); chỉ phát hành được một bản.`;
  }
}
