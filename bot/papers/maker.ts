/** Makes the papers that messages and links name. */
import type { PaperTarget } from '../../core/delivery/link.ts';
import type { Result } from '../../core/result.ts';
import type { Db } from '../../db/database.ts';
import type { Clock } from '../clock.ts';
import type { Paper } from './export.ts';

/** The paper as it stands now; fails with a sentence where there is none. */
export type PaperMaker = (target: PaperTarget) => Promise<Result<Paper>>;

/** A maker whose libraries load with the first paper. */
export function createPaperMaker(db: Db, clock: Clock): PaperMaker {
  return async ({ directive, format, unit }) => {
    const { exportPaper } = await import('./export.ts');
    const request = { directiveId: directive, format, ...(unit !== undefined && { unit }) };
    return exportPaper(db, request, clock.civil());
  };
}
