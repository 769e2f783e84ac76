/** How the fake Official Account makes groups: one for each asset, with an administrator, of people who can be invited. */
import type { Account } from './account.ts';
import { invalid, isRecord, OaError } from './errors.ts';
import { createGroup, type Person } from './people.ts';
import type { Routes } from './routes.ts';

const day = 86_400_000;

export type FakeAsset = { id: string; kind: 'gmf10' | 'gmf50' | 'gmf100' | 'gmf1000'; usedFor?: string };

export function groupRoutes(rooms: Account): Routes {
  const peopleOf = (ids: unknown): Person[] => {
    if (!Array.isArray(ids) || ids.length === 0) throw invalid('member_user_ids');
    const people = ids.map(rooms.personOf);
    for (const { standing } of people) {
      const wroteAt = standing.interactedAt ?? Number.NEGATIVE_INFINITY;
      if (!standing.isFollowing && rooms.now() - wroteAt > 7 * day) throw new OaError(-232, 'User has not interacted');
    }
    return people;
  };
  return {
    'POST /v3.0/oa/quota/group': (_, body) => {
      if (body.quota_owner !== 'OA') throw invalid('quota_owner');
      const own = body.quota_type === 'sub_quota' ? rooms.assets : [];
      return own
        .filter(({ kind }) => kind === body.product_type)
        .map(({ id, usedFor }) => ({
          asset_id: id,
          status: usedFor ? 'used' : 'available',
          ...(usedFor && { used_id: usedFor }),
        }));
    },
    'POST /v3.0/oa/group/creategroupwithoa': (_, body) => {
      const asset = rooms.assets.find(({ id }) => id === body.asset_id);
      if (!asset) throw invalid('asset_id');
      if (asset.usedFor) throw new OaError(-238, 'Asset is used');
      const people = peopleOf(body.member_user_ids);
      if (!people.some(({ isAdmin }) => isAdmin)) throw invalid('member_user_ids');
      const group = createGroup(rooms.newId(), String(body.group_name));
      for (const { id } of people) group.members.add(id);
      asset.usedFor = group.id;
      rooms.groups.set(group.id, group);
      return { group_info: { group_id: group.id, name: group.title, group_link: `https://zalo.me/g/${group.id}` } };
    },
    'POST /v3.0/oa/group/invite': (_, body) => {
      const group = rooms.groupOf(body.group_id);
      for (const { id } of peopleOf(body.member_user_ids)) group.members.add(id);
      return {};
    },
    'GET /v3.0/oa/group/listmember': (call) => {
      const group = rooms.groupOf(call.query.get('group_id'));
      const [offset, count] = [Number(call.query.get('offset')), Number(call.query.get('count'))];
      if (!isRecord(group) || !(count >= 1 && count <= 50)) throw invalid('count');
      const members = [{ oa_id: '1', name: 'OA' }, ...[...group.members].map((id) => ({ user_id: id, name: 'Người' }))];
      return { group_id: group.id, total: members.length, members: members.slice(offset, offset + count) };
    },
  };
}
