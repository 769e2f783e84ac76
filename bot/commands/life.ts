/** What is done to a directive once its draft is there. */
import type { ChangeOrder } from '../../core/directives/life/change.ts';
import { readGivenNumber } from '../../core/directives/life/number.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence } from '../../messages/terminal/command.ts';
import { lifeSentence as say } from '../../messages/terminal/life.ts';
import { changeRefused } from '../../messages/words/refusals.ts';
import { type ChangedDirective, changeDirective } from '../acts/change-directive.ts';
import { type CommandDeps, type CommandInput, command, openWork } from './command.ts';
import { readDirectiveId } from './directive-id.ts';

type Options = CommandInput['options'];

/** The text of an option, without blanks around it; null where there is none. */
export const textOf = (option: Options[string]): string | null =>
  typeof option === 'string' && option.trim() !== '' ? option.trim() : null;

/** Carries out an order; fails with a sentence where something stands in the way. */
async function carryOut(deps: CommandDeps, id: number, order: ChangeOrder): Promise<Result<ChangedDirective>> {
  const opened = openWork(deps);
  if (!opened.ok) return opened;
  const changed = await opened.value.transact((work) => changeDirective(work, { via: 'command', by: null }, id, order));
  if (!changed.ok)
    return fail(changed.error.why === 'unknown' ? commandSentence.unknownDirective(id) : changeRefused(changed.error));
  deps.nudge();
  return changed;
}

/** Gives a directive the number and date of the options. A bare figure takes the symbol that the draft has. */
export async function register(deps: CommandDeps, id: number, options: Options): Promise<Result<ChangedDirective>> {
  const directive = await readDirective(deps.db, id);
  if (!directive) return fail(commandSentence.unknownDirective(id));
  const date = textOf(options.date);
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    return fail(say.numberAndDate);
  const read = readGivenNumber(textOf(options.number) ?? '', directive.number, deps.clock.civil());
  if (typeof read !== 'object') return fail(say.numberAndDate);
  return carryOut(deps, id, { act: 'number', number: read.number, date, reason: textOf(options.reason) });
}

type Numbered = { id: number; number: string; date: string | null; changed: boolean };

/** Registers the number and date of a directive; the same again changes nothing. To put others in their place takes a reason. */
export const number = command<Numbered>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const changed = await register(deps, id, options);
    if (!changed.ok) return changed;
    const directive = await readDirective(deps.db, id);
    return ok({ id, number: directive?.number ?? '', date: directive?.date ?? null, changed: changed.value.isNew });
  },
  print: say.numbered,
});
