/** The signed original of a directive that came after its tasks goes to the units that have them. */
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { originalFormatOf } from '../../core/directives/original.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import {
  findUnsentOriginals,
  findWithoutOriginal,
  originalRun,
  type UnsentOriginal,
} from '../../db/directives/originals.ts';
import { readDirectiveRef } from '../../db/figures/summary.ts';
import { readCalendarOver } from '../../db/roster/offices.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import { originalAttached } from '../../messages/chat/directive.ts';
import { originalComes } from '../../messages/chat/life/original.ts';

/** Sends each original once, in the hours of its office, to each person who has the tasks without it; returns how many requests were written. */
export async function sendOriginals(work: Work): Promise<number> {
  const { tx, now, say } = work;
  let written = 0;
  for (const original of await findUnsentOriginals(tx)) {
    if (!isWorkingTime(now, await readCalendarOver(tx, original.issuer))) continue;
    if (!(await recordRun(tx, { ...originalRun(original.id), result: 'done' }, now))) continue;
    written += await say(await messagesOf(work, original));
  }
  return written;
}

async function messagesOf({ tx }: Work, original: UnsentOriginal): Promise<Message[]> {
  const format = originalFormatOf(original.contentType);
  if (format === undefined) return [];
  const directive = await readDirectiveRef(tx, original.directive);
  const text = originalComes(directive, directive.issuer.name);
  return (await findWithoutOriginal(tx, original)).map(
    ({ person, unit }): Message => ({
      meaning: `directive-${directive.id}:original-${original.id}`,
      about: { directive: directive.id, unit: unit.id },
      recipient: { type: 'person', id: person },
      kind: 'receipt',
      body: bodyOf({ text, attachments: [originalAttached(directive, unit.code, format)] }),
    }),
  );
}
