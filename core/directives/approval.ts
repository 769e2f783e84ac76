/** Before a directive is issued, somebody who leads the office may have to approve it. */

/** Whether an office's staff issue by themselves, or once who leads it has approved. */
export type IssuingRule = 'alone' | 'approved';

/** `replaced`: it was put forward anew. */
export type ApprovalState = 'waiting' | 'approved' | 'returned' | 'replaced';

/** The number that a draft is to have when it is issued; `unnumbered`: why it goes out without. */
export type IssueTerms = { numbered: { number: string; date: string } | null; unnumbered: string | null };

/** A draft that waits for who approves. */
export type ApprovalRequest = {
  id: number;
  directive: { id: number; number: string; date: string | null; subject: string };
  issuerId: number;
  by: string;
  at: Date;
  terms: IssueTerms;
};
