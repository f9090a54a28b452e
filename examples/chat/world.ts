import { c2cID, EVENT, groupID, TYPES } from 'tim-reactive';
import type { MemoryServer } from 'tim-reactive/memory';
import { createMemoryServer } from 'tim-reactive/memory';
import { aliceAndBob } from './seed/alice-and-bob.ts';
import { readingCircle } from './seed/reading-circle.ts';
import { addPeople } from './seed/people.ts';
import { RESIDENTS } from './seed/residents.ts';
import { readScript } from './seed/script.ts';
import { showAndTell } from './seed/show-and-tell.ts';
import * as short from './seed/short-ones.ts';
import { weekendHike } from './seed/weekend-hike.ts';

/** The group that Bob's client begins with. */
export const HIKE = 'hike';
const BUILDING = 'building-7';

/** The group in which Alice is the owner and Bob an admin. */
export const CLIMBING = 'climbing';

/** Holds a message of each type. */
const SHOW = 'show-and-tell';

/** Holds many messages, and an old one, not read yet, that calls Alice and Bob. */
const CIRCLE = 'reading-circle';

const CAST = { a: 'alice', b: 'bob', c: 'carol', d: 'dave', e: 'erin', g: 'grace', h: 'house' };
const HOUR = 3600;

/** Milliseconds: long enough to be watched. */
const UPLOAD_TIME = 1000;

/** A server with some people on it who have talked already. What they send takes 200 ms to arrive. */
export function createWorld(): MemoryServer {
  const server = createMemoryServer({
    latency: 200,
    uploadTime: UPLOAD_TIME,
    uploadURL: ({ source }) => (source instanceof Blob ? URL.createObjectURL(source) : ''),
  });
  addPeople(server);
  addGroups(server);
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
  say(short.climbingClub, 100, () => CLIMBING);
  server.send({
    from: 'grace',
    to: CLIMBING,
    type: TYPES.MSG_TEXT,
    payload: { text: '@Alice, @Bob: shall I bring the tape?' },
    atUserList: ['alice', 'bob'],
    time: now - 99 * HOUR,
  });
  for (const message of showAndTell(SHOW, now - 90 * HOUR)) server.send(message);
  for (const [userID, peers] of [
    ['alice', ['bob', 'carol', 'dave']],
    ['bob', ['alice', 'carol', 'erin']],
  ] as const) {
    for (const peer of peers) server.markRead(userID, c2cID(peer));
    for (const group of [HIKE, BUILDING, CLIMBING, SHOW]) server.markRead(userID, groupID(group));
  }

  // Not read yet:
  say(short.carolToAliceNews, 0.6, between('alice', 'carol'));
  say(short.buildingSevenNews, 9, () => BUILDING);
  for (const message of readingCircle(CIRCLE, now - 80 * HOUR)) server.send(message);
  void applyTo(server, 'erin', CLIMBING, 'May I come along on Sundays?');
  return server;
}

/** Somebody asks to join a group: with a client of their own, which takes a moment. */
export async function applyTo(
  server: MemoryServer,
  userID: string,
  group: string,
  applyMessage: string,
): Promise<void> {
  const sdk = server.createSdk();
  const ready = new Promise((resolve) => sdk.on(EVENT.SDK_READY, resolve));
  await sdk.login({ userID, userSig: 'not checked here' });
  await ready;
  await sdk.joinGroup({ groupID: group, applyMessage });
  await sdk.logout();
}

function addGroups(server: MemoryServer): void {
  server.addGroup(HIKE, {
    name: 'Weekend hike',
    notification: 'Train at 8:12, platform 3',
    ownerID: 'carol',
    memberIDs: ['alice', 'bob', 'dave', 'erin'],
    nameCards: { dave: 'Dave, pancakes' },
  });
  server.addGroup(CLIMBING, {
    name: 'Climbing club',
    introduction: 'Sundays in the old hall, all levels.',
    ownerID: 'alice',
    adminIDs: ['bob'],
    memberIDs: ['dave', 'grace'],
  });
  server.addGroup(SHOW, {
    name: 'Show and tell',
    ownerID: 'carol',
    memberIDs: ['alice', 'bob', 'dave', 'erin'],
  });
  server.addGroup(CIRCLE, {
    name: 'Reading circle',
    ownerID: 'grace',
    memberIDs: ['alice', 'bob', 'carol', 'dave'],
  });
  for (const { userID, nick } of RESIDENTS) server.addUser(userID, { nick });
  server.addGroup(BUILDING, {
    name: 'Building 7: notices',
    ownerID: 'house',
    memberIDs: ['alice', 'bob', 'carol', ...RESIDENTS.map(({ userID }) => userID)],
  });
  server.addGroup('board-games', {
    name: 'Board games',
    introduction: 'Every second Thursday, at Erin’s.',
    ownerID: 'erin',
    memberIDs: ['grace'],
    joinOption: TYPES.JOIN_OPTIONS_FREE_ACCESS,
  });
  server.addGroup('cinema', { name: 'Film club', introduction: 'Subtitles, always.', ownerID: 'carol' });
}

function between(a: string, b: string): (from: string) => string {
  return (from) => (from === a ? b : a);
}
