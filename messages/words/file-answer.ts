/** Answers that are files, as chats and papers say them. */
import { fileIn, noFile } from '../../core/reports/file-answer.ts';

/** "có tệp", "không có", or the number of a paper. */
export function fileText(answer: string): string {
  if (answer === noFile) return 'không có';
  return fileIn(answer) === undefined ? answer : 'có tệp';
}

/** What proves that a task is done: "văn bản số 12/BC-UBND, có tệp"; empty where nothing does. */
export const proofText = (papers: readonly string[]): string => {
  const numbers = papers.filter((paper) => fileIn(paper) === undefined);
  return [
    ...(numbers.length > 0 ? [`văn bản số ${numbers.join(', ')}`] : []),
    ...(numbers.length < papers.length ? ['có tệp'] : []),
  ].join(', ');
};

/** The same for programs, with the number of the file. */
export function fileName(answer: string): string {
  const number = fileIn(answer);
  return number === undefined ? fileText(answer) : `tệp số ${number}`;
}
