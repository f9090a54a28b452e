import { c2cID, groupID, TYPES } from 'tim-reactive';
import type { MemoryServer } from 'tim-reactive/memory';
import { createMemoryServer } from 'tim-reactive/memory';
import { aliceAndBob } from './seed/alice-and-bob.ts';
import { readScript } from './seed/script.ts';
import * as short from './seed/short-ones.ts';
import { weekendHike } from './seed/weekend-hike.ts';

/** The group that Bob's client begins with. */
export const HIKE = 'hike';
const BUILDING = 'building-7';

const NAMES = {
  alice: 'Alice',
  bob: 'Bob',
  carol: 'Carol Meyer',
  dave: 'Dave',
  erin: 'Erin',
  house: 'Caretaker',
};
const CAST = { a: 'alice', b: 'bob', c: 'carol', d: 'dave', e: 'erin', h: 'house' };
const HOUR = 3600;

/** A server with some people on it who have talked already. What they send takes 200 ms to arrive. */
export function createWorld(): MemoryServer {
  const server = createMemoryServer({ latency: 200 });
  for (const [userID, nick] of Object.entries(NAMES)) server.addUser(userID, { nick });
  const everybody = ['alice', 'bob', 'carol', 'dave', 'erin'];
  server.addGroup(HIKE, { name: 'Weekend hike', ownerID: 'carol', memberIDs: everybody });
  server.addGroup(BUILDING, {
    name: 'Building 7: notices',
    ownerID: 'house',
    memberIDs: ['alice', 'bob', 'carol'],
  });
  for (const userID of ['alice', 'bob']) {
    server.setRemindType(userID, groupID(BUILDING), TYPES.MSG_REMIND_ACPT_NOT_NOTE);
  }

  const now = Math.floor(Date.now() / 1000);
  const say = (script: string, hoursAgo: number, to: (from: string) => string): void => {
    server.sendTexts(readScript(script, { cast: CAST, to, endTime: now - hoursAgo * HOUR }));
  };
  say(aliceAndBob, 0.3, between('alice', 'bob'));
  say(weekendHike, 2, () => HIKE);
  say(short.carolToAlice, 30, between('alice', 'carol'));
  say(short.carolToBob, 52, between('bob', 'carol'));
  say(short.daveToAlice, 26, between('alice', 'dave'));
  say(short.erinToBob, 75, between('bob', 'erin'));
  say(short.buildingSeven, 120, () => BUILDING);
  for (const [userID, peers] of [
    ['alice', ['bob', 'carol', 'dave']],
    ['bob', ['alice', 'carol', 'erin']],
  ] as const) {
    for (const peer of peers) server.markRead(userID, c2cID(peer));
    for (const group of [HIKE, BUILDING]) server.markRead(userID, groupID(group));
  }

  // Not read yet:
  say(short.carolToAliceNews, 0.6, between('alice', 'carol'));
  say(short.buildingSevenNews, 9, () => BUILDING);
  return server;
}

function between(a: string, b: string): (from: string) => string {
  return (from) => (from === a ? b : a);
}
