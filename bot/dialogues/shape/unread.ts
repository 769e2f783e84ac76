import type { Context } from '../../../core/conversation/context.ts';
import { quickLine } from '../../../messages/chat/directive.ts';
import { notUnderstood } from '../../../messages/chat/help.ts';
import { owedOf } from './obligations.ts';
import type { Reply } from './reply.ts';
import { agreedRoles } from './roles.ts';
import { idle } from './states.ts';

/** What is not understood is answered with how to report at once, where one report is owed. */
export function unread(context: Context): Reply {
  return { state: idle, say: notUnderstood(agreedRoles(context.person), closingOf(context)) };
}

/** The line that says how to report in one message; undefined where not exactly one report is owed. */
export function closingOf(context: Context): string | undefined {
  const [only, ...others] = owedOf(context);
  return only && others.length === 0 ? quickLine(only) : undefined;
}
