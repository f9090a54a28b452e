import { groupID } from 'tim-reactive';
import type { MemoryServer } from 'tim-reactive/memory';
import { createMemoryServer } from 'tim-reactive/memory';

/** How many messages the server has. */
export const TOTAL = 50_000;
export const ME = 'alice';
const CLUB = 'reading-club';

/** The conversation on screen. */
export const CONVERSATION = groupID(CLUB);

const UNREAD = 5;
const MINUTES = 3;
const PEOPLE = [ME, 'bob', 'bob', 'carol', 'carol', 'carol', 'dave'];
const SENTENCES = [
  'Has anybody read the second chapter?',
  'Yes.',
  'I have, on the train, and I missed my stop because of it, so that I walked home through the rain with the book under my coat.',
  'The letters at the beginning are dated in another year than the one in which he says that he wrote them. Is that a mistake, or are we to notice it?',
  'We are to notice it!',
];

/** A server on which a club has written for months. The last few messages were not read yet. */
export function createWorld(now = Math.floor(Date.now() / 1000)): MemoryServer {
  const server = createMemoryServer();
  for (const userID of new Set(PEOPLE)) server.addUser(userID);
  server.addGroup(CLUB, {
    name: 'Reading club',
    ownerID: 'bob',
    memberIDs: [ME, 'carol', 'dave'],
  });
  const texts = Array.from({ length: TOTAL }, (_, place) => ({
    from: PEOPLE[Math.floor(place / 2) % PEOPLE.length] ?? ME,
    to: CLUB,
    text: `${place + 1}. ${SENTENCES[place % SENTENCES.length] ?? ''}`,
    time: now - (TOTAL - place) * MINUTES * 60,
  }));
  server.sendTexts(texts.slice(0, -UNREAD));
  server.markRead(ME, CONVERSATION);
  server.sendTexts(texts.slice(-UNREAD));
  return server;
}

/** Somebody says something now. */
export function saySomething(server: MemoryServer): void {
  server.sendText({ from: 'carol', to: CLUB, text: 'And what do we read next?' });
}
