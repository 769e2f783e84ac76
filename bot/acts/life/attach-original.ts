/** The signed original is put to a directive. */
import { createHash } from 'node:crypto';
import { originalFormatOf } from '../../../core/directives/original.ts';
import { contentTypeOfScan } from '../../../core/intake/scan.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { lockDirective } from '../../../db/directives/issuing.ts';
import { describeOriginal, insertOriginal } from '../../../db/directives/originals.ts';
import { useFiles } from '../../../db/reports/attachments.ts';
import type { Work } from '../../delivery/work.ts';
import { type Doer, keepChange } from './keep-change.ts';

/** As large as a platform takes it: 20 MB. */
const mostBytes = 20 * 1024 * 1024;

export type NotAttached = 'unknown' | 'recalled' | 'not-an-original' | 'too-large';

/** Puts a file to a directive, told by its bytes: PDF, JPEG or PNG. The same file again changes nothing. */
export async function attachOriginal(
  work: Work,
  doer: Doer,
  { directive: directiveId, bytes }: { directive: number; bytes: Uint8Array },
): Promise<Result<{ isNew: boolean }, NotAttached>> {
  const { tx, now, record } = work;
  const directive = await lockDirective(tx, directiveId);
  if (!directive) return fail('unknown');
  if (directive.state === 'recalled') return fail('recalled');
  const contentType = contentTypeOfScan(bytes);
  if (contentType === undefined || originalFormatOf(contentType) === undefined) return fail('not-an-original');
  if (bytes.length > mostBytes) return fail('too-large');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if ((await describeOriginal(tx, directiveId))?.sha256 === sha256) return ok({ isNew: false });
  const original = await insertOriginal(tx, { directiveId, file: { contentType, bytes, sha256 } }, now);
  const change = { type: 'original', original, sha256 } as const;
  record(await keepChange(work, doer, { directiveId, change, reason: null }));
  return ok({ isNew: true });
}

/** The newest file that a person sent and was asked about, or has just sent, is the original; its bytes follow. */
export async function attachSentOriginal(
  work: Work,
  doer: Doer,
  { directive: directiveId, accountId }: { directive: number; accountId: number },
): Promise<void> {
  const { tx, now, record } = work;
  const directive = await lockDirective(tx, directiveId);
  if (!directive || directive.state === 'recalled') return;
  const files = await useFiles(tx, { which: 'asked', accountId }, { use: 'original', obligationId: null });
  const attachmentId = files.at(-1);
  if (attachmentId === undefined) return;
  const original = await insertOriginal(tx, { directiveId, file: { attachmentId } }, now);
  const change = { type: 'original', original, sha256: null } as const;
  record(await keepChange(work, doer, { directiveId, change, reason: null }));
}
