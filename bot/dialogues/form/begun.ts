/** Where a talk was begun that may be ended on a page. */
import type { ProgressTalk } from '../shape/progress-talk.ts';
import type { ReportState, State } from '../shape/states.ts';
import { readState } from '../table/dialogues.ts';
import { reportIn } from './standing.ts';

/** The account at which what a conversation is in the middle of was begun; undefined where that was on a page. */
export const begunAt = (state: State): number | undefined => reportIn(state)?.begunAt ?? tasksIn(state)?.begunAt;

function tasksIn(state: State): ProgressTalk | undefined {
  const held = state.dialogue === 'naming' ? readState(state.held.state) : state;
  return held.dialogue === 'progress' ? held : undefined;
}

/** The state after a turn at an account: what goes on was begun where it was before, what is new is begun here. */
export function withBeginning(next: State, before: State, here: number): State {
  if (next.dialogue === 'report') return reportBegun(next, before, here);
  if (next.dialogue !== 'progress') return next;
  const talk = tasksIn(before);
  const known = talk?.assignment === next.assignment ? talk.begunAt : undefined;
  return {
    ...next,
    begunAt: next.begunAt ?? known ?? here,
    ...(next.report && { report: reportBegun(next.report, before, here) }),
  };
}

function reportBegun(next: ReportState, before: State, here: number): ReportState {
  const report = reportIn(before);
  const known = report?.obligation === next.obligation ? report.begunAt : undefined;
  return { ...next, begunAt: next.begunAt ?? known ?? here };
}
