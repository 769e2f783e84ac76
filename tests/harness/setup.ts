/** Before each file: properties draw from one seed a run, which is printed where one fails, and can be given again. */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ seed: inject('seed') });
