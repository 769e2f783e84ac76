/** What a fault did, in numbers, and the judgement of them. */

/** How one play of a fault ended. */
export type Tally = {
  /** Accepted updates without effect, requests `sent` that the platform never accepted, receipts without a report. */
  lost: number;
  /** Requests that no message came of, with a recorded reason. */
  givenUp: number;
  /** Messages that the platform accepted beyond one a request. */
  extra: number;
  /** Doubts that the service itself lists: each time that a request was said again, and each of unknown outcome. */
  doubt: number;
  /** Confirmed figures that are not those that the person meant. */
  wrong: number;
  /** Seconds from the end of the fault until nothing was owed any more; undefined where that never came. */
  recovered: number | undefined;
  /** What else is wrong: a sentence each. */
  faults: string[];
  /** A digest of what every chat got; the same for one seed. */
  digest: string;
  /** The requests that were given up, and why: for whoever looks into it. */
  evidence: string[];
};

/** What a fault may do. `extra`: `listed` where each must be in the service's own list of doubts. */
export type Limits = { lost: number; givenUp: number; extra: number | 'listed'; wrong: number; recoverWithin: number };

/** What no fault may do, whatever it is: nothing lost, nothing given up, nothing doubled in silence. */
export const strict: Limits = { lost: 0, givenUp: 0, extra: 'listed', wrong: 0, recoverWithin: 30 };

/** Why a tally is not within the limits; empty where it is. */
export function judge(tally: Tally, limits: Limits): string[] {
  const { lost, givenUp, extra, doubt, wrong, recovered } = tally;
  const most = limits.extra === 'listed' ? doubt : limits.extra;
  const found: [boolean, string][] = [
    [lost > limits.lost, `${lost} lost`],
    [givenUp > limits.givenUp, `${givenUp} given up`],
    [extra > most, `${extra} extra, at most ${most}`],
    [wrong > limits.wrong, `${wrong} wrong figures`],
    [recovered === undefined, `not recovered within ${limits.recoverWithin} s`],
  ];
  return [...found.flatMap(([isWrong, why]) => (isWrong ? [why] : [])), ...tally.faults];
}
