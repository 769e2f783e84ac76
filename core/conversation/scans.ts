/** Signed reports, and pictures that may be some, as a turn sees them. */

/** Signed reports of a round: those that came, and the units that reported figures only. `links` open the scanned pages. */
export type SignedOverview = {
  received: { name: string; number: string | null; date: string | null; isCurrent: boolean; links: string[] }[];
  missing: string[];
  /** Units whose signed report came before their figures, which are still to come. */
  early: string[];
};

/** Pictures and documents that a person sent, and what waits for more. */
export type PicturesFact = {
  /** How many the person is asked about, but for those of the album that is coming in. */
  asked: number;
  /** The same with those of the album, and with what has just come. */
  all: number;
  /** How many of the files that the person sent today were taken. */
  taken: number;
  /**
   * The newest word on the signed report of each obligation that the turn knows, newest first. `isEarly`: no figures are in.
   */
  papers: { obligation: number; number: string | null; isEarly: boolean }[];
};
