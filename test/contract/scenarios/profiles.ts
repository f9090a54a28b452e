import { enter, type Scenario } from '../stage.ts';

/** Profiles, ours and others’, and statuses. */
export const profiles: Scenario = {
  name: 'profiles',
  async play(stage) {
    const { sdk, step, note, others } = stage;
    others.setUser('me', { nick: 'Me', avatar: 'me.png' });
    others.setUser('alice', { nick: 'Alice', avatar: 'alice.png' });
    await enter(stage);
    const mine = await step('mine', () => sdk.getMyProfile());
    const again = await step('mine again', () => sdk.getMyProfile());
    note('the same object', mine?.data === again?.data);
    await step('others', () => sdk.getUserProfile({ userIDList: ['alice', 'bob'] }));
    await step('update', () =>
      sdk.updateMyProfile({
        nick: 'Me II',
        gender: 'Gender_Type_Female' as never,
        birthday: 19900101,
        profileCustomField: [{ key: 'Tag_Profile_Custom_Test', value: 'v' }],
      }),
    );
    await step('update nothing', () => sdk.updateMyProfile({ nick: 'Me II' }));
    await step('an unknown field', () => sdk.updateMyProfile({ foo: 1 } as never));
    await step('no field', () => sdk.updateMyProfile({}));
    await step('an own status', () => sdk.setSelfStatus({ customStatus: 'busy' }));
    await step('statuses', () => sdk.getUserStatus({ userIDList: ['me', 'alice'] }));
    await step('subscribe', () => sdk.subscribeUserStatus({ userIDList: ['alice'] }));
    await step('unsubscribe', () => sdk.unsubscribeUserStatus({ userIDList: ['alice'] }));
  },
};
