import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, textTo } from './world.ts';

describe('server.truth', () => {
  it('knows what users have done to a message', async () => {
    const world = createTestWorld();
    const sdk = (await world.connect()).sdk as Required<MemorySdk>;
    const options = { to: 'g1', conversationType: 'GROUP', payload: { text: 'x' }, needReadReceipt: true };
    const message = sdk.createTextMessage({ ...options, isSupportExtension: true });
    await world.run(sdk.sendMessage(message));
    await world.run(sdk.addMessageReaction(message, 'smile'));
    await world.run(sdk.pinGroupMessage({ groupID: 'g1', message, isPinned: true }));
    await world.run(sdk.deleteMessage([message]));
    world.server.sendReceipt('bob', message.ID);
    world.server.react('bob', message.ID, 'smile');
    world.server.setExtensions('bob', message.ID, { poll: 'yes' });
    world.server.modify(message.ID, { text: 'y' });
    expect(world.server.truth.notes(message.ID)).toEqual({
      deletedBy: ['me'],
      receiptsOf: ['bob'],
      extensions: { poll: 'yes' },
      reactions: { smile: ['me', 'bob'] },
      pinnedBy: 'me',
    });
    expect(world.server.truth.messages('me', 'GROUPg1')).toMatchObject([{ text: 'y', version: 1 }]);
    expect(world.server.truth.notes('unknown')).toBeUndefined();
  });

  it('knows profiles, rows, attributes, counters and who waits', async () => {
    const { server, connect, run } = createTestWorld();
    const { sdk } = await connect();
    server.addGroup('club', { ownerID: 'alice' });
    await run(sdk.setGroupAttributes({ groupID: 'g1', groupAttributes: { mood: 'good' } }));
    await run(sdk.setGroupCounters({ groupID: 'g1', counters: { seats: 3 } }));
    await run(sdk.joinGroup({ groupID: 'club' }));
    await run(sdk.sendMessage(textTo(sdk, 'bob', 'hello')));
    const { truth } = server;
    expect(truth.group('g1')).toMatchObject({ attributes: { mood: 'good' }, counters: { seats: 3 } });
    expect(truth.group('club')?.applicantIDs).toEqual(['me']);
    expect(truth.conversationIDs('me')).toEqual(['GROUPg1', 'C2Cbob']);
    expect(truth.profile('alice')).toMatchObject({ userID: 'alice', nick: 'Alice' });
    expect(truth.profile('nobody')).toBeUndefined();
  });
});
