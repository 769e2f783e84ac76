/** Words by which people speak of tasks, to know what must be read before a text is understood. Folded: small letters, no marks. */
import { fold } from '../text.ts';
import { doubtfulStates, sureState } from './progress-words.ts';

const aboutTasks =
  /\b(?:muc|nd|noi dung|phan|nv|nhiem vu|viec|diem|khoan|xong|hoan thanh|hoan tat|trien khai|thuc hien|vuong|tien do|dang lam|chua lam|con lai|tat ca|lam het)\b/;

/** Whether a text may say how tasks stand. True of more than really does; never of figures alone. */
export const mayTellProgress = (text: string): boolean => aboutTasks.test(fold(text));

const mostCharacters = 1000;

/** The text with its doubtful states read as done; undefined where it has none. */
export function withoutDoubt(text: string): string | undefined {
  if (text.length > mostCharacters) return undefined;
  const sure = text.normalize('NFC').replace(doubtfulStates, ` ${sureState}`);
  return sure === text.normalize('NFC') ? undefined : sure.trim();
}
