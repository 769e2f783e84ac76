/** The small district, where the education office consolidates its schools. */
import { directive } from './fixture.ts';

const [duty] = directive.duties;

const everyAudience = { kinds: [], tags: [], codes: [], childrenOf: [], except: [] };

/** The draft with which schools report to the education office, a working day before it reports for them. */
export const consolidated = JSON.stringify({
  ...directive,
  duties: [
    {
      ...duty,
      consolidations: [{ by: 'PHONG-GDDT', audience: { ...everyAudience, kinds: ['school'] }, earlier: 'P1D' }],
    },
  ],
});
