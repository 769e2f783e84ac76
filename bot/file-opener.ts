/** What signed links open. */
import type { LinkTarget } from '../core/link.ts';
import { findAssignment, findTaskTexts } from '../db/assignments.ts';
import type { Db } from '../db/database.ts';
import { isLinkRevoked } from '../db/revoked-links.ts';
import { directiveTitle, tasksText } from '../messages/directive.ts';
import type { Clock } from './clock.ts';
import { hashToken, readLink, signLink } from './links.ts';
import type { FileOpener, OpenedFile } from './web/files.ts';

/** How long a link is good; machine time. */
const linkDays = 60;

export type LinkMaker = (target: LinkTarget) => string;

/** Makes the addresses at which targets open. */
export function createLinkMaker(key: Buffer, publicUrl: string, clock: Clock): LinkMaker {
  return (target) =>
    `${publicUrl}/files/${signLink(key, target, new Date(clock.machine().getTime() + linkDays * 24 * 3600 * 1000))}`;
}

/** Makes a paper that a link names; undefined where there is none. */
export type PaperMaker = (target: Extract<LinkTarget, { what: 'paper' }>) => Promise<OpenedFile | undefined>;

export function createFileOpener(deps: { db: Db; clock: Clock; key: Buffer; makePaper?: PaperMaker }): FileOpener {
  const { db, clock, key, makePaper } = deps;
  return async (token) => {
    const target = readLink(key, token, clock.machine());
    if (!target || (await isLinkRevoked(db, hashToken(token)))) return undefined;
    return target.what === 'tasks' ? openTasks(db, target.assignment) : makePaper?.(target);
  };
}

async function openTasks(db: Db, id: number): Promise<OpenedFile | undefined> {
  const assignment = await findAssignment(db, id);
  if (!assignment) return undefined;
  const tasks = (await findTaskTexts(db, [id])).get(id) ?? [];
  return { type: 'page', title: directiveTitle(assignment.directive), text: tasksText(assignment, tasks) };
}
