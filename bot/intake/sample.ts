import { existsSync, readFileSync } from 'node:fs';

const folder = 'sample/quang-xuong-2021';

/** A file of the sample that ships with the product, found from the sources and from the compiled files alike. */
export function readSample(name: 'units.csv' | 'directive.yaml'): string {
  const beside = new URL(`../../${folder}/${name}`, import.meta.url);
  return readFileSync(existsSync(beside) ? beside : new URL(`../../../${folder}/${name}`, import.meta.url), 'utf8');
}
