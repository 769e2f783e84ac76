/** What a play of a sample is made of: who says what, what they read then, and what each of them means by it. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { parse as parseYaml } from 'yaml';
import { type DirectiveDraft, directiveDraftSchema } from '../../../../core/directives/directive.ts';
import type { Meant } from './meant.ts';

/** What is typed, and what the first answer to it must hold. */
export type Turn = readonly [typed: string, ...read: RegExp[]];

/** What a unit's head types on a day, and what counts of the unit when the day is over. */
export type Part = { turns: readonly Turn[]; meant: Meant };

export type Script = {
  /** The folder of the sample. */
  sample: string;
  /** When it is imported and issued, civil. */
  start: string;
  /** What staff type to issue it. */
  issuing: readonly Turn[];
  hasTargets: boolean;
  /** Units whose heads acknowledge it, and say no more. */
  silent: readonly string[];
  days: readonly { at: string; parts: Readonly<Record<string, Part>> }[];
};

export type SampleUnit = { code: string; name: string; kind: string; parent: string };

/** The files of a sample, as somebody reads them who does not know the program. */
export type Sample = { units: SampleUnit[]; draft: DirectiveDraft; targets: Record<string, string>[] };

/** A file of a sample, as a command takes it. */
export const fileOf = (sample: string, name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: readFileSync(new URL(`../../../../sample/${sample}/${name}`, import.meta.url)),
});

const rowsIn = <T>(sample: string, name: string): T[] =>
  Papa.parse<T>(Buffer.from(fileOf(sample, name).bytes).toString(), { header: true, skipEmptyLines: true }).data;

/** Reads the files of the sample that a script plays. */
export const sampleOf = ({ sample, hasTargets }: Script): Sample => ({
  units: rowsIn(sample, 'units.csv'),
  draft: directiveDraftSchema.parse(parseYaml(Buffer.from(fileOf(sample, 'directive.yaml').bytes).toString())),
  targets: hasTargets ? rowsIn(sample, 'targets.csv') : [],
});
