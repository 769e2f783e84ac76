/**
 * The file of a backup: gzipped lines of JSON. The first says what it is, each of the next holds one row, the last says how
 * many rows each table has. A file without it was cut.
 */
import { z } from 'zod';
import type { KeptRow } from '../../db/backup/load.ts';

/** Counts changes of this form. */
export const backupFormat = 1;

const headSchema = z.object({
  /** Says that this is such a file. */
  chidao: z.literal('backup'),
  format: z.number().int(),
  /** The hashes of the migrations of its database, oldest first. */
  migrations: z.array(z.string()),
  /** When it was made, in machine time. */
  at: z.iso.datetime(),
});

export type BackupHead = z.infer<typeof headSchema>;

const endSchema = z.object({ end: z.record(z.string(), z.number().int()) });

export const headLine = (head: BackupHead): string => `${JSON.stringify(head)}\n`;

export const rowLine = (table: string, row: string): string => `{"table":"${table}","row":${row}}\n`;

export const endLine = (counts: Record<string, number>): string => `${JSON.stringify({ end: counts })}\n`;

/** The head, where this is the first line of a backup. */
export function readHeadLine(line: string): BackupHead | undefined {
  const read = headSchema.safeParse(parseJson(line));
  return read.success ? read.data : undefined;
}

/** A row as its line has it: its own text is not touched, so that no number loses a digit. */
export function readRowLine(line: string): KeptRow | undefined {
  const [, table, row] = /^\{"table":"([a-z_]+)","row":(\{.*\})\}$/s.exec(line) ?? [];
  return table === undefined || row === undefined ? undefined : { table, row };
}

/** How many rows each table has, where this is the last line of a backup. */
export function readEndLine(line: string): Record<string, number> | undefined {
  const read = endSchema.safeParse(parseJson(line));
  return read.success ? read.data.end : undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
