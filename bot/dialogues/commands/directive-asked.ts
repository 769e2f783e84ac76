/** The directive that stands behind a command: every command that takes one finds it here. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ListedDirective } from '../../../core/conversation/directive-line.ts';
import { noSuchDirective, notIssuedYet, whichDirective } from '../../../messages/chat/staff.ts';
import { type Reply, saying } from '../shape/reply.ts';

/** The directive that was named and found. */
export const foundDirective = ({ directive }: Context): ListedDirective | undefined =>
  directive?.search.type === 'found' ? directive.search.directive : undefined;

/** What the command is told of its directive, besides the directive. */
export const behindDirective = ({ directive }: Context): string => directive?.search.rest ?? '';

/** What is said where a number belongs to no directive, or to several: which there are, each a choice of this command. */
export function askForDirective({ directive }: Context, command: string): Reply | undefined {
  if (!directive) return undefined;
  const { search, there } = directive;
  if (search.type === 'unknown') return { say: noSuchDirective(search.said, there, command) };
  if (search.type === 'several') return { say: whichDirective(search.directives, command, search.rest) };
  return undefined;
}

/** The same for a command about what was reported, which a draft has not. */
export function askForIssued(context: Context, command: string): Reply | undefined {
  const found = foundDirective(context);
  return found?.state === 'draft' ? { say: saying(notIssuedYet(found)) } : askForDirective(context, command);
}
