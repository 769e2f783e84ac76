/** Every dialogue, by the name that its state carries. */
import { z } from 'zod';
import { amendingDialogue } from '../amending/dialogue.ts';
import { answeringDialogue } from '../answering/dialogue.ts';
import { changeDialogue } from '../change/dialogue.ts';
import { extensionDialogue } from '../extension/dialogue.ts';
import { issueDialogue } from '../issue/dialogue.ts';
import { namingDialogue } from '../naming/dialogue.ts';
import { pictureDialogue } from '../picture/dialogue.ts';
import { registrationDialogue } from '../registration/dialogue.ts';
import { resendDialogue } from '../resend/dialogue.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import { idle, type State } from '../shape/states.ts';
import { signedDialogue } from '../signed/dialogue.ts';
import { reportWithProgress } from '../together/progress-in-report.ts';
import { idleDialogue } from '../unasked/dialogue.ts';
import { untoldProgress } from './untold-progress.ts';

const dialogues: { [D in State['dialogue']]: Dialogue<Extract<State, { dialogue: D }>> } = {
  idle: idleDialogue,
  registration: registrationDialogue,
  report: reportWithProgress,
  signed: signedDialogue,
  naming: namingDialogue,
  picture: pictureDialogue,
  issue: issueDialogue,
  resend: resendDialogue,
  amending: amendingDialogue,
  change: changeDialogue,
  extension: extensionDialogue,
  progress: untoldProgress,
  answering: answeringDialogue,
};

/** The dialogue that a state belongs to. The table pairs each name with its own state, which the compiler cannot follow. */
export const dialogueOf = <S extends State>(state: S): Dialogue<S> =>
  dialogues[state.dialogue] as unknown as Dialogue<S>;

const named = z.looseObject({ dialogue: z.enum(Object.keys(dialogues) as State['dialogue'][]) });

/** The stored state; idle when it is of a form that this version no longer knows (the person then starts over). */
export function readState(stored: unknown): State {
  const name = named.safeParse(stored);
  const parsed = name.success ? dialogues[name.data.dialogue].schema.safeParse(stored) : undefined;
  return parsed?.success ? parsed.data : idle;
}
