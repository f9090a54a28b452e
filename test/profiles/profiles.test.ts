import type { TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectConversationName,
  selectMyProfile,
  selectProfile,
  selectSenderName,
  selectTimeline,
  selectUserName,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn, userCounts } from '../spy-on.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');

describe.each(flavours)('profiles on $flavour', (sdk) => {
  it('have my own soon after the login, and after a take-over', async () => {
    for (const byHost of [false, true]) {
      const { server, sdk: client, store, login, finish, settle } = createWorld({ sdk });
      server.setProfile('me', { selfSignature: 'here', gender: TYPES.GENDER_FEMALE });
      if (byHost) {
        await finish(client.login({ userID: 'me', userSig: 'sig' }), 5000);
        store.connect();
        await settle();
      } else await login();
      expect(selectMyProfile(store.getState())).toMatchObject({
        userID: 'me',
        nick: 'Me',
        selfSignature: 'here',
        gender: TYPES.GENDER_FEMALE,
      });
    }
  });

  it('show a silent rename everywhere at once: in messages, rows, members and friends', async () => {
    const { server, store, settle, finish } = await createReadyWorld({ sdk });
    server.befriend('me', 'alice');
    server.sendText({ from: 'alice', to: 'me', text: 'one' });
    server.sendText({ from: 'alice', to: 'team', text: 'two' });
    await settle(2000);
    const seen = (): readonly string[] => {
      const state = store.getState();
      const senders = [alice, groupID('team')].map((id) => {
        const message = selectTimeline(state, id).at(0);
        return message === undefined ? '' : selectSenderName(state, message);
      });
      return [...senders, selectConversationName(state, alice), selectUserName(state, 'alice')];
    };
    expect(seen()).toEqual(['Alice', 'Alice', 'Alice', 'Alice']);
    server.setProfile('alice', { nick: 'Alicia' });
    server.sendText({ from: 'alice', to: 'me', text: 'three' });
    await settle(2000);
    expect(seen()).toEqual(['Alicia', 'Alicia', 'Alicia', 'Alicia']);
    await finish(store.actions.friends.update('alice', { remark: 'Ally' }));
    expect(seen()).toEqual(['Ally', 'Ally', 'Ally', 'Ally']);
  });

  it('are not renamed back by older messages, nor by a friend list that repeats what it has told', async () => {
    const { server, sdk: client, store, settle, finish } = await createReadyWorld({ sdk });
    for (let index = 0; index < 40; index++)
      server.sendText({ from: 'alice', to: 'me', text: `${index}`, time: 1_759_000_000 + index });
    server.befriend('me', 'alice');
    await settle(2000);
    server.setProfile('alice', { nick: 'Alicia' });
    await finish(store.actions.profiles.get(['alice']));
    const name = () => selectProfile(store.getState(), 'alice')?.nick;
    expect(name()).toBe('Alicia');
    const { data } = await client.getFriendList();
    Object.assign(data[0]?.profile ?? {}, { nick: 'Alice' }); // a copy that the SDK did not renew
    await finish(store.actions.friends.getList());
    await finish(store.actions.messages.load(alice));
    await finish(store.actions.messages.loadOlder(alice));
    expect(name()).toBe('Alicia');
  });
});

describe('profiles of strangers on 3.x', () => {
  it('are not renamed back by what the SDK has kept of them', async () => {
    const { server, store, settle, finish } = await createReadyWorld();
    const name = () => selectProfile(store.getState(), 'alice')?.nick;
    await finish(store.actions.profiles.get(['alice']));
    server.setProfile('alice', { nick: 'Alicia' });
    await settle(5000);
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    const [kept] = await finish(store.actions.profiles.get(['alice']));
    expect([kept?.nick, name()]).toEqual(['Alice', 'Alicia']);
  });
});

