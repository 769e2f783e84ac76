import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

/** Gives back the room of dead rows and refreshes the planner's statistics. Not inside a transaction. */
export async function vacuum(db: Db): Promise<void> {
  await db.execute(sql`vacuum analyze`);
}
