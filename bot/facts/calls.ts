import type { Facts } from '../../core/conversation/context.ts';
import { findLatestIssued } from '../../db/figures/summary.ts';
import type { Reading } from '../delivery/work.ts';
import { shownOn } from '../links/make.ts';
import type { Asker } from './asker.ts';
import { readCallPage } from './call-sheet.ts';

/** Whom to phone about the newest directive that the asker follows: a page of them. */
export async function readCalls(
  reading: Reading,
  { chasedFor, channel }: Asker,
  page: number,
): Promise<NonNullable<Facts['calls']>> {
  const id = await findLatestIssued(reading.tx, chasedFor, undefined);
  if (id === undefined) return { count: 0, calls: [], handed: [] };
  const { count, calls, handed } = await readCallPage(reading, id, page);
  return {
    count,
    calls: calls.map(({ link, ...call }) => ({ ...call, link: (link && shownOn(channel, link)) ?? null })),
    handed,
  };
}
