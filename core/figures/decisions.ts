import type { ExtensionRequest } from '../directives/life/request.ts';
import type { BlockedQuestion } from '../progress/blocked.ts';
import type { BrokenWord } from '../reminders/promise.ts';

/** What of one directive needs a decision of who leads the office. */
export type DecisionsNeeded = { extensions: ExtensionRequest[]; broken: BrokenWord[]; blocked: BlockedQuestion[] };
