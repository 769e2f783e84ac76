/** Which steps the ladder of an office has: data of the office. */
import { z } from 'zod';

/**
 * `delegate`: who acts beside the head is reminded too. `superior`: once the deadline has come, the unit above hears which of its
 * own owe. `group`: whether groups hear how many owe, or also who; `names-when-late`: who, once it is late. `chairman`: when
 * reminders end, who leads the office gets the list.
 */
export const ladderSchema = z.object({
  delegate: z.boolean(),
  superior: z.boolean(),
  group: z.enum(['none', 'count', 'names', 'names-when-late']),
  chairman: z.boolean(),
});
export type LadderSwitches = z.infer<typeof ladderSchema>;

export const usualLadder: LadderSwitches = { delegate: true, superior: false, group: 'names', chairman: true };
