/** The tables. Instants are civil time unless the column says `machine` (see docs/architecture.md, "The two clocks"). */
export * from './audit.ts';
export * from './clock.ts';
export * from './directives.ts';
export * from './epochs.ts';
export * from './erasures.ts';
export * from './figures.ts';
export * from './flow.ts';
export * from './group-posts.ts';
export * from './life.ts';
export * from './nudges.ts';
export * from './offices.ts';
export * from './places.ts';
export * from './platforms.ts';
export * from './progress.ts';
export * from './signed.ts';
export * from './talk.ts';
export * from './targets.ts';
