/** A unit asks for more time to report. */
import type { SaidDay } from '../../language/day.ts';
import type { UnitRef } from '../../roster/person.ts';

/** `replaced`: the unit asked anew. */
export type RequestDecision = 'waiting' | 'granted' | 'refused' | 'replaced';

/** A request that waits for who decides, with the deadline that stands. */
export type ExtensionRequest = {
  id: number;
  obligation: number;
  unit: UnitRef;
  directive: { id: number; number: string; date: string | null; subject: string };
  by: string;
  until: SaidDay;
  reason: string;
  due: Date;
};
