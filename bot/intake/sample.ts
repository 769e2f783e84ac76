import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../db/engine/folders/package-root.ts';

/** A file of the sample that ships with the product. */
export const readSample = (name: 'units.csv' | 'directive.yaml'): string =>
  readFileSync(join(packageRoot(), 'sample/quang-xuong-2021', name), 'utf8');
