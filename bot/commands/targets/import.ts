import { fail, ok } from '../../../core/result.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { commandSentence } from '../../../messages/terminal/command.ts';
import { targetFault, targetsPage, targetsRefused } from '../../../messages/terminal/targets.ts';
import { importTargets } from '../../acts/targets/import-targets.ts';
import { command } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';

type Outcome = {
  id: number;
  units: number;
  targets: number;
  added: number;
  changed: number;
  errors: { row: number; column: string; why: string }[];
  isDryRun: boolean;
};

/** Brings in what units have been assigned to reach. Bad cells are all named, and nothing is written then. */
export default command<Outcome>({
  async run({ db, clock }, { args, options, file }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const directive = await readDirective(db, id);
    if (!directive) return fail(commandSentence.unknownDirective(id));
    const isDryRun = options['dry-run'] === true;
    const outcome = await importTargets(db, directive, file?.bytes ?? new Uint8Array(), {
      now: clock.civil(),
      isDryRun,
    });
    if (!outcome) return fail(targetsRefused());
    const errors = outcome.errors.map(({ row, column, fault }) => ({ row, column, why: targetFault(fault) }));
    return ok({ id, ...outcome, errors, isDryRun });
  },
  print: targetsPage,
  complain: ({ errors, isDryRun }) => (errors.length > 0 && !isDryRun ? targetsRefused(errors.length) : undefined),
});
