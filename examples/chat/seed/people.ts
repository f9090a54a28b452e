import type { MemoryServer } from 'tim-reactive/memory';
import { TYPES } from 'tim-reactive';

const CONFIRM = TYPES.ALLOW_TYPE_NEED_CONFIRM;

const PEOPLE: Readonly<Record<string, { nick: string; selfSignature?: string; allowType?: string }>> = {
  alice: { nick: 'Alice', selfSignature: 'The yellow one', allowType: CONFIRM },
  bob: { nick: 'Bob', selfSignature: 'Has the map', allowType: CONFIRM },
  carol: { nick: 'Carol Meyer', selfSignature: 'Oat milk, no sugar' },
  dave: { nick: 'Dave', allowType: CONFIRM },
  erin: { nick: 'Erin', selfSignature: 'Somewhere in the air' },
  frank: { nick: 'Frank', selfSignature: 'Plum cake' },
  grace: { nick: 'Grace', allowType: CONFIRM },
  house: { nick: 'Caretaker', allowType: TYPES.ALLOW_TYPE_DENY_ANY },
};

/** Who is there, who is whose friend, and who would like to be. */
export function addPeople(server: MemoryServer): void {
  for (const [userID, profile] of Object.entries(PEOPLE)) server.addUser(userID, profile);
  server.befriend('alice', 'bob');
  server.befriend('alice', 'carol', { groupName: 'Hikers' });
  server.befriend('alice', 'dave', { groupName: 'Hikers', remark: 'Dave (cabin)' });
  server.befriend('bob', 'carol', { groupName: 'Work' });
  server.befriend('bob', 'erin');
  for (const userID of ['carol', 'erin']) server.setStatus(userID, {});
  server.requestFriend('frank', 'alice', { wording: 'I am the neighbour with the plum cake.' });
  server.requestFriend('frank', 'bob', { wording: 'It is me, from next door!' });
}
