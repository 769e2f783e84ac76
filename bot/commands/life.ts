/** What is done to a directive once its draft is there. */
import type { ChangeOrder } from '../../core/directives/life/change.ts';
import type { EndOrder } from '../../core/directives/life/end.ts';
import { deadlineUntil } from '../../core/directives/life/extend.ts';
import { readGivenNumber } from '../../core/directives/life/number.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { dayOffOn, toIso } from '../../core/time/calendar.ts';
import { findParts } from '../../db/consolidation/parts.ts';
import { listAssignedUnits } from '../../db/directives/assignments.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence } from '../../messages/terminal/command.ts';
import { lifeSentence as say } from '../../messages/terminal/life.ts';
import { dayOffLines } from '../../messages/words/format.ts';
import { changeRefused } from '../../messages/words/refusals.ts';
import { type ChangedDirective, changeDirective } from '../acts/change-directive.ts';
import { type CommandDeps, type CommandInput, command, openWork } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';
import { textOf } from './shape/text-of.ts';
import { readUntil } from './shape/until.ts';

type Options = CommandInput['options'];

/** Carries out an order; fails with a sentence where something stands in the way. */
async function carryOut(deps: CommandDeps, id: number, order: ChangeOrder): Promise<Result<ChangedDirective>> {
  const opened = openWork(deps);
  if (!opened.ok) return opened;
  const changed = await opened.value.transact((work) => changeDirective(work, { via: 'command', by: null }, id, order));
  if (!changed.ok)
    return fail(changed.error.why === 'unknown' ? commandSentence.unknownDirective(id) : changeRefused(changed.error));
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

/** The units that `--unit` names, by their codes; null where none is named. */
async function unitsOfCodes(deps: CommandDeps, id: number, option: Options[string]): Promise<Result<number[] | null>> {
  const codes = (Array.isArray(option) ? option : []).flatMap((given) => String(given).split(','));
  if (codes.length === 0) return ok(null);
  const there = new Map((await listAssignedUnits(deps.db, id)).map((unit) => [unit.code, unit.id]));
  const unknown = codes.find((code) => !there.has(code));
  return unknown === undefined ? ok(codes.flatMap((code) => there.get(code) ?? [])) : fail(say.notAssigned(unknown));
}

type Extended = {
  id: number;
  until: string;
  units: string[];
  changed: boolean;
  messages: number;
  warnings: string[];
};

/** Gives all units that owe, or some, more time; the same again changes nothing and tells nobody. */
export const extend = command<Extended>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const until = readUntil(options.until);
    const reason = textOf(options.reason);
    if (!until || reason === null) return fail(say.untilAndReason);
    const units = await unitsOfCodes(deps, id, options.unit);
    if (!units.ok) return units;
    const done = await carryOut(deps, id, { act: 'extend', units: units.value, until, reason });
    if (!done.ok) return done;
    const { isNew: changed, messages, units: codes } = done.value;
    const warnings = dayOffLines([dayOffOn(until.date)]);
    return ok({ id, until: toIso(deadlineUntil(until).due), units: codes, changed, messages, warnings });
  },
  print: (done) => [say.extended(done), ...done.warnings].join('\n'),
});

type Excused = { id: number; units: string[]; changed: boolean; messages: number };

/** Lets units off in the rounds that are open; `--lift` undoes it. The same again changes nothing and tells nobody. */
export const excuseUnits = command<Excused & { lifted: boolean }>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const lifted = options.lift === true;
    const reason = textOf(options.reason);
    const units = await unitsOfCodes(deps, id, options.unit);
    if (!units.ok) return units;
    if (units.value === null || reason === null) return fail(say.unitsAndReason);
    const done = await carryOut(deps, id, { act: lifted ? 'owe' : 'excuse', units: units.value, reason });
    if (!done.ok) return done;
    const { isNew: changed, messages, units: codes } = done.value;
    return ok({ id, units: codes, lifted, changed, messages });
  },
  print: say.excused,
});

type EndedDirective = { id: number; state: string; changed: boolean; messages: number };

/** A command that ends a directive or lets it go on; the same again changes nothing and tells nobody. */
const ending = (order: (reason: string | null) => EndOrder | undefined) =>
  command<EndedDirective>({
    async run(deps, { args, options }) {
      const id = readDirectiveId(args[0]);
      if (id === undefined) return fail(commandSentence.directiveId);
      const wanted = order(textOf(options.reason));
      if (!wanted) return fail(say.reason);
      const done = await carryOut(deps, id, wanted);
      if (!done.ok) return done;
      const directive = await readDirective(deps.db, id);
      const { isNew: changed, messages } = done.value;
      return ok({ id, state: directive?.state ?? '', changed, messages });
    },
    print: say.ended,
  });

/** Closes a directive: the leaders get its last summary, nobody is reminded any more. */
export const close = ending((reason) => ({ act: 'close', reason }));

/** Lets a closed directive go on. */
export const reopen = ending((reason) => ({ act: 'reopen', reason }));

/** Recalls a directive: everybody who was told of it is told so. */
export const recall = ending((reason) => (reason === null ? undefined : { act: 'recall', reason }));

type Sent = { id: number; units: string[]; changed: boolean; messages: number };

/** Sends reports back to their units, which owe again and hear why. */
export const returnReport = command<Sent>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const reason = textOf(options.reason);
    const units = await unitsOfCodes(deps, id, options.unit);
    if (!units.ok) return units;
    if (units.value === null || reason === null) return fail(say.unitsAndReason);
    const done = await carryOut(deps, id, { act: 'return', units: units.value, reason });
    if (!done.ok) return done;
    const { isNew: changed, messages, units: codes } = done.value;
    return ok({ id, units: codes, changed, messages });
  },
  print: say.returned,
});

/** What a unit consolidates goes up, in the rounds that are open; the same again changes nothing. */
export const consolidate = command<Sent>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const units = await unitsOfCodes(deps, id, options.unit);
    if (!units.ok) return units;
    const [unit, ...others] = units.value ?? [];
    if (unit === undefined || others.length > 0) return fail(say.oneUnit);
    const parts = (await findParts(deps.db, deps.clock.civil(), [unit])).filter(({ directive }) => directive === id);
    const [first = { round: 0 }, ...more] = parts;
    const sent: Sent = { id, units: [], changed: false, messages: 0 };
    for (const { round } of [first, ...more]) {
      const done = await carryOut(deps, id, { act: 'consolidate', unit, round, reason: null });
      if (!done.ok) return done;
      sent.units = [...new Set([...sent.units, ...done.value.units])];
      sent.changed ||= done.value.isNew;
      sent.messages += done.value.messages;
    }
    return ok(sent);
  },
  print: say.consolidated,
});

/** Reminds who still owes at once, all or some units, with a sentence of one's own. */
export const remindNow = command<{ id: number; units: string[]; messages: number }>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const units = await unitsOfCodes(deps, id, options.unit);
    if (!units.ok) return units;
    const done = await carryOut(deps, id, { act: 'chase', units: units.value, reason: textOf(options.words) });
    return done.ok ? ok({ id, units: done.value.units, messages: done.value.messages }) : done;
  },
  print: say.reminded,
});
