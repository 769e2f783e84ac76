/** The tables. Instants are civil time unless the column says `machine` (see docs/architecture.md, "The two clocks"). */
export * from './schema/audit.ts';
export * from './schema/clock.ts';
export * from './schema/directives.ts';
export * from './schema/flow.ts';
export * from './schema/places.ts';
export * from './schema/platforms.ts';
export * from './schema/signed.ts';
