// Opens the database of DATABASE_URL or DATA_DIR for itself alone, says so, and holds it until it is ended.

import { readEnvironment } from '../../../bot/config/environment.ts';
import { openLocked, placeOf, sayOpenFailure } from '../../../bot/process/database.ts';

const config = readEnvironment();
if (!config.ok) throw new Error(config.error);
const opened = await openLocked(placeOf(config.value), 0);
console.log(opened.ok ? 'opened' : sayOpenFailure(opened.error));
if (opened.ok) {
  setInterval(() => {}, 1000);
  void opened.value.lost.then(() => {
    console.log('lost');
    process.exit(3);
  });
}
