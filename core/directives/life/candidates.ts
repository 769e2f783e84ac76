/** To which directives something may be done. Pure. */
import type { DirectiveState } from '../assignment.ts';
import type { ChangeAct } from './change.ts';
import { isUnregistered } from './number.ts';

/** What is known of a directive before it is chosen. */
type Listed = { number: string; date: string | null; state: DirectiveState };

/** The directives that an act may be meant for: those that wait for it, else those to which it can be done again. */
export function candidatesFor<D extends Listed>(act: ChangeAct, directives: readonly D[]): D[] {
  switch (act) {
    case 'number': {
      const waiting = directives.filter(isUnregistered);
      return waiting.length > 0 ? waiting : [...directives];
    }
    case 'extend':
    case 'excuse':
    case 'owe':
    case 'close':
    case 'chase':
    case 'return':
    case 'consolidate':
      return directives.filter(({ state }) => state === 'issued');
    case 'reopen':
      return directives.filter(({ state }) => state === 'closed');
    case 'recall':
      return directives.filter(({ state }) => state === 'issued' || state === 'closed');
  }
}
