/** The name of whoever answers for a unit, where the platform did not tell one. */
import { namelessWebPerson } from '../../words/people.ts';

/** Whether a name is none: what stands for it where a browser gave none, or no letter at all. */
export const isNameless = (name: string): boolean => name === namelessWebPerson || !/\p{L}/u.test(name);

export const askName = (): string =>
  'Trước khi ghi nhận, đề nghị ‹đồng chí› cho biết họ tên và chức danh, ví dụ: Nguyễn Văn A, Chủ tịch UBND xã. Họ tên của ‹đồng chí› là gì?';

export const nameUnclear = (): string => 'Hệ thống chưa đọc được họ tên, đề nghị nhập lại đầy đủ họ và tên.';

export const namingCancelled = (): string => 'Hệ thống chưa ghi nhận gì. Gõ /nhiemvu hoặc /baocao để làm lại.';
