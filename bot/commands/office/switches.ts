/** How an office wants things done: shown, or set. */
import type { IssuingRule } from '../../../core/directives/approval.ts';
import { fail, ok } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readIssuingRule, setIssuingRule } from '../../../db/directives/approvals.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { command } from '../shape/command.ts';

export const officeSwitchesCommand = command<{ unit: string; issuing: IssuingRule }>({
  async run({ db, clock }, { args, options }) {
    const [code = ''] = args;
    const unit = (await listUnits(db, civilDate(clock.civil()))).find((one) => one.code === code);
    if (!unit) return fail(say.unknownUnit(code));
    const { issuing } = options;
    if (issuing !== undefined && issuing !== 'alone' && issuing !== 'approved') return fail(say.whichIssuing);
    if (issuing !== undefined) await setIssuingRule(db, unit.id, issuing);
    return ok({ unit: unit.code, issuing: await readIssuingRule(db, unit.id) });
  },
  print: say.switchesOf,
});
