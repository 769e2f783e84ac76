/** The people of a unit hear what somebody else has reported for it. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Effect } from '../../../core/conversation/effect.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import type { GroupTold } from '../../../core/progress/heard.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { reportedForUnit } from '../../../messages/chat/progress/behalf.ts';
import { agreedUnits, unitsActedFor } from './roles.ts';

/** `obligation`: the report of the figures; `reason` undefined: none was given. */
export type ToldForUnit = {
  obligation?: number;
  figures?: readonly string[];
  tasks: readonly GroupTold[];
  reason: string | undefined;
};

/** Whoever reports for a unit does so for the office that issued the directive, else for the unit that consolidates. */
function officeOf(issuer: UnitRef, { person }: Context): string {
  if (unitsActedFor('staff', person).includes(issuer.id)) return issuer.name;
  return agreedUnits('answerer', person)[0]?.name ?? issuer.name;
}

export function tellUnitEffect(
  { unit, directive }: { unit: UnitRef; directive: DirectiveRef },
  told: ToldForUnit,
  context: Context,
): Effect {
  const by = { name: context.person?.name ?? '', office: officeOf(directive.issuer, context) };
  return {
    type: 'tell-unit',
    unit: unit.id,
    directive: directive.id,
    body: bodyOf(reportedForUnit({ unit, directive, by, now: context.now, ...told })),
  };
}
