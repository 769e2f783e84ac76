/** From the words of a command to what is to be done, and to which directive. */
import type { Context } from '../../../core/conversation/context.ts';
import { findNamed } from '../../../core/directives/find-named.ts';
import type { ChangeAct } from '../../../core/directives/life/change.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { type ChangeWords, readChangeWords, readChaseWords } from '../../../core/directives/life/words.ts';
import { noneToChange } from '../../../messages/chat/life/change.ts';
import { dayUnclear } from '../../../messages/chat/life/extend.ts';
import type { ChangeState } from '../shape/change-state.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { goOn } from './go-on.ts';
import { readNumberOrDate } from './number.ts';
import { findWho } from './units.ts';

/** The end of a directive is that of all its units. */
export const isAboutUnits = (act: ChangeAct): boolean => ['extend', 'excuse', 'owe', 'chase', 'return'].includes(act);

/** What a command comes to: done where everything was said, else what is missing is asked. */
export function beginChange(act: ChangeAct, argument: string, context: Context): Reply {
  const standings = required(context.standings, 'standings');
  const [only, ...others] = standings;
  if (!only) return { say: saying(noneToChange(act)) };
  const begun: ChangeState = { dialogue: 'change', act, directive: others.length === 0 ? only.id : null };
  if (argument === '') return goOn(begun, context);
  if (act === 'number') {
    const read = readNumberOrDate({}, only.number, argument, context.now);
    return 'wrong' in read ? { state: begun, say: saying(read.wrong) } : goOn({ ...begun, ...read.given }, context);
  }
  const { who, until, more, reason } =
    act === 'chase' ? chaseWords(argument, only) : readChangeWords(argument, context.now);
  const named = findNamed(standings, who);
  const said: ChangeState = {
    ...begun,
    ...(named.directive && { directive: named.directive.id }),
    ...(isAboutUnits(act) && { who: named.rest }),
    ...(typeof until === 'object' && { until }),
    ...(more && { more }),
    ...(reason !== undefined && { reason }),
  };
  const reply = goOn(said, context);
  return until === 'unreadable' && reply.say === undefined ? { ...reply, say: saying(dayUnclear()) } : reply;
}

/** Words behind a colon in front name units where they do, and else are what the sender wants to be said. */
function chaseWords(said: string, standing: DirectiveStanding): ChangeWords {
  const read = readChaseWords(said);
  if (read.who !== '' || read.reason === undefined) return read;
  const again = readChaseWords(read.reason);
  const found = findWho(again.who, standing);
  return found && !('unknown' in found) ? again : read;
}
