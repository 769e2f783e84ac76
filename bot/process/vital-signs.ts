/** Whether the service still does what it is for, judged by what it did last. */
import { databaseTrouble, isDatabaseTrouble } from '../../db/engine/trouble.ts';
import type { Log } from './log.ts';

/** What must succeed again and again: taking what comes in, and claiming what is to be sent. */
export type VitalSign = 'receiving' | 'claiming';

export type VitalSigns = {
  /** Runs the work and remembers how it ended; resolves and rejects as the work does. */
  watch<T>(sign: VitalSign, work: () => Promise<T>): Promise<T>;
  /** What fails now, a line each in words for an operator; empty while all is well. */
  troubles(): string[];
};

/** What is under way for longer has no answer, in milliseconds of machine time. */
const silentMs = 6_000;
/** A failure that nothing repeats is of the past: whoever came up against it has gone. */
const forgottenMs = 60_000;

/**
 * Signs of a service that begins. Only trouble of the database counts: a message whose turn breaks is one message's affair.
 * `now` is machine time in milliseconds, any origin.
 */
export function createVitalSigns(log: Log, now: () => number): VitalSigns {
  const failures = new Map<VitalSign, { reason: string; at: number }>();
  const underWay = new Set<{ sign: VitalSign; since: number }>();

  const failed = (sign: VitalSign, reason: string): void => {
    if (failures.get(sign)?.reason !== reason) log.error({ sign, reason }, `${sign} fails`);
    failures.set(sign, { reason, at: now() });
  };
  const worked = (sign: VitalSign): void => {
    if (failures.delete(sign)) log.info({ sign }, `${sign} works again`);
  };
  const troubleOf = (sign: VitalSign): string[] => {
    const failure = failures.get(sign);
    if (failure && now() - failure.at < forgottenMs) return [`${sign}: ${failure.reason}`];
    const isSilent = [...underWay].some((one) => one.sign === sign && now() - one.since > silentMs);
    return isSilent ? [`${sign}: no answer`] : [];
  };

  return {
    watch: async (sign, work) => {
      const attempt = { sign, since: now() };
      underWay.add(attempt);
      try {
        const result = await work();
        worked(sign);
        return result;
      } catch (error) {
        if (isDatabaseTrouble(error)) failed(sign, databaseTrouble(error));
        throw error;
      } finally {
        underWay.delete(attempt);
      }
    },
    troubles: () => (['receiving', 'claiming'] as const).flatMap(troubleOf),
  };
}
