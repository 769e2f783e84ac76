/** What the data notice says beyond who somebody is taken for: whose system it is, whom to ask, and how long words are kept. */

/**
 * `offices` are the names of those that are responsible. `contact` is whom to turn to, in the office's own words; null:
 * none is configured. `keptDays` is how long messages are kept; 0: as long as the records of the office.
 */
export type DataNotice = { offices: string[]; contact: string | null; keptDays: number };

/** How long messages to and from people are kept, by the two settings; 0 of either keeps for ever. */
export const keptDaysOf = ({ inbox, outbox }: { inbox: number; outbox: number }): number =>
  inbox === 0 || outbox === 0 ? 0 : Math.max(inbox, outbox);
