/** Telephone numbers that an account has given as its owner's, since the first of them (machine time). */
export type PhoneTries = { count: number; from: Date | null };

/** So many numbers may be typed within a day of machine time: a slip or two, and not a search. */
const mostTries = 5;
const periodMs = 86_400_000;

/** The tries that still count at `machineNow`. */
const counted = ({ count, from }: PhoneTries, machineNow: Date): PhoneTries =>
  from !== null && machineNow.getTime() - from.getTime() < periodMs ? { count, from } : { count: 0, from: null };

/** Whether one more number would be too many. */
export const areTriesUsedUp = (tries: PhoneTries, machineNow: Date): boolean =>
  counted(tries, machineNow).count >= mostTries;

/** The tries with one more. */
export function withOneTry(tries: PhoneTries, machineNow: Date): { count: number; from: Date } {
  const { count, from } = counted(tries, machineNow);
  return { count: count + 1, from: from ?? machineNow };
}
