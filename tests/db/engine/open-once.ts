// Opens and migrates the database of DATABASE_URL, says how that went, and closes it.
import { openDatabase } from '../../../db/engine/open.ts';

const opened = await openDatabase({ url: process.env.DATABASE_URL, dataDir: '' });
console.log(opened.ok ? 'opened' : JSON.stringify(opened.error));
if (opened.ok) await opened.value.close();