describe.each(flavours)('profiles.get on $flavour', (sdk) => {
  it('brings whole profiles, whose details stay when a message shows a new name', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    server.setProfile('alice', { selfSignature: 'out for lunch' });
    const [profile] = await finish(store.actions.profiles.get(['alice', 'nobody']));
    expect(profile).toMatchObject({ userID: 'alice', nick: 'Alice', selfSignature: 'out for lunch' });
    expect(Object.isFrozen(profile)).toBe(true);
    expect(selectProfile(store.getState(), 'alice')).toEqual(profile);
    expect(selectProfile(store.getState(), 'nobody')).toBeUndefined();
    await settle(2000);
    server.setProfile('alice', { nick: 'Alicia' });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await settle(2000);
    expect(selectProfile(store.getState(), 'alice')).toMatchObject({
      nick: 'Alicia',
      selfSignature: 'out for lunch',
    });
  });

  it('keeps the identity of a profile that is fetched again unchanged', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    await finish(store.actions.profiles.get(['alice']));
    const before = store.getState().profiles.byID;
    await finish(store.actions.profiles.get(['alice']));
    expect(store.getState().profiles.byID).toBe(before);
  });

  it('brings the 101st profile, too, by a second call', async () => {
    const spy = spyOn('getUserProfile');
    const { server, store, finish } = await createReadyWorld({ sdk, wrap: spy.wrap });
    const userIDs = Array.from({ length: 101 }, (_, index) => `user${index}`);
    for (const userID of userIDs) server.addUser(userID, { nick: userID });
    const profiles = await finish(store.actions.profiles.get(userIDs), 100);
    expect([profiles.length, userCounts(spy)]).toEqual([101, [100, 1]]);
    expect(selectProfile(store.getState(), 'user100')?.nick).toBe('user100');
  });
});

describe.each(flavours)('profiles.updateMine on $flavour', (sdk) => {
  const mine = (store: TimStore) => selectMyProfile(store.getState());

  it('sets what is given, custom fields by key, and leaves the rest', async () => {
    const { store, finish, settle } = await createReadyWorld({ sdk });
    const field = (name: string, value: string) => ({ key: `Tag_Profile_Custom_${name}`, value });
    const { updateMine } = store.actions.profiles;
    await finish(updateMine({ nick: 'Myself', gender: TYPES.GENDER_MALE, birthday: 20_000_101 }));
    await finish(updateMine({ profileCustomField: [field('A', '1'), field('B', '1')] }));
    const profile = await finish(updateMine({ profileCustomField: [field('B', '2')] }));
    const expected = {
      nick: 'Myself',
      gender: TYPES.GENDER_MALE,
      birthday: 20_000_101,
      profileCustomField: [field('A', '1'), field('B', '2')],
    };
    expect(profile).toMatchObject(expected);
    expect(mine(store)).toEqual(profile);
    await settle(2000);
    await finish(store.actions.profiles.getMine());
    expect(mine(store)).toMatchObject(expected);
  });

  it('leaves a field that is undefined, and keeps copies of what is given', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const field = { key: 'Tag_Profile_Custom_A', value: '1' };
    const changes = { nick: undefined, avatar: 'x', profileCustomField: [field] } as object;
    const profile = await finish(store.actions.profiles.updateMine(changes));
    field.value = '2';
    expect(profile).toMatchObject({
      nick: 'Me',
      avatar: 'x',
      profileCustomField: [{ key: 'Tag_Profile_Custom_A', value: '1' }],
    });
    expect(mine(store)).toBe(profile);
  });

  it('follows what another device changes', async () => {
    const { server, store, settle } = await createReadyWorld({ sdk });
    server.setProfile('me', { selfSignature: 'from afar' });
    await settle(2000);
    expect(mine(store)?.selfSignature).toBe('from afar');
  });

  it('rejects nothing to change, and values that the SDK does not have', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { updateMine } = store.actions.profiles;
    await expect(updateMine({})).rejects.toThrow('unable to update my profile; there is nothing to change');
    await expect(updateMine({ nick: undefined } as object)).rejects.toThrow('there is nothing to change');
    await expect(updateMine(null as never)).rejects.toThrow('the options must be an object');
    await expect(updateMine({ gender: 'female' })).rejects.toThrow('gender must be one of');
    await expect(updateMine({ messageSettings: 2 })).rejects.toThrow('messageSettings must be one of 0, 1');
  });
});
