import type { MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { conversation, createTestWorld, textTo } from './world.ts';

describe.each(['2.x', '3.x'] as const)('profiles in %s', (flavour) => {
  const connected = async () => {
    const world = createTestWorld({ maxInstances: 2 });
    const me = await world.connect('me', { flavour });
    return { ...world, me, sdk: me.sdk, heard: listen(me.sdk, 'onProfileUpdated') };
  };

  it('of the user is one live object, the same in event and answers', async () => {
    const { heard, run, sdk } = await connected();
    const { data: before } = await sdk.getMyProfile();
    const { data } = await run(sdk.updateMyProfile({ nick: 'Myself', birthday: 20000101 }));
    expect(data).toBe(before);
    expect(data).toMatchObject({ userID: 'me', nick: 'Myself', birthday: 20000101, avatar: 'me.png' });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.data).toEqual([before]);
    expect(Object.values(heard[0]?.data ?? {})[0]).toBe(before);
  });

  it('that stay as they were fire no event', async () => {
    const { clock, heard, run, sdk } = await connected();
    await run(sdk.updateMyProfile({ nick: 'Me' }));
    await clock.advance(0);
    expect(heard).toEqual([]);
  });

  it('have custom fields, kept by their key', async () => {
    const { run, sdk } = await connected();
    const [a, b] = [
      { key: 'Tag_Profile_Custom_a', value: '1' },
      { key: 'Tag_Profile_Custom_b', value: '2' },
    ];
    await run(sdk.updateMyProfile({ profileCustomField: [a] }));
    const { data } = await run(sdk.updateMyProfile({ profileCustomField: [b, { ...a, value: '3' }] }));
    expect(data.profileCustomField).toEqual([{ ...a, value: '3' }, b]);
  });

  it('refuse what is no field, or no value for it', async () => {
    const { codeOf, sdk } = await connected();
    for (const bad of [
      {},
      { foo: 1 },
      { nick: 1 },
      { nick: 'x'.repeat(251) },
      { gender: 'male' },
      { messageSettings: 2 },
      { allowType: 'any' },
      { profileCustomField: [{ key: 'a', value: '' }] },
    ]) {
      expect(await codeOf(sdk.updateMyProfile(bad as never))).toBe(2721);
    }
    expect(await codeOf(sdk.updateMyProfile({ profileCustomField: [] }))).toBe(2722);
    expect(() => sdk.updateMyProfile({ profileCustomField: 'x' as never })).toThrow(
      'Params validate failed.',
    );
  });

  it('are on the messages that are created from then on', async () => {
    const { run, sdk } = await connected();
    await run(sdk.updateMyProfile({ nick: 'Myself' }));
    expect(textTo(sdk, 'alice', 'hello').nick).toBe('Myself');
  });

  it('set on another client, rename the user’s messages that are held, in silence', async () => {
    const { clock, connect, heard, me, run, sdk } = await connected();
    const message = textTo(sdk, 'alice', 'hello');
    await run(sdk.sendMessage(message));
    me.forget();
    const phone = await connect('me', { flavour });
    await run(phone.sdk.updateMyProfile({ nick: 'Myself' }));
    await clock.advance(0);
    expect(heard.map(({ data }) => data)).toMatchObject([[{ userID: 'me', nick: 'Myself' }]]);
    expect(message.nick).toBe('Myself');
    expect(me.names().filter((name) => name.startsWith('onMessage'))).toEqual([]);
  });

  it('of friends come by the event, which has only those that changed', async () => {
    const { clock, heard, sdk, server } = await connected();
    server.befriend('me', 'alice');
    server.befriend('me', 'bob');
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(2000);
    await sdk.getFriendList();
    server.setProfile('alice', { nick: 'Alicia', selfSignature: 'busy' });
    await clock.advance(0);
    expect(heard.map(({ data }) => data)).toMatchObject([[{ userID: 'alice', nick: 'Alicia' }]]);
    expect((await conversation(sdk, 'C2Calice')).userProfile).toMatchObject({ nick: 'Alicia' });
  });

  it('of strangers are learned of by their next message, without the event', async () => {
    const { clock, heard, me, server } = await connected();
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    await clock.advance(0);
    const first = me.received()[0] as MemoryMessage;
    server.setProfile('alice', { nick: 'Alicia' });
    await clock.advance(2000);
    expect(first.nick).toBe('Alice');
    server.sendText({ from: 'alice', to: 'me', text: 'two' });
    await clock.advance(0);
    expect(first.nick).toBe('Alicia');
    expect(heard).toEqual([]);
  });

  it('of unknown users are missing in the answer', async () => {
    const { run, sdk } = await connected();
    const { data } = await run(sdk.getUserProfile({ userIDList: ['alice', 'nobody', 'bob'] }));
    expect(data.map(({ userID }) => userID)).toEqual(['alice', 'bob']);
  });

  it('have all the fields that the server was told', async () => {
    const { run, sdk, server } = await connected();
    const profile = {
      nick: 'Carol',
      avatar: 'carol.png',
      gender: 'Gender_Type_Female',
      birthday: 19990101,
      location: 'here',
      selfSignature: 'hi',
      allowType: 'AllowType_Type_DenyAny',
      language: 1,
      messageSettings: 1,
      level: 2,
      role: 3,
      profileCustomField: [{ key: 'Tag_Profile_Custom_a', value: '1' }],
    };
    server.addUser('carol', profile);
    const { data } = await run(sdk.getUserProfile({ userIDList: ['carol'] }));
    expect(data[0]).toMatchObject(profile);
    expect(Object.keys(data[0] ?? {}).join()).toBe(
      'userID,nick,gender,birthday,location,selfSignature,allowType,language,avatar,messageSettings,adminForbidType,level,role,lastUpdatedTime,profileCustomField',
    );
  });
});

describe('getUserProfile of many', () => {
  const users = (count: number): string[] => Array.from({ length: count }, (_, i) => `u${i}`);

  it('answers 100 in 2.x, and cuts the caller’s array', async () => {
    const { connect, run, server } = createTestWorld();
    for (const userID of users(120)) server.addUser(userID);
    const { sdk } = await connect('me', { flavour: '2.x' });
    const userIDList = users(120);
    expect((await run(sdk.getUserProfile({ userIDList }))).data).toHaveLength(100);
    expect(userIDList).toHaveLength(100);
  });

  it('answers 1000 in 3.x', async () => {
    const { connect, run, server } = createTestWorld();
    for (const userID of users(1020)) server.addUser(userID);
    const { sdk } = await connect('me', { flavour: '3.x' });
    expect((await run(sdk.getUserProfile({ userIDList: users(1020) }))).data).toHaveLength(1000);
  });
});

describe('getUserProfile of a stranger', () => {
  it('comes from memory for ten minutes in 3.x', async () => {
    const { clock, connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour: '3.x' });
    const nick = async (): Promise<string | undefined> =>
      (await run(sdk.getUserProfile({ userIDList: ['alice'] }))).data[0]?.nick;
    await nick();
    server.setProfile('alice', { nick: 'Alicia' });
    expect(await nick()).toBe('Alice');
    await clock.advance(600_001);
    expect(await nick()).toBe('Alicia');
  });

  it('is asked for each time in 2.x', async () => {
    const { connect, run, server } = createTestWorld();
    const { sdk } = await connect('me', { flavour: '2.x' });
    await run(sdk.getUserProfile({ userIDList: ['alice'] }));
    server.setProfile('alice', { nick: 'Alicia' });
    const { data } = await run(sdk.getUserProfile({ userIDList: ['alice'] }));
    expect(data[0]?.nick).toBe('Alicia');
  });
});
