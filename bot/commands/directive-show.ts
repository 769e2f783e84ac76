import { fail, ok } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { directivePage, commandSentence as say } from '../../messages/terminal/command.ts';
import { type DirectiveView, viewDirective } from '../facts/directives/directive-view.ts';
import { command } from './command.ts';

/** Who gets what of a directive, before and after it is issued. */
export default command<DirectiveView>({
  async run({ db, clock }, { args }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const directive = await readDirective(db, id);
    return directive ? ok(await viewDirective(db, directive, clock.civil())) : fail(say.unknownDirective(id));
  },
  print: directivePage,
});

/** The id of a directive as typed; undefined when it is no such number. */
export const readDirectiveId = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
