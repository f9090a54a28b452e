import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { conversation, createTestWorld, seedC2C, seedGroup } from './world.ts';

const GROUPS = 'onConversationGroupListUpdated';
const IN_GROUP = 'onConversationInGroupUpdated';

describe.each(['2.x', '3.x'] as const)('marks and custom data in %s', (flavour) => {
  const talking = async () => {
    const world = createTestWorld({ maxInstances: 2 });
    seedC2C(world, 2);
    seedGroup(world, 2);
    const me = await world.connect('me', { flavour });
    return { ...world, me, sdk: me.sdk };
  };

  it('are set on those that are there; the others are listed as failures', async () => {
    const { me, run, sdk } = await talking();
    const conversationIDList = ['C2Calice', 'C2Cnobody'];
    const { data } = await run(sdk.markConversation({ conversationIDList, markType: 4, enableMark: true }));
    expect(data).toEqual({
      successConversationIDList: ['C2Calice'],
      failureConversationIDList: [{ conversationID: 'C2Cnobody', code: 2500, message: '' }],
    });
    await run(sdk.setConversationCustomData({ conversationIDList, customData: 'mine' }));
    expect(await conversation(sdk, 'C2Calice')).toMatchObject({ markList: [4], customData: 'mine' });
    expect(me.names()).toContain('onConversationListUpdated');
    await run(sdk.markConversation({ conversationIDList, markType: 4, enableMark: false }));
    expect((await conversation(sdk, 'C2Calice')).markList).toEqual([]);
  });

  it('reach the user’s other clients, and the next login, marks in ascending order', async () => {
    const { clock, connect, run, sdk } = await talking();
    const phone = await connect('me', { flavour });
    const conversationIDList = ['C2Calice'];
    for (const markType of [8, 1]) {
      await run(sdk.markConversation({ conversationIDList, markType, enableMark: true }));
    }
    await run(sdk.setConversationCustomData({ conversationIDList, customData: 'mine' }));
    await clock.advance(0);
    expect((await conversation(sdk, 'C2Calice')).markList).toEqual([8, 1]);
    const seen = { markList: [1, 8], customData: 'mine' };
    expect(await conversation(phone.sdk, 'C2Calice')).toMatchObject(seen);
    const later = await connect('me', { flavour });
    expect(await conversation(later.sdk, 'C2Calice')).toMatchObject(seen);
  });

  it('have limits', async () => {
    const { sdk } = await talking();
    const conversationIDList = ['C2Calice'];
    for (const bad of [
      () => sdk.setConversationCustomData({ conversationIDList, customData: 'x'.repeat(257) }),
      () => sdk.markConversation({ conversationIDList, markType: 0, enableMark: true }),
      () => sdk.markConversation({ conversationIDList: [], markType: 1, enableMark: true }),
      () => sdk.markConversation({ conversationIDList, markType: 1 } as never),
      () => sdk.createConversationGroup({ conversationIDList, groupName: 'x'.repeat(33) }),
    ]) {
      expect(bad).toThrow('Params validate failed.');
    }
  });
});

