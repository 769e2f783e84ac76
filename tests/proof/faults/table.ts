/** Every fault that is played. */
import type { Fault } from '../kit/fault.ts';
import { clockFaults } from './clock.ts';
import { databaseFaults } from './database.ts';
import { inboundFaults } from './inbound.ts';
import { platformFaults } from './platform.ts';
import { processFaults } from './processes.ts';
import { severalFaults } from './several.ts';
import { webFaults } from './web.ts';
import { zaloFaults } from './zalo.ts';

export const allFaults: readonly Fault[] = [
  ...platformFaults,
  ...zaloFaults,
  ...inboundFaults,
  ...databaseFaults,
  ...processFaults,
  ...severalFaults,
  ...clockFaults,
  ...webFaults,
];
