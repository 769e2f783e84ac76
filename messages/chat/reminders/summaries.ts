/** The scheduled summary: of one round, or of several whose slots fall together. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DecisionsNeeded } from '../../../core/figures/decisions.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import { decisionChoices, decisionLines } from '../decisions/needed.ts';
import { drillChoices } from '../drill-down/view.ts';
import { way } from '../drill-down/ways.ts';
import { lastSummaryMessage, summaryMessage } from '../summary.ts';

/** One round, and what of its directive needs a decision; `isLast`: no summary of it follows. */
export type SummarySaying = { summary: Summary; decisions: DecisionsNeeded; isLast: boolean; now: Date };

/** One text for all. Of one round its details open by a choice; of several first the summary of each. */
export function summariesOf(sayings: readonly SummarySaying[]): Saying {
  return {
    text: sayings.map(textOf).join('\n\n'),
    choices: [
      ...sayings.flatMap(({ decisions }) => decisionChoices(decisions)),
      ...sayings.flatMap(({ summary }) =>
        sayings.length === 1
          ? drillChoices(summary, false)
          : [way(summary, `Văn bản số ${summary.directive.number}`, { to: 'summary' })],
      ),
    ],
  };
}

function textOf({ summary, decisions, isLast, now }: SummarySaying): string {
  const text = isLast
    ? lastSummaryMessage({ ...summary, next: { reminder: null, summary: null } }, now)
    : summaryMessage(summary, now);
  return [text, ...decisionLines(decisions)].join('\n');
}
