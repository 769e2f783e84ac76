import type { DraftProblem, DraftWarning } from '../../core/directives/draft-check.ts';
import { moment } from './format.ts';

/** Everything that keeps a draft from being imported, one line each. */
export const draftRefused = (lines: readonly string[]): string =>
  `Văn bản chưa nhập được, đề nghị sửa:\n${lines.map((line) => `- ${line}`).join('\n')}`;

export const notYamlOrJson = (why: string): string => `Tệp không phải YAML hoặc JSON đúng cách: ${why}`;

export const draftTooLarge = (): string =>
  'Tệp quá dài hoặc lồng nhau quá nhiều tầng nên không phải văn bản đã rà soát; đề nghị kiểm tra lại tệp.';

/** Why a draft does not fit the roster or its own text, and where. */
export function draftProblem(problem: DraftProblem): string {
  const { path } = problem;
  switch (problem.type) {
    case 'unknown-unit':
      return `${path}: không có đơn vị mã "${problem.code}" trong danh sách; đề nghị nhập danh sách đơn vị trước`;
    case 'unknown-word':
      return `${path}: "${problem.word}" không ứng với đơn vị nào trong danh sách`;
    case 'nobody':
      return `${path}: không có đơn vị nào nhận`;
    case 'not-in-text':
      return `${path}: không thấy câu "${problem.quote}" trong phần text`;
    case 'not-the-span':
      return `${path}: khác với đoạn mà span chỉ đến trong phần text: "${problem.found.slice(0, 120)}"`;
    case 'no-round':
      return `${path}: không có ngày nào đến hạn`;
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
  }
}
