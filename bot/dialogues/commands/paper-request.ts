/** What stands behind the directive in /xuat: which of its papers. */
import { bare } from '../../../core/language/topics.ts';
import { type ChatFormat, chatFormats } from '../../../messages/chat/papers-in-chat.ts';

/** What people call the kinds of papers, beside the ends of their files' names. */
const otherNames: Record<string, ChatFormat> = {
  word: 'docx',
  'bao cao': 'docx',
  'bao cao word': 'docx',
  excel: 'xlsx',
  bang: 'xlsx',
  'bang tong hop': 'xlsx',
  'bang excel': 'xlsx',
  'bieu do': 'png',
  anh: 'png',
  'phu luc': 'annex',
};

/** "docx", "Excel", "biểu đồ"; a paper that there is not is none. */
export const readPaperFormat = (said: string): ChatFormat | undefined =>
  chatFormats.find((format) => format === said.toLowerCase()) ?? otherNames[bare(said)];
