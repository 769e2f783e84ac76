import type { Context } from '../../../core/conversation/context.ts';
import { quickLine } from '../../../messages/chat/directive.ts';
import { owedOf } from './obligations.ts';

/** The line that says how to report in one message; undefined where not exactly one report is owed. */
export function closingOf(context: Context): string | undefined {
  const [only, ...others] = owedOf(context);
  return only && others.length === 0 ? quickLine(only) : undefined;
}
