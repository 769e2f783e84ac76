/** Somebody reports for a unit that tells it otherwise: staff of the office, or whoever consolidates the unit. */
import type { Context } from '../../../core/conversation/context.ts';
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import type { BehalfWords } from '../../../core/reports/behalf-words.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { behalfHow, behalfUnclear, tellingFor } from '../../../messages/chat/progress/behalf.ts';
import { beginByWords, begunTalk, fittingForms } from '../progress/hear.ts';
import { foundOf, isOpen } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { unitsActedFor } from '../shape/roles.ts';
import { areFiguresToldIn } from './progress-in-report.ts';

/** The office's staff may report for a unit without a reason; whoever consolidates it says why. */
export const isOfOffice = ({ directive }: { directive: Pick<DirectiveRef, 'issuer'> }, { person }: Context): boolean =>
  unitsActedFor('staff', person).includes(directive.issuer.id);

const formsOf = (unit: UnitRef, { progressFor = [] }: Context): ProgressForm[] =>
  progressFor.filter((form) => form.unit.id === unit.id);

/** What is told of a unit's tasks and of nothing else, where `/baocao` names it; undefined where its figures are meant. */
export function tellTasksFor(unit: UnitRef | undefined, words: BehalfWords, context: Context): Reply | undefined {
  const forms = unit ? formsOf(unit, context) : [];
  if (!unit || forms.length === 0) return undefined;
  const debts = foundOf(context).flatMap(({ obligations }) => obligations.filter((one) => one.unit.id === unit.id));
  const owed = debts.filter((one) => one.state === 'owed' && isOpen(one, context.now));
  if (words.told === '') return debts.length > 0 ? undefined : beginTasksFor(unit, words, context);
  const areFigures = owed.some((debt) => areFiguresToldIn(words.told, debt));
  return areFigures || fittingForms(words.told, forms).length === 0 ? undefined : beginTasksFor(unit, words, context);
}

/** A talk about the tasks of a unit, with what was told of them already; undefined where none may be told. */
export function beginTasksFor(unit: UnitRef, { told, reason }: BehalfWords, context: Context): Reply | undefined {
  const forms = formsOf(unit, context);
  const [only, ...others] = forms;
  if (!only) return undefined;
  if (reason === undefined && !forms.every((form) => isOfOffice(form, context)))
    return { say: saying(behalfHow(unit, told)) };
  const behalf = { unit: unit.id, ...(reason !== undefined && { reason }) };
  const begun: Reply = { state: begunTalk(others.length > 0 ? null : only, behalf) };
  const reply = told === '' ? begun : beginByWords(told, forms, behalf);
  const said = [tellingFor(unit), ...(reply ? [] : [behalfUnclear(unit)]), reply?.say?.text];
  return { ...(reply ?? begun), say: saying(said.filter((text) => text !== undefined).join('\n')) };
}
