import type { Recipient } from './message.ts';
import type { PaperFormat } from './paper-format.ts';

/** A paper of a directive as it stands when it is opened; `unit` is the code of the one unit that it is about. */
export type PaperTarget = { what: 'paper'; directive: number; format: PaperFormat; unit?: string };

/** What a signed link opens: a unit's tasks in full, or a paper of a directive. */
export type LinkTarget =
  | { what: 'tasks'; assignment: number }
  | PaperTarget
  /** A file that a unit sent: the scan of its signed report, or evidence. */
  | { what: 'scan'; attachment: number };

/**
 * A link is for somebody, and opens only as long as they may see what it opens. A person may by their roles, an account as
 * its person does. A group may while it is bound to the office that issued the directive.
 */
export type HeldLink = { target: LinkTarget; holder: Recipient };

/** Whether an address opens beyond this machine: without a public address only the browser chat can use links. */
export const opensElsewhere = (link: string): boolean => !/^https?:\/\/(127\.|localhost[:/]|\[::1\])/.test(link);
