import { fail, ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { readHold } from '../../db/time/epochs.ts';
import { backupSentence as say } from '../../messages/terminal/backup.ts';
import { endHold } from '../acts/end-hold.ts';
import { command, openWork } from './shape/command.ts';

/** What is held back since a restore; or what became of it. */
type HeldDocument =
  | { state: 'none' }
  | { state: 'held'; restoredAt: string; keptUntil: string | null; requests: number }
  | { state: 'released' | 'dropped'; requests: number; withdrawn: number };

/** Shows what is held back since a restore, lets it go out, or gives it up. */
export default command<HeldDocument>({
  async run(deps, { options }) {
    if (options.release === true && options.drop === true) return fail(say.eitherOr);
    if (options.release !== true && options.drop !== true) {
      const hold = await readHold(deps.db);
      if (!hold) return ok({ state: 'none' });
      const { restoredAt, keptUntil, requests } = hold;
      return ok({ state: 'held', restoredAt: toIso(restoredAt), keptUntil: keptUntil && toIso(keptUntil), requests });
    }
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const as = options.drop === true ? 'dropped' : 'released';
    const ended = await opened.value.transact((work) => endHold(work, { via: 'command', by: null }, as));
    if (!ended.ok) return fail(say.notHeld);
    return ok({ state: as, ...ended.value });
  },
  print: (held) => {
    switch (held.state) {
      case 'none':
        return say.notHeld;
      case 'held':
        return say.held(held.restoredAt, held.keptUntil, held.requests);
      case 'released':
        return say.released(held.requests, held.withdrawn);
      case 'dropped':
        return say.dropped(held.requests);
    }
  },
});
