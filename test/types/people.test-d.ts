/** Compiled by `npm test`, never run: what the actions on users and conversations take and answer. */
import type { Conversation, Profile, SIGNALING_EVENT, TimStore, UserOutcomes } from 'tim-reactive';
import { c2cID, selectFriends, TYPES } from 'tim-reactive';

export async function uses({ actions, getState }: TimStore): Promise<void> {
  (await actions.friends.add('alice')) satisfies 'added' | 'pending';
  (await actions.friends.delete(['alice'], { type: TYPES.SNS_DELETE_TYPE_SINGLE })) satisfies UserOutcomes;
  await actions.friends.acceptApplication('alice', { type: TYPES.SNS_APPLICATION_AGREE });
  // @ts-expect-error -- whose request it is has to be said
  await actions.friends.deleteApplication('alice');
  // @ts-expect-error -- a list, even of one
  await actions.friends.check('alice');
  // @ts-expect-error -- the list of the state is read-only
  getState().friends.order.push('mallory');
  // @ts-expect-error -- so is the array that a selector answers
  selectFriends(getState()).pop();

  (await actions.profiles.get(['alice'])) satisfies readonly Profile[];
  await actions.profiles.updateMine({ nick: 'Me', gender: TYPES.GENDER_FEMALE });
  // @ts-expect-error -- the user ID cannot be changed
  await actions.profiles.updateMine({ userID: 'mallory' });

  (await actions.conversations.getProfile(c2cID('alice'))) satisfies Conversation | undefined;
  await actions.conversations.setAllRead(TYPES.READ_ALL_C2C_MSG);
  // @ts-expect-error -- a bare user ID is no conversation ID
  await actions.conversations.delete(['alice']);
  // @ts-expect-error -- no such receive option
  await actions.groups.setMessageRemindType('team', 'Never');
  // @ts-expect-error -- no such scope
  await actions.conversations.setAllRead('everything');

  const release = actions.signaling.listen((event) => {
    event.type satisfies keyof typeof SIGNALING_EVENT;
    event.inviteID satisfies string;
  });
  release();
}
