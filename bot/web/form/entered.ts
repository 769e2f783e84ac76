/** What a browser posts of a form. */
import { z } from 'zod';
import type { EnteredFile, EnteredForm, EnteredSection } from '../../../core/conversation/form.ts';

/** Beyond what any form has: fields behind it are not read. */
const mostFields = 2000;

const fieldSchema = z.union([z.string(), z.array(z.unknown())]);

/** Names of fields: "f:KEY" of an indicator, "t:PART:SECTION" of a section of tasks. */
export const fieldName = {
  figure: (key: string): string => `f:${key}`,
  section: (part: keyof EnteredSection, section: string): string => `t:${part}:${section}`,
  note: 'note',
  base: 'base',
  behalf: 'behalf',
  sure: 'sure',
  /** A file for a place, as core/conversation/form.ts names it. */
  file: (place: string): string => `file:${place}`,
} as const;

/** The texts of a field that was posted once or several times, as a database can keep them; files are none. */
function textsOf(field: unknown): string[] {
  const { data = [] } = fieldSchema.safeParse(field);
  return [data]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : []));
}

const sectionParts: readonly (keyof EnteredSection)[] = ['state', 'percent', 'reason', 'paper'];

/** Reads the fields of a post; a field of no known name is left out, and of one that came twice the last counts. */
export async function readEnteredForm(posted: Record<string, unknown>): Promise<EnteredForm> {
  const figures = new Map<string, string>();
  const sections = new Map<string, EnteredSection>();
  for (const [name, field] of Object.entries(posted).slice(0, mostFields)) {
    const text = textsOf(field).at(-1) ?? '';
    const [kind, ...rest] = name.split(':');
    if (kind === 'f') figures.set(rest.join(':'), text);
    const part = sectionParts.find((one) => kind === 't' && one === rest[0]);
    const section = rest.slice(1).join(':');
    if (part) sections.set(section, { ...(sections.get(section) ?? empty), [part]: text });
  }
  const base = textsOf(posted[fieldName.base]).at(-1) ?? '';
  return {
    base: /^\d{1,6}$/.test(base) ? Number(base) : 0,
    figures,
    note: textsOf(posted[fieldName.note]).at(-1) ?? '',
    behalf: textsOf(posted[fieldName.behalf]).at(-1) ?? '',
    sections,
    files: await filesIn(posted),
    sure: textsOf(posted[fieldName.sure]).flatMap((names) => names.split(' ')),
  };
}

/** Of so many files at most are the bytes read. */
const mostFiles = 20;

/** The files that were chosen; a browser sends an empty one where none was. */
async function filesIn(posted: Record<string, unknown>): Promise<EnteredForm['files']> {
  const files = new Map<string, EnteredFile>();
  for (const [name, field] of Object.entries(posted)) {
    const file = [field].flat().find((one) => one instanceof File && one.size > 0);
    if (!name.startsWith('file:') || !(file instanceof File) || files.size >= mostFiles) continue;
    files.set(name.slice('file:'.length), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return files;
}

const empty: EnteredSection = { state: '', percent: '', reason: '', paper: '' };

const answerSchema = z.object({
  once: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  tap: z.string().min(1).max(200).optional(),
  text: z.string().max(4000).optional(),
});

/** An answer to the question of a page, under an id of the page's own making; undefined for anything else. */
export function readFormAnswer(
  posted: unknown,
): { once: string; tap: string } | { once: string; text: string } | undefined {
  const { data } = answerSchema.safeParse(posted);
  if (!data) return undefined;
  if (data.tap !== undefined) return { once: data.once, tap: data.tap };
  const text = data.text?.trim();
  return text ? { once: data.once, text } : undefined;
}
