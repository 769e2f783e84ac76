/** What happens to a directive once it is there, as the audit chain records it. */
export type LifeFact =
  /** What was done to a directive, for which reason; `change` names units and rounds by their ids. */
  | {
      kind: 'directive-change';
      id: number;
      directive: number;
      change: object;
      reason: string | null;
      by: number | null;
      inbox: number | null;
      at: Date;
    }
  /** A unit asked for more time, and what was decided. */
  | {
      kind: 'extension-request';
      id: number;
      obligation: number;
      person: number;
      until: object;
      reason: string;
      inbox: number | null;
      at: Date;
      state: string;
      by: number | null;
    }
  /** A draft was put before who leads the office, and what they decided. */
  | {
      kind: 'approval';
      id: number;
      directive: number;
      requestedBy: number;
      at: Date;
      terms: object;
      state: string;
      by: number | null;
      decidedAt: Date | null;
      inbox: number | null;
      reason: string | null;
    }
  /** Somebody of a unit said until when they will report, and what became of it. */
  | {
      kind: 'promise';
      id: number;
      obligation: number;
      person: number;
      until: Date;
      inbox: number | null;
      at: Date;
      state: string;
    };
