import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { directives } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeDatabases('what names a directive', (db) => {
  it('is what stands in its draft, also once that was written anew or put back from a backup of before', async () => {
    const { directiveId } = await createWorld(db());
    const expectAsDrafted = async (): Promise<void> => {
      const [row] = await db().select().from(directives).where(eq(directives.id, directiveId));
      const { type, basis = null, contact = null, signer = null } = row?.draft ?? { type: '' };
      expect(await readDirectiveRef(db(), directiveId)).toMatchObject({ type, basis, contact, signer });
    };
    await expectAsDrafted();
    const named = {
      basis: 'Luật Giao dịch điện tử',
      contact: { name: 'Bà Hoa', phone: '0900000001' },
      signer: { name: 'Ông Minh' },
    };
    await db()
      .update(directives)
      .set({ draft: sql`${directives.draft} || ${JSON.stringify(named)}::jsonb` });
    await expectAsDrafted();
    expect(await readDirectiveRef(db(), directiveId)).toMatchObject(named);
    await db().execute(
      sql`create temporary table kept as select to_jsonb(d) - 'named' || '{"id": 99}' as row from directives d`,
    );
    await db().execute(sql`insert into directives overriding system value
      select (jsonb_populate_record(null::directives, row)).* from kept`);
    await db().execute(sql`drop table kept`);
    expect(await readDirectiveRef(db(), 99)).toMatchObject(named);
  });
});
