/** The chat's own question about a report, as a page asks it. */
import type { FormAnswer } from '../../../core/conversation/form.ts';
import type { Reading } from '../../delivery/work.ts';
import { reportIn } from '../../dialogues/form/standing.ts';
import { tapOf } from '../../dialogues/intent.ts';
import { needsOf } from '../../dialogues/needs.ts';
import type { ReportState } from '../../dialogues/shape/states.ts';
import { dialogueOf, readState } from '../../dialogues/table/dialogues.ts';
import { gather, nothingOffered } from '../../facts/gather.ts';
import type { PageHolder } from './reports.ts';

/** The steps that are asked on a page too; of any other the page asks by its fields. */
const onPage: readonly ReportState['step']['at'][] = ['confirm', 'overtaken', 'stopping'];

/** Taken by the page's own ways: back to the fields, and away from the page. */
const leftOut = ['change', 'cancel'];

/** The question that stands about a report; undefined where the conversation is about something else. */
export async function questionAbout(
  reading: Reading,
  { asker, stored }: PageHolder,
  obligation: number,
): Promise<FormAnswer | undefined> {
  const state = readState(stored?.state);
  const report = reportIn(state);
  const isAsked = state.dialogue === 'naming' || (state.dialogue === 'report' && onPage.includes(state.step.at));
  if (report?.obligation !== obligation || !isAsked) return undefined;
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
