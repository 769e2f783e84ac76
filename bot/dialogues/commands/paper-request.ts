/** What stands behind /xuat: which directive, and which of its papers. */
import { type ChatFormat, chatFormats } from '../../../messages/chat/papers-in-chat.ts';

/** "1 docx", "docx", "1" or nothing; a paper that there is not is none. */
export function readPaperRequest(argument: string): { directive: number | undefined; format: ChatFormat | undefined } {
  const [, id, asked] = /^(\d+)?\s*(.*)$/s.exec(argument) ?? [];
  return {
    directive: id === undefined ? undefined : Number(id),
    format: chatFormats.find((format) => format === asked?.toLowerCase()),
  };
}
