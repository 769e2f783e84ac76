import { expect, test } from 'vitest';
import type { DirectiveState } from '../../../../core/directives/assignment.ts';
import { planEnd } from '../../../../core/directives/life/end.ts';

const comes = (state: DirectiveState) =>
  (['close', 'reopen', 'recall'] as const).map((act) => {
    const plan = planEnd({ state }, { act, reason: 'x' });
    return 'why' in plan ? plan.why : plan.type;
  });

test.each<[DirectiveState, string[]]>([
  ['draft', ['not-issued', 'not-issued', 'not-issued']],
  ['issued', ['closed', 'done-already', 'recalled']],
  ['closed', ['done-already', 'reopened', 'recalled']],
  ['recalled', ['recalled', 'recalled', 'done-already']],
])('of what is %s, closing, reopening and recalling come to %s', (state, plans) => {
  expect(comes(state)).toEqual(plans);
});
