import type { Facts } from '../../core/conversation/context.ts';
import { findLatestIssued } from '../../db/figures/summary.ts';
import type { Reading } from '../delivery/work.ts';
import { shownOn } from '../links/make.ts';
import type { Asker } from './asker.ts';
import { makeCallSheet } from './call-sheet.ts';

/** Whom to phone about the newest directive that the asker follows. */
export async function readCalls(reading: Reading, { chasedFor, channel }: Asker): Promise<NonNullable<Facts['calls']>> {
  const id = await findLatestIssued(reading.tx, chasedFor, undefined);
  if (id === undefined) return { lines: [], handed: [] };
  const { calls, handed } = await makeCallSheet(reading, id);
  return {
    lines: calls.map(({ link, ...call }) => ({ ...call, link: (link && shownOn(channel, link)) ?? null })),
    handed,
  };
}
