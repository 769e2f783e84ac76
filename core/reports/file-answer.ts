/** Answers that are files: the number under which what was sent is kept, where it is not a paper's number or that there is none. */

export const fileMark = (attachment: number): string => `#${attachment}`;

/** The number of the file; undefined where the answer is none. */
export function fileIn(answer: string): number | undefined {
  const [, number] = /^#(\d+)$/.exec(answer) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** It was said that there is none to send. */
export const noFile = 'none';