describe.each(['2.x', '3.x'] as const)('conversation groups in %s', (flavour) => {
  const grouped = async () => {
    const world = createTestWorld({ maxInstances: 2 });
    seedC2C(world, 2);
    seedGroup(world, 2);
    const { sdk } = await world.connect('me', { flavour });
    const phone = await world.connect('me', { flavour });
    await world.run(sdk.createConversationGroup({ conversationIDList: ['C2Calice'], groupName: 'Work' }));
    await world.clock.advance(0);
    return {
      ...world,
      sdk,
      phone: phone.sdk,
      heard: listen(sdk, GROUPS, IN_GROUP),
      heardByPhone: listen(phone.sdk, GROUPS, IN_GROUP),
    };
  };

  it('are made, with the list event twice, as the SDK does', async () => {
    const { clock, connect, run } = createTestWorld();
    const { sdk } = await connect('me', { flavour });
    const heard = listen(sdk, GROUPS);
    await run(sdk.getConversationProfile('C2Calice'));
    const options = { conversationIDList: ['C2Calice', 'C2Cnobody'], groupName: 'Work' };
    const { data } = await run(sdk.createConversationGroup(options));
    expect(data).toEqual({
      successConversationIDList: ['C2Calice'],
      failureConversationIDList: [{ conversationID: 'C2Cnobody', code: 2500, message: '' }],
    });
    await clock.advance(0);
    expect(heard.map((event) => event.data)).toEqual([['Work'], ['Work']]);
    expect((await conversation(sdk, 'C2Calice')).conversationGroupList).toEqual(['Work']);
  });

  it('are listed, here and on the other clients', async () => {
    const { phone, sdk } = await grouped();
    for (const client of [sdk, phone]) {
      expect((await client.getConversationGroupList()).data).toEqual(['Work']);
      expect((await conversation(client, 'C2Calice')).conversationGroupList).toEqual(['Work']);
    }
  });

  it('take conversations in and let them out, with those that are in it now', async () => {
    const { clock, heard, heardByPhone, run, sdk } = await grouped();
    const groupName = 'Work';
    const both = ['C2Calice', 'GROUPg1'];
    const added = await run(sdk.addConversationsToGroup({ conversationIDList: both, groupName }));
    expect(added.data.successConversationIDList).toEqual(['GROUPg1']);
    const [alice, group] = await Promise.all(both.map((id) => conversation(sdk, id)));
    await run(sdk.deleteConversationsFromGroup({ conversationIDList: ['C2Calice'], groupName }));
    await clock.advance(0);
    expect(heard.map(({ name }) => name)).toEqual([IN_GROUP, IN_GROUP]);
    const lists = heard.map(({ data }) => (data as { conversationList: unknown[] }).conversationList);
    expect(lists[0]).toHaveLength(2);
    expect(lists[0]).toContain(alice);
    expect(lists[1]).toEqual([group]);
    expect(heardByPhone.map(({ name }) => name)).toEqual([IN_GROUP, IN_GROUP]);
  });

  it('are renamed: the answer is nothing, and the rows follow', async () => {
    const { clock, heard, heardByPhone, phone, run, sdk } = await grouped();
    const renamed = sdk.renameConversationGroup({ oldName: 'Work', newName: 'Office' });
    expect(await run(renamed)).toBeUndefined();
    await clock.advance(0);
    for (const client of [sdk, phone]) {
      expect((await conversation(client, 'C2Calice')).conversationGroupList).toEqual(['Office']);
    }
    for (const list of [heard, heardByPhone]) {
      expect(list).toEqual([{ name: GROUPS, data: ['Office'] }]);
    }
  });

  it('are deleted: the answer is nothing, and the rows are in none', async () => {
    const { clock, heard, heardByPhone, phone, run, sdk } = await grouped();
    expect(await run(sdk.deleteConversationGroup('Work'))).toBeUndefined();
    await clock.advance(0);
    for (const client of [sdk, phone]) {
      expect((await conversation(client, 'C2Calice')).conversationGroupList).toEqual([]);
    }
    for (const list of [heard, heardByPhone]) expect(list).toEqual([{ name: GROUPS, data: [] }]);
  });

  it('that are not there, and more than 20, are refused', async () => {
    const { codeOf, run, sdk } = await grouped();
    const conversationIDList = ['C2Calice'];
    expect(await codeOf(sdk.deleteConversationGroup('x'))).toBe(51009);
    expect(await codeOf(sdk.renameConversationGroup({ oldName: 'x', newName: 'y' }))).toBe(51009);
    expect(await codeOf(sdk.addConversationsToGroup({ conversationIDList, groupName: 'x' }))).toBe(51009);
    for (let i = 1; i < 20; i += 1) {
      await run(sdk.createConversationGroup({ conversationIDList, groupName: `${i}` }));
    }
    expect(await codeOf(sdk.createConversationGroup({ conversationIDList, groupName: '20' }))).toBe(51010);
  });
});
