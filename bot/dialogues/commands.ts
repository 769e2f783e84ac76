/** The words that always work, at any step. The names that platforms list come first, then what people also type. */
import { fold } from '../../core/language/text.ts';

const channelWords = [
  'kenh',
  'kenh nay',
  'dung kenh nay',
  'chon kenh nay',
  'nhan tin o day',
  'nhan tin tai day',
  'nhan o day',
  'nhan tai day',
  'o day',
];

const table = {
  start: { slash: ['start', 'batdau'], words: ['bat dau'] },
  tasks: { slash: ['nhiemvu'], words: ['nhiem vu', 'nhiemvu'] },
  acknowledge: { slash: ['nhan', 'danhan'], words: ['da nhan', 'nhan', 'da nhan duoc', 'ok da nhan'] },
  report: { slash: ['baocao'], words: ['bao cao', 'baocao'] },
  change: { slash: ['sua'], words: ['sua', 'sua bao cao', 'sua so lieu'] },
  signed: { slash: ['daky'], words: ['da ky', 'van ban da ky', 'bao cao da ky'] },
  channel: { slash: ['kenh'], words: channelWords },
  me: { slash: ['toi'], words: ['toi', 'toi la ai'] },
  cancel: { slash: ['huy'], words: ['huy', 'huy bo', 'thoi'] },
  help: { slash: ['trogiup', 'help'], words: ['tro giup', 'trogiup', 'huong dan', 'giup'] },
  summary: { slash: ['summary', 'tonghop'], words: ['tong hop', 'summary'] },
  directives: { slash: ['vanban'], words: ['van ban'] },
  issue: { slash: ['phathanh'], words: ['phat hanh'] },
  papers: { slash: ['xuat'], words: ['xuat bao cao', 'xuat'] },
  chart: { slash: ['bieudo'], words: ['bieu do'] },
  draft: { slash: ['duthao'], words: ['du thao', 'nhan du thao'] },
  calls: { slash: ['goidien'], words: ['goi dien'] },
  groups: { slash: ['nhom', 'taonhom'], words: ['nhom', 'tao nhom'] },
  invite: { slash: ['moi'], words: ['moi'] },
} as const;

export type CommandName = keyof typeof table;

const entries = Object.entries(table) as [CommandName, { slash: readonly string[]; words: readonly string[] }][];

/** The command of this name; undefined when there is none. Diacritics do not matter. */
export function findCommand(said: string, kind: 'slash' | 'words'): CommandName | undefined {
  const folded = fold(said);
  return entries.find(([, names]) => names[kind].includes(folded))?.[0];
}
