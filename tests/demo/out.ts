/** What a rehearsal leaves in its folder. Another writer is added to the list at the end. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportPaper } from '../../bot/papers/export.ts';
import type { Backstage } from './backstage.ts';
import type { Campaign } from './campaign.ts';
import type { Chat } from './chat.ts';
import type { SummaryDocument } from './checks.ts';
import { messagesTable } from './messages-table.ts';
import { demoFile, demoLine, demoReadme, demoSpeaker } from './wording.ts';

export type Rehearsed = { backstage: Backstage; campaign: Campaign; summary: SummaryDocument };

/** Makes files below `folder`; `name` and `what` stand in the README. */
export type Writer = { name: string; what: string; write(folder: string, rehearsed: Rehearsed): Promise<void> | void };

/** An empty folder. */
export function clearFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** Writes everything, and a README that says what is what. */
export async function writeFiles(folder: string, rehearsed: Rehearsed): Promise<void> {
  for (const { write } of writers) await write(folder, rehearsed);
  const described = writers.map(({ name, what }) => [name, what] as const);
  writeFileSync(join(folder, 'README.txt'), `${demoReadme([...described, [logFile, demoFile.log]])}\n`);
}

/** The service's log, written as it runs. */
export const logFile = 'service.log';

/** Whose chats are worth reading: the chairman, staff, and those who did not go straight through. */
const told = [
  'XA-QUANG-BINH',
  'XA-QUANG-CHINH',
  'PHONG-TCKH',
  'PHONG-GDDT',
  'MN-QUANG-DUC',
  'XA-QUANG-HAI',
  'MN-QUANG-YEN',
];

/** The papers that a chairman holds in his hands, and the drafts of a commune, of the education office and of a school. */
const asked = [
  { format: 'docx' },
  { format: 'xlsx' },
  { format: 'png' },
  { format: 'annex' },
  { format: 'csv' },
  { format: 'json' },
  { format: 'unit', unit: 'XA-QUANG-BINH' },
  { format: 'unit', unit: 'PHONG-GDDT' },
  { format: 'unit', unit: 'MN-QUANG-DUC' },
] as const;

const writers: readonly Writer[] = [
  {
    name: 'summary.txt',
    what: demoFile.summary,
    write: (folder, { campaign }) => {
      const last = campaign.office.leader.lines.findLast(({ text }) => text.startsWith('TỔNG HỢP'));
      writeFileSync(join(folder, 'summary.txt'), `${last?.text ?? ''}\n`);
    },
  },
  {
    name: 'summary.json',
    what: demoFile.summaryJson,
    write: (folder, { summary }) =>
      writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`),
  },
  {
    name: 'timeline.txt',
    what: demoFile.timeline,
    write: (folder, { campaign }) => {
      const lines = campaign.timeline.happenings.map(({ at, text }) => demoLine(at, text));
      writeFileSync(join(folder, 'timeline.txt'), `${lines.join('\n')}\n`);
    },
  },
  {
    name: 'messages.csv',
    what: demoFile.messages,
    write: async (folder, { backstage }) =>
      writeFileSync(join(folder, 'messages.csv'), await messagesTable(backstage.service.db)),
  },
  {
    name: 'papers/',
    what: demoFile.papers,
    write: async (folder, { backstage, summary }) => {
      const papers = join(folder, 'papers');
      mkdirSync(papers);
      const { db, clock } = backstage.service;
      await Promise.all(
        asked.map(async (request) => {
          const paper = await exportPaper(db, { directiveId: summary.id, ...request }, clock.civil());
          if (!paper.ok) throw new Error(paper.error);
          writeFileSync(join(papers, paper.value.name), paper.value.bytes);
        }),
      );
    },
  },
  {
    name: 'chats/',
    what: demoFile.chats,
    write: (folder, { campaign }) => {
      const chats = join(folder, 'chats');
      mkdirSync(chats);
      for (const { chat, role, unitCode } of campaign.participants) {
        if (role === 'head' && !told.includes(unitCode)) continue;
        const colleague = campaign.participants.find((one) => one.unitCode === unitCode && one.role === role);
        const nth = colleague?.chat === chat ? '' : '-2';
        writeFileSync(join(chats, `${role === 'head' ? unitCode : role}${nth}.txt`), transcript(chat));
      }
      writeFileSync(join(chats, 'group.txt'), transcript(campaign.office.group));
    },
  },
];

function transcript({ name, lines }: Chat): string {
  const said = lines.map(({ at, from, text, choices }) => {
    const below = choices.length > 0 ? `\n   [${choices.join('] [')}]` : '';
    return `${demoLine(at, from === 'system' ? demoSpeaker.system : name)}:\n   ${text.replaceAll('\n', '\n   ')}${below}`;
  });
  return `${name}\n\n${said.join('\n\n')}\n`;
}
