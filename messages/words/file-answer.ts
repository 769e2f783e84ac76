/** Answers that are files, as chats and papers say them. */
import { fileIn, noFile } from '../../core/reports/file-answer.ts';

/** "có tệp", "không có", or the number of a paper. */
export function fileText(answer: string): string {
  if (answer === noFile) return 'không có';
  return fileIn(answer) === undefined ? answer : 'có tệp';
}

/** The same for programs, with the number of the file. */
export function fileName(answer: string): string {
  const number = fileIn(answer);
  return number === undefined ? fileText(answer) : `tệp số ${number}`;
}
