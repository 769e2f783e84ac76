/** What every script of the play is given. */
import type { Chat, ChatChannel } from './chat.ts';
import type { Ledger } from './ledger.ts';
import type { Stage } from './stage.ts';
import type { Timeline } from './timeline.ts';

/** Somebody who takes part: whose chat is kept, and how it is told apart. */
export type Participant = { chat: Chat; role: 'head' | 'staff' | 'leader'; unitName: string; unitCode: string };

export type Play = {
  stage: Stage;
  timeline: Timeline;
  ledger: Ledger;
  participants: Participant[];
  /** A fresh invite code for the unit's head. */
  codeFor(unitCode: string): Promise<string>;
  /** Opens a chat with an invite's code, as on the platform: a link's payload or the page's button. */
  enter(channel: ChatChannel, name: string, code: string): Promise<Chat>;
  /** Civil time, e.g. '2021-09-06T08:00'. */
  at(moment: string): Date;
};

/** When the play's acts begin, civil time. */
export const hours = {
  office: '2021-08-31T07:30',
  registering: '2021-08-31T07:45',
  issuing: '2021-08-31T09:00',
  newcomer: '2021-09-07T08:10',
  onBehalf: '2021-09-08T08:30',
  blocking: '2021-09-01T14:00',
  resuming: '2021-09-01T07:40',
  correcting: '2021-09-08T08:30',
  late: '2021-09-13T09:20',
  asking: '2021-09-13T10:00',
} as const;
