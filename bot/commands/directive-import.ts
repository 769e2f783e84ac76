/** Stores a reviewed draft; with `--dry-run` shows what it would come to, and stores nothing. */
import { fail, ok } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { rehearsalPage } from '../../messages/terminal/rehearsal.ts';
import { importDirective } from '../acts/import-directive.ts';
import { viewDirective } from '../facts/directives/directive-view.ts';
import { type ImportRehearsal, rehearseImport } from '../facts/directives/import-rehearsal.ts';
import { command } from './shape/command.ts';

type Imported = {
  id: number;
  number: string;
  subject: string;
  units: number;
  tasks: number;
  duties: number;
  /** The earliest deadline still ahead, or the last one; null when nothing is to be reported. */
  due: string | null;
  warnings: string[];
};

/** A dry run ends well, whatever it found: its findings are its document. */
export default command<Imported | ImportRehearsal>({
  async run({ db, clock }, { options, file }) {
    const now = clock.civil();
    if (options['dry-run'] === true) return rehearseImport(db, file?.bytes ?? '', now);
    const imported = await importDirective(db, file?.bytes ?? '', now);
    if (!imported.ok) return imported;
    const { id, warnings } = imported.value;
    const directive = await readDirective(db, id);
    if (!directive) return fail(say.unknownDirective(id));
    const { number, subject, tasks, duties } = await viewDirective(db, directive, now);
    const units = new Set([...tasks, ...duties].flatMap((each) => each.units)).size;
    const dues = duties.flatMap((duty) => duty.due ?? []).sort();
    return ok({
      id,
      number,
      subject,
      units,
      tasks: tasks.length,
      duties: duties.length,
      due: dues[0] ?? null,
      warnings,
    });
  },
  print: (done) =>
    'isDryRun' in done ? rehearsalPage(done) : [say.directiveStored(done), ...done.warnings].join('\n'),
});
