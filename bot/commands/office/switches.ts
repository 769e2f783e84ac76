/** How an office wants things done: shown, or set. */
import type { IssuingRule } from '../../../core/directives/approval.ts';
import { type LadderSwitches, ladderSchema } from '../../../core/reminders/switches.ts';
import { fail, ok } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readIssuingRule, setIssuingRule } from '../../../db/directives/approvals.ts';
import { readLadder, setLadder } from '../../../db/roster/offices.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { command } from '../shape/command.ts';

const switched = { on: true, off: false } as Record<string, boolean>;

/** `null` where an option is none of its values. */
function ladderGiven(before: LadderSwitches, options: Record<string, unknown>): LadderSwitches | null {
  const { delegate, superior, group, chairman } = options;
  const isOn = (option: unknown, now: boolean): unknown => (option === undefined ? now : switched[String(option)]);
  const given = ladderSchema.safeParse({
    delegate: isOn(delegate, before.delegate),
    superior: isOn(superior, before.superior),
    group: group ?? before.group,
    chairman: isOn(chairman, before.chairman),
  });
  return given.success ? given.data : null;
}

/** Shows how staff issue and which steps reminders have; options change it. */
export const officeSwitchesCommand = command<{ unit: string; issuing: IssuingRule; ladder: LadderSwitches }>({
  async run({ db, clock }, { args, options }) {
    const [code = ''] = args;
    const unit = (await listUnits(db, civilDate(clock.civil()))).find((one) => one.code === code);
    if (!unit) return fail(say.unknownUnit(code));
    const { issuing } = options;
    if (issuing !== undefined && issuing !== 'alone' && issuing !== 'approved') return fail(say.whichIssuing);
    const before = await readLadder(db, unit.id);
    const ladder = ladderGiven(before, options);
    if (ladder === null) return fail(say.whichStep);
    if (issuing !== undefined) await setIssuingRule(db, unit.id, issuing);
    if (JSON.stringify(ladder) !== JSON.stringify(before)) await setLadder(db, unit.id, ladder);
    return ok({ unit: unit.code, issuing: await readIssuingRule(db, unit.id), ladder });
  },
  print: say.switchesOf,
});
