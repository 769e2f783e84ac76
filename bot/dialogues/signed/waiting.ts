/** What waits for more: a scan for its figures, a signed report for its number, pictures for their sender's word. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Need } from '../../../core/conversation/need.ts';
import { isPaperAlone, type PaperNumber, readPaperNumber } from '../../../core/language/paper-number.ts';
import { isNumberOf } from '../../../core/language/picture-words.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import * as say from '../../../messages/chat/signed.ts';
import type { Intent } from '../shape/intent.ts';
import { directiveNumbersOf, isOfOthers, obligationOf, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle, type State } from '../shape/states.ts';
import { reportsFor, restOf, signing, takeScan } from './scan.ts';

/** What must be known where figures are handed in. */
export const neededWithFigures: Need[] = [{ type: 'unitPapers' }, { type: 'pictures', album: null }];

/** What follows the figures of a report: the scan that waited for them counts; what is still open is asked. */
export function afterFigures(form: ObligationFact, context: Context): { state: State; lines: string[] } {
  const early = context.pictures?.papers.find((paper) => paper.obligation === form.id && paper.isEarly);
  if (!early || form.current !== null) return { state: restOf(context), lines: [] };
  const isOnBehalf = isOfOthers(form, context);
  return {
    state:
      early.number === null ? { dialogue: 'signed', obligation: form.id, isOnBehalf, hasFile: true } : restOf(context),
    lines: [say.earlyScanCounts()],
  };
}

/**
 * The number of a paper, said alone while nothing is asked: that of the signed report which waits for one, newest first.
 * Where none does, it is asked whether it is one; undefined for other words, and for the number of a directive.
 */
export function takeNumberAlone(intent: Intent, context: Context): Reply | undefined {
  if (intent.type !== 'answer' || !isPaperAlone(intent.text)) return undefined;
  if (isNumberOf(intent.text, directiveNumbersOf(context), context.now)) return undefined;
  const paper = readPaperNumber(intent.text, context.now);
  if (paper === undefined) return undefined;
  if (typeof paper === 'string') return { say: saying(say.dateUnread(paper)) };
  return numberOfWhatWaits(paper, context) ?? offerNumber(paper, context);
}

function numberOfWhatWaits(paper: PaperNumber, context: Context): Reply | undefined {
  const { asked = 0, papers = [] } = context.pictures ?? {};
  const waiting = papers.find(({ number }) => number === null);
  const form = waiting && obligationOf(waiting.obligation, context);
  if (form) {
    const said = waiting.isEarly ? say.scanWaits(form, paper) : say.paperRecorded(form, paper);
    const effects = [signing(form, paper, null, isOfOthers(form, context))];
    return { state: restOf(context), kind: 'receipt', say: saying(said), effects };
  }
  const [only, ...others] = asked > 0 ? reportsFor(idle, context) : [];
  return only && others.length === 0 ? takeScan(idle, only, { files: 'asked', paper }, context) : undefined;
}

function offerNumber(paper: PaperNumber, context: Context): Reply | undefined {
  const [only, ...others] = reportedOf(context, '');
  if (only && others.length === 0) return { state: idle, say: say.askWhetherSigned(only, paper) };
  return !only && owedOf(context).length > 0 ? { state: idle, say: saying(say.figuresFirst()) } : undefined;
}
