/** Where a person's conversation stands, as stored between two messages. Each state holds just what is known in it. */
import { z } from 'zod';
import type { ChangeState, ExtensionState } from './change-state.ts';
import { pendingProgressSchema } from './pending-progress.ts';
import type { ProgressTalk } from './progress-talk.ts';
import type { AnsweringState } from './talk-state.ts';

/** As core/reports/exact.ts holds it. */
const exactSchema = z.union([z.number(), z.templateLiteral([z.number()])]);

const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('number'), value: exactSchema }),
  z.object({ type: z.literal('text'), value: z.string() }),
]);

const reportStep = z.discriminatedUnion('at', [
  z.object({ at: z.literal('value'), key: z.string() }),
  /** A zero waits for its confirmation; `aside` is why there is none. */
  z.object({ at: z.literal('zero'), key: z.string(), aside: z.string().optional() }),
  /** A figure that is likely meant ("1.250 ha") waits for its confirmation; `aside` is what explains it. */
  z.object({ at: z.literal('sure'), key: z.string(), value: exactSchema, aside: z.string().optional() }),
  /** A day that was said without its year waits for its confirmation. */
  z.object({ at: z.literal('sure-day'), key: z.string(), day: z.string() }),
  /** Figures that are hard to believe wait for their confirmation: those of the example, or far from the roster's. */
  z.object({ at: z.literal('doubt') }),
  /** The figure of `key` is greater than the denominator. */
  z.object({ at: z.literal('exceeding'), key: z.string() }),
  /** Figures do not agree with each other: it is asked which of them is to be corrected. */
  z.object({ at: z.literal('rule') }),
  z.object({ at: z.literal('note') }),
  z.object({ at: z.literal('change') }),
  /** One figure came without its name: it is asked of what it is. */
  z.object({ at: z.literal('which'), value: z.number() }),
  z.object({ at: z.literal('confirm') }),
  /** It is asked whether what was entered is to be given up. */
  z.object({ at: z.literal('stopping') }),
  /** Somebody else of the unit reported after this conversation began. */
  z.object({ at: z.literal('overtaken') }),
]);

export const reportSchema = z.object({
  dialogue: z.literal('report'),
  obligation: z.int(),
  /** The revision that the person was shown; 0 where there was none. */
  base: z.int(),
  isOnBehalf: z.boolean(),
  answers: z.record(z.string(), value),
  /** Undefined until said; null where somebody said that there is none. */
  note: z.string().nullable().optional(),
  /** The remark is not asked for: the figures came in one message, or the question was passed over. */
  isNoteLeftOut: z.boolean().optional(),
  /** What stood in brackets behind a figure; it becomes part of the remark. */
  aside: z.string().optional(),
  /** Why staff record it after its directive was closed. */
  lateReason: z.string().optional(),
  /** Why it is recorded for another unit. */
  behalfReason: z.string().optional(),
  /** The doubts that were answered, as core/reports/plausible/doubt.ts names them. */
  sure: z.array(z.string()).optional(),
  /** What was told of tasks in the same talk: read back and sent with the figures. */
  progress: pendingProgressSchema.optional(),
  /** The account at which it was begun, where that is a chat: a page that ends it has its receipt said there too. */
  begunAt: z.int().optional(),
  step: reportStep,
});

/** A signed report is being handed in. */
export const signedSchema = z.object({
  dialogue: z.literal('signed'),
  /** Null while it is asked whose it is: then its file is here. */
  obligation: z.int().nullable(),
  isOnBehalf: z.boolean(),
  hasFile: z.boolean(),
});

/** Pictures that were sent are asked about: what they are, then whose. */
export const pictureSchema = z.object({
  dialogue: z.literal('picture'),
  step: z.discriminatedUnion('at', [
    z.object({ at: z.literal('what') }),
    z.object({
      at: z.literal('whose'),
      as: z.enum(['signed', 'evidence']),
      paper: z.object({ number: z.string(), date: z.string().nullable() }).nullable(),
    }),
  ]),
});

/** `asides`: how many answers in a row led nowhere, so that the next says something else. */
export const idleSchema = z.object({ dialogue: z.literal('idle'), asides: z.int().optional() });
export const registrationSchema = z.object({ dialogue: z.literal('registration') });

/** A name is asked for. Meanwhile what would have counted is kept, with the conversation as it stood, to be taken again. */
export const namingSchema = z.object({
  dialogue: z.literal('naming'),
  obligation: z.int().nullable(),
  held: z.object({
    state: z.unknown(),
    turn: z.int(),
    event: z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('tap'), tap: z.string() }),
    ]),
  }),
});
export const issueSchema = z.object({
  dialogue: z.literal('issue'),
  directive: z.int(),
  /** The number that it is to have; its date is null until it is said. */
  numbered: z.object({ number: z.string(), date: z.string().nullable() }).optional(),
  /** Why it goes out without a number; empty until it is said. */
  unnumbered: z.string().optional(),
});

/** A directive is about to be amended as words say; its id is null while it is asked which. */
export const amendingSchema = z.object({
  dialogue: z.literal('amending'),
  directive: z.int().nullable(),
  words: z.string(),
  /** A unit passes its part on to those below it. */
  isReissue: z.boolean().optional(),
});

/** What was given up of a directive, or about none (null), is about to be sent again. */
export const resendSchema = z.object({ dialogue: z.literal('resend'), directive: z.int().nullable() });

export type IdleState = z.infer<typeof idleSchema>;
export type RegistrationState = z.infer<typeof registrationSchema>;
export type ReportState = z.infer<typeof reportSchema>;
export type SigningState = z.infer<typeof signedSchema>;
export type PictureState = z.infer<typeof pictureSchema>;
export type NamingState = z.infer<typeof namingSchema>;
export type IssueState = z.infer<typeof issueSchema>;

export type AmendingState = z.infer<typeof amendingSchema>;

export type ResendState = z.infer<typeof resendSchema>;

export type State =
  | IdleState
  | RegistrationState
  | ReportState
  | SigningState
  | PictureState
  | IssueState
  | ResendState
  | AmendingState
  | ChangeState
  | ExtensionState
  | ProgressTalk
  | AnsweringState
  | NamingState;

export type ReportStep = z.infer<typeof reportStep>;

export const idle: IdleState = { dialogue: 'idle' };

/** It is asked what the pictures are. */
export const askingWhat: PictureState = { dialogue: 'picture', step: { at: 'what' } };

/** Whether it is at a step where only a figure is an answer. */
export const asksForFigures = (state: State): boolean =>
  state.dialogue === 'report' && ['value', 'zero', 'sure', 'sure-day', 'exceeding', 'doubt'].includes(state.step.at);
