/**
 * Group chats of the Official Account (GMF): only those that it made itself, each under an asset that the office bought.
 * Facts: https://docs.zaloplatforms.com/docs/OA (group, quota).
 */
import { z } from 'zod';
import type { GroupAsset, GroupHost, HostFailure } from '../../../core/channels/group-host.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { idSchema } from '../zalo/json.ts';
import type { OaCaller, OaFailure } from './call.ts';

/** The kinds of asset, by how many members their group may have. */
const kinds = [
  ['gmf10', 10],
  ['gmf50', 50],
  ['gmf100', 100],
  ['gmf1000', 1000],
] as const;
/** Of the package, bought, or given. */
const sources = ['sub_quota', 'purchase_quota', 'reward_quota'] as const;
/** The largest page of members, and the most pages that are read: no group has more than 1,000 members. */
const pageSize = 50;
const mostPages = 21;

const assetSchema = z.object({
  asset_id: idSchema,
  status: z.string().catch(''),
  used_id: idSchema.nullish().catch(undefined),
});
/** An answer without a list of assets is one with none. */
const assetsSchema = z.array(assetSchema).catch([]);
/** The id and the link have been seen beside `group_info` and in it. */
const place = { group_id: idSchema.optional().catch(undefined), group_link: z.string().optional().catch(undefined) };
const madeSchema = z
  .object({ ...place, group_info: z.object(place).optional().catch(undefined) })
  .transform(({ group_info: info, ...own }) => ({
    address: own.group_id ?? info?.group_id,
    link: own.group_link ?? info?.group_link ?? null,
  }));
/** The account itself is among the members, without a user's id. */
const membersSchema = z.object({
  members: z.array(z.object({ user_id: idSchema.optional().catch(undefined) })).catch([]),
});

/** What a failed call means where the outcome matters more than the message. */
function hostFailureOf(failure: OaFailure): HostFailure {
  const { reason } = failure;
  if (failure.type === 'answered') return { type: 'refused', reason };
  return { type: failure.type === 'unclear' ? 'unclear' : 'unreached', reason };
}

const hosted = <T>(result: Result<T, OaFailure>): Result<T, HostFailure> =>
  result.ok ? result : fail(hostFailureOf(result.error));

export function createOaGroups({ get, post }: OaCaller): GroupHost {
  return {
    listAssets: async () => {
      const assets: GroupAsset[] = [];
      for (const [kind, capacity] of kinds)
        for (const source of sources) {
          const body = { quota_owner: 'OA', product_type: kind, quota_type: source };
          const told = await post('/v3.0/oa/quota/group', body, assetsSchema);
          if (!told.ok) return fail(hostFailureOf(told.error));
          for (const { asset_id: id, status, used_id: used } of told.value)
            if (used || status === 'available') assets.push({ id, capacity, usedFor: used ?? null });
        }
      return ok(assets);
    },
    make: async ({ title, asset, members }) => {
      const order = { group_name: title, group_description: title, asset_id: asset, member_user_ids: members };
      const made = hosted(await post('/v3.0/oa/group/creategroupwithoa', order, madeSchema));
      if (!made.ok) return made;
      const { address, link } = made.value;
      return address === undefined
        ? fail({ type: 'unclear', reason: 'an answer without the group' })
        : ok({ address, link });
    },
    invite: async (group, people) => {
      const order = { group_id: group, member_user_ids: people };
      return hosted(
        await post(
          '/v3.0/oa/group/invite',
          order,
          z.unknown().transform(() => undefined),
        ),
      );
    },
    listMembers: async (group) => {
      const members: string[] = [];
      for (let page = 0; page < mostPages; page++) {
        const query = { group_id: group, offset: String(page * pageSize), count: String(pageSize) };
        const told = await get('/v3.0/oa/group/listmember', query, membersSchema);
        if (!told.ok) return fail(hostFailureOf(told.error));
        members.push(...told.value.members.flatMap(({ user_id: id }) => id ?? []));
        if (told.value.members.length < pageSize) break;
      }
      return ok(members);
    },
  };
}
