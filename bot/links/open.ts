/** What signed links open, as long as their holder may see it. */
import { toldAheadMs } from '../../core/directives/issue.ts';
import type { Result } from '../../core/result.ts';
import { mayOpen } from '../../db/access/link-rights.ts';
import { isLinkRevoked } from '../../db/access/revoked-links.ts';
import type { Db } from '../../db/database.ts';
import { findAssignment, findTaskTexts } from '../../db/directives/assignments.ts';
import { findKept } from '../../db/reports/attachments.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { directiveTitle, tasksText } from '../../messages/chat/directive.ts';
import { scanFileName } from '../../messages/words/files.ts';
import type { Clock } from '../clock.ts';
import { contentTypeOf } from '../papers/content-type.ts';
import type { Paper } from '../papers/export.ts';
import type { PaperMaker } from '../papers/maker.ts';
import type { FileOpener, OpenedFile } from './file-opener.ts';
import { hashToken, readLink } from './sign.ts';

export function createFileOpener(deps: { db: Db; clock: Clock; key: Buffer; makePaper: PaperMaker }): FileOpener {
  const { db, clock, key, makePaper } = deps;
  return async (token) => {
    const link = readLink(key, token, clock.machine());
    if (!link || (await isLinkRevoked(db, [link.id, hashToken(token)])) || !(await mayOpen(db, link))) return undefined;
    const { target } = link;
    switch (target.what) {
      case 'tasks':
        return openTasks(db, target.assignment, clock.civil());
      case 'scan':
        return openScan(db, target.attachment);
      case 'paper':
        return openPaper(await makePaper(target));
    }
  };
}

const openPaper = (paper: Result<Paper>): OpenedFile | undefined =>
  paper.ok ? { type: 'file', ...paper.value, contentType: contentTypeOf(paper.value.name) } : undefined;

/** A scan under a name of ours: what its sender called it may say anything. */
async function openScan(db: Db, id: number): Promise<OpenedFile | undefined> {
  const scan = await findKept(db, id);
  return (
    scan && { type: 'file', name: scanFileName(id, scan.contentType), contentType: scan.contentType, bytes: scan.bytes }
  );
}

async function openTasks(db: Db, id: number, now: Date): Promise<OpenedFile | undefined> {
  const assignment = await findAssignment(db, id);
  if (!assignment) return undefined;
  const tasks = (await findTaskTexts(db, [id])).get(id) ?? [];
  const obligations = await findOpenObligations(db, [assignment.unit.id], now, new Date(now.getTime() + toldAheadMs));
  const text = tasksText(assignment, tasks, obligations);
  return { type: 'page', title: directiveTitle(assignment.directive), text };
}
