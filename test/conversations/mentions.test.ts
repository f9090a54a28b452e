import { groupID, selectConversation, selectTimeline, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const team = groupID('team');

describe.each(flavours)('mentions of me on $flavour', (sdk) => {
  it('stand in the row of the group until it is read, with who, and in which message', async () => {
    const { server, store, settle, finish } = await createReadyWorld({ sdk });
    const mention = (from: string, atUserList: readonly string[]) =>
      server.send({ from, to: 'team', type: TYPES.MSG_TEXT, payload: { text: 'look' }, atUserList });
    mention('alice', ['me']);
    mention('alice', ['bob']);
    mention('bob', [TYPES.MSG_AT_ALL]);
    await settle(1000);
    const mentions = () => selectConversation(store.getState(), team)?.groupAtInfoList;
    expect(mentions()).toMatchObject([
      { from: 'alice', groupID: 'team', messageSequence: 1, atTypeArray: [TYPES.CONV_AT_ME] },
      { from: 'bob', groupID: 'team', messageSequence: 3, atTypeArray: [TYPES.CONV_AT_ALL] },
    ]);
    await finish(store.actions.conversations.setRead(team), 1000);
    expect(mentions()).toEqual([]);
  });

  it('lead to their message, loaded or not', async () => {
    const { server, store, login, finish } = createWorld({ sdk });
    const write = (): void => {
      for (let count = 0; count < 30; count++) server.sendText({ from: 'bob', to: 'team', text: 'chatter' });
    };
    write();
    const payload = { text: '@Me look' };
    server.send({ from: 'alice', to: 'team', type: TYPES.MSG_TEXT, payload, atUserList: ['me'] });
    write();
    await login();
    await finish(store.actions.messages.load(team), 1000);
    const [mention] = selectConversation(store.getState(), team)?.groupAtInfoList ?? [];
    const sequence = mention?.messageSequence ?? 0;
    const before = selectTimeline(store.getState(), team);
    expect(before.toArray().some((message) => message.sequence === sequence)).toBe(false);
    const message = await finish(store.actions.messages.loadAround(team, { sequence }), 1000);
    expect(message).toMatchObject({ from: 'alice', payload, atUserList: ['me'] });
    expect(selectTimeline(store.getState(), team).indexOf(message?.ID ?? '')).toBeGreaterThan(0);
  });
});
