import { describe, expect, it } from 'vitest';
import { openOaChannel, openZaloOa } from './opened.ts';

async function openGroups() {
  const zalo = await openZaloOa();
  const { groups } = openOaChannel(zalo).channel;
  const admin = zalo.createFollower({ name: 'Quản trị', isAdmin: true });
  const an = zalo.createFollower({ name: 'An' });
  admin.follow();
  an.follow();
  return { zalo, groups, admin, an };
}

describe('the groups of an Official Account', () => {
  it('are made of what the office owns, each once', async () => {
    const { zalo, groups, admin } = await openGroups();
    zalo.assets.push({ id: 'a100', kind: 'gmf100' }, { id: 'a10', kind: 'gmf10' });
    expect(await groups.listAssets()).toEqual({
      ok: true,
      value: [
        { id: 'a10', capacity: 10, usedFor: null },
        { id: 'a100', capacity: 100, usedFor: null },
      ],
    });
    const made = await groups.make({ title: 'Chỉ đạo', asset: 'a100', members: [admin.id] });
    expect(made).toMatchObject({ ok: true, value: { link: expect.stringMatching(/^https:/) } });
    expect(await groups.listAssets()).toMatchObject({
      value: [{ id: 'a10' }, { id: 'a100', usedFor: made.ok && made.value.address }],
    });
    expect(await groups.make({ title: 'Chỉ đạo', asset: 'a100', members: [admin.id] })).toMatchObject({
      ok: false,
      error: { type: 'refused', reason: expect.stringContaining('-238') },
    });
  });

  it('need an administrator among their first members', async () => {
    const { zalo, groups, an } = await openGroups();
    zalo.assets.push({ id: 'a50', kind: 'gmf50' });
    const made = await groups.make({ title: 'Chỉ đạo', asset: 'a50', members: [an.id] });
    expect(made).toMatchObject({ ok: false, error: { type: 'refused' } });
    expect(zalo.assets[0]?.usedFor).toBeUndefined();
  });

  it('leave it open whether one was made when no answer comes', async () => {
    const { zalo, groups, admin } = await openGroups();
    zalo.assets.push({ id: 'a50', kind: 'gmf50' });
    zalo.failNext('creategroupwithoa', { kind: 'reset-after' });
    const made = await groups.make({ title: 'Chỉ đạo', asset: 'a50', members: [admin.id] });
    expect(made).toMatchObject({ ok: false, error: { type: 'unclear' } });
    expect(await groups.listAssets()).toMatchObject({ value: [{ usedFor: expect.any(String) }] });
  });

  it('tell all their members, page by page, without the account itself', async () => {
    const { zalo, groups, admin } = await openGroups();
    zalo.assets.push({ id: 'a1000', kind: 'gmf1000' });
    const made = await groups.make({ title: 'Chỉ đạo', asset: 'a1000', members: [admin.id] });
    const address = made.ok ? made.value.address : '';
    const many = Array.from({ length: 120 }, () => zalo.createFollower());
    for (const one of many) one.follow();
    expect(
      await groups.invite(
        address,
        many.map(({ id }) => id),
      ),
    ).toMatchObject({ ok: true });
    const told = await groups.listMembers(address);
    expect(told.ok && told.value.toSorted()).toEqual([admin, ...many].map(({ id }) => id).toSorted());
  });

  it('refuse an invitation as a whole for one who cannot be invited', async () => {
    const { zalo, groups, admin, an } = await openGroups();
    zalo.assets.push({ id: 'a50', kind: 'gmf50' });
    const made = await groups.make({ title: 'Chỉ đạo', asset: 'a50', members: [admin.id] });
    const stranger = zalo.createFollower();
    const invited = await groups.invite(made.ok ? made.value.address : '', [an.id, stranger.id]);
    expect(invited).toMatchObject({ ok: false, error: { type: 'refused', reason: expect.stringContaining('-232') } });
  });
});
