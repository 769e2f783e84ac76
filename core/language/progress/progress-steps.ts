/** Pieces of an answer about tasks, as sections and states in their order. */
import type { ProgressPiece } from './progress-pieces.ts';
import type { TaskProgress } from './task-progress.ts';

/** `needsReason`: it says that something could not be done, and counts only with the reason. */
type State = { type: 'state'; progress: TaskProgress; isWhole: boolean; needsReason?: true };
export type Step = State | Extract<ProgressPiece, { type: 'sections' }> | Extract<ProgressPiece, { type: 'except' }>;

/** Pieces without pauses; what belongs to one state is one. */
export function progressSteps(pieces: readonly ProgressPiece[]): Step[] | undefined {
  const steps: Step[] = [];
  let run: ProgressPiece[] = [];
  const flush = (): boolean => {
    const state = stateOf(run);
    run = [];
    if (state === null) return false;
    if (state) steps.push(state);
    return true;
  };
  for (const piece of pieces) {
    if (piece.type === 'unknown') return undefined;
    if (isEcho(piece, run, steps)) continue;
    if (piece.type === 'not-at-all') return undefined;
    if (piece.type !== 'sections' && piece.type !== 'except') {
      run.push(piece);
      continue;
    }
    // "chưa làm được mục 5 vì …": the reason behind the sections belongs to the state before them.
    if (!flush()) return undefined;
    steps.push(piece);
  }
  return flush() ? joined(steps) : undefined;
}

/** "xong mục 1 rồi", "chưa làm mục 3 đâu": behind the sections of a state a word says the state once more. */
function isEcho(piece: ProgressPiece, run: readonly ProgressPiece[], steps: readonly Step[]): boolean {
  const isBare = piece.type === 'not-at-all' || (piece.type === 'state' && piece.isEcho === true);
  const [state, sections] = steps.slice(-2);
  if (!isBare || steps.length % 2 === 1 || state?.type !== 'state' || sections?.type !== 'sections') return false;
  if (!run.every(({ type }) => type === 'past' || type === 'pause')) return false;
  return (piece.type === 'not-at-all') === (state.progress.state === 'none');
}

/** A reason that stands behind the sections of a state: the state is blocked. */
function joined(steps: Step[]): Step[] {
  const [first, second, third, ...more] = steps;
  const isReason = third?.type === 'state' && third.progress.state === 'blocked' && first?.type === 'state';
  const isShare =
    first?.type === 'state' &&
    third?.type === 'state' &&
    first.progress.state === 'doing' &&
    third.progress.state === 'doing';
  if (isShare && second?.type === 'sections' && more.length === 0) return [second, third];
  return isReason && second?.type === 'sections' && more.length === 0 && first.progress.state !== 'done'
    ? [second, third]
    : steps;
}

/** What a run of pieces says: one state, none (undefined), or several that do not go together (null). */
function stateOf(run: readonly ProgressPiece[]): State | undefined | null {
  const has = (type: ProgressPiece['type']) => run.some((piece) => piece.type === type);
  const isShare = has('percent');
  // "70 phần trăm rồi": what has come so far, and no end.
  const states = run.flatMap((piece) => (piece.type === 'state' && !(isShare && piece.isEcho) ? [piece] : []));
  const [percent, ...percents] = run.flatMap((piece) => (piece.type === 'percent' ? [piece] : []));
  const [reason, ...reasons] = run.flatMap((piece) => (piece.type === 'reason' ? [piece] : []));
  const [paper, ...papers] = run.flatMap((piece) => (piece.type === 'paper' ? [piece] : []));
  if (percents.length > 0 || reasons.length > 0 || papers.length > 0) return null;
  const kinds = new Set(states.map(({ state }) => state));
  const isWhole = states.some((state) => state.isWhole);
  const told = (progress: TaskProgress): State => ({ type: 'state', progress, isWhole });
  if (reason) return kinds.has('done') || kinds.has('na') ? null : told({ state: 'blocked', reason: reason.text });
  kinds.delete('cannot');
  if (states.length > 0 && kinds.size === 0) return { ...told({ state: 'none' }), needsReason: true };
  if (kinds.has('unclear') || kinds.has('blocked')) return null;
  if (has('later')) return kinds.size === 0 || (kinds.size === 1 && kinds.has('none')) ? told({ state: 'none' }) : null;
  if (has('future')) return null;
  if (percent) return shareOf(percent, kinds, told);
  if (kinds.size === 0) return paper ? null : undefined;
  if (kinds.size > 1) return null;
  const [kind] = kinds;
  if (kind === 'done') return told({ state: 'done', ...(paper && { paper: paper.symbol }) });
  if (paper) return null;
  return kind === 'doing' || kind === 'none' || kind === 'na' ? told({ state: kind }) : null;
}

/** "đang làm 60 %", "đạt 100 %", "0 %". */
function shareOf(
  percent: { value: string; isSure: boolean },
  kinds: ReadonlySet<string>,
  told: (progress: TaskProgress) => State,
): State | null {
  if (kinds.has('na') || kinds.size > 1) return null;
  if (!percent.isSure) return kinds.has('done') || kinds.has('none') ? null : told({ state: 'doing' });
  if (percent.value === '100') return kinds.has('none') ? null : told({ state: 'done' });
  if (percent.value === '0') return kinds.has('done') ? null : told({ state: 'none' });
  return kinds.has('none') ? null : told({ state: 'doing', percent: percent.value });
}
