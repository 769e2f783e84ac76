/** The chat's own question about a report, as a page asks it. */
import type { FormAnswer, FormSubject } from '../../../core/conversation/form.ts';
import type { Reading } from '../../delivery/work.ts';
import { reportIn } from '../../dialogues/form/standing.ts';
import { talkIn } from '../../dialogues/form/tasks.ts';
import { tapOf } from '../../dialogues/intent.ts';
import { needsOf } from '../../dialogues/needs.ts';
import type { ReportState, State } from '../../dialogues/shape/states.ts';
import { dialogueOf, readState } from '../../dialogues/table/dialogues.ts';
import { gather, nothingOffered } from '../../facts/gather.ts';
import type { PageHolder } from './reports.ts';

/** The steps that are asked on a page too; of any other the page asks by its fields. */
const onPage: readonly ReportState['step']['at'][] = ['confirm', 'overtaken', 'stopping'];

/** Taken by the page's own ways: back to the fields, and away from the page. */
const leftOut = ['change', 'cancel'];

const isAsked = (state: State, obligation: number): boolean =>
  reportIn(state)?.obligation === obligation &&
  (state.dialogue === 'naming' || (state.dialogue === 'report' && onPage.includes(state.step.at)));

const isAskedOfTasks = (state: State, assignment: number): boolean => talkIn(state, assignment)?.step.at === 'confirm';

/** The question that stands about a report; undefined where the conversation is about something else. */
export async function questionAbout(
  reading: Reading,
  { asker, stored }: PageHolder,
  about: FormSubject,
): Promise<FormAnswer | undefined> {
  const state = readState(stored?.state);
  if (!(about.of === 'report' ? isAsked(state, about.obligation) : isAskedOfTasks(state, about.assignment)))
    return undefined;
  const needs = needsOf(state, { type: 'unreadable', what: 'media' }, []);
  const context = await gather(reading, asker, needs, nothingOffered);
  const question = dialogueOf(state).ask(state, context);
  if (!question) return undefined;
  const turn = stored?.turn ?? 0;
  return {
    type: 'question',
    text: question.text,
    choices: (question.choices ?? [])
      .filter(({ id }) => !leftOut.includes(id))
      .map(({ id, label }) => ({ tap: tapOf(turn, id), label })),
    turn,
    asksText: state.dialogue === 'naming',
  };
}
