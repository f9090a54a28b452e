import { TYPES } from '../sdk/constants.ts';
import type { StoredMessage } from './cloud/stored-message.ts';
import type { Draft } from './cloud/wire.ts';
import type { User, World } from './cloud/world.ts';
import type { TextToSend } from './memory-server.ts';

/** A message as a client of the sender would have made it. */
export function draftText(world: World, { from, to, text, time }: TextToSend): Draft {
  const sender = requireUser(world, from);
  const group = world.groups.get(to);
  if (group === undefined) requireUser(world, to);
  else if (!group.memberIDs.has(from))
    throw new Error(`unable to send; "${from}" is not in the group "${to}"`);
  const clientTime = time ?? Math.floor(world.now() / 1000);
  let chance = world.random(100_000_000);
  // A flood draws so often within one second that equal numbers come up.
  while (world.messages.has(`${sender.tinyID}-${clientTime}-${chance}`)) chance = world.random(100_000_000);
  sender.sequence += 1;
  return {
    conversationType: group === undefined ? 'C2C' : 'GROUP',
    from,
    to,
    clientSequence: sender.sequence,
    random: chance,
    clientTime,
    type: TYPES.MSG_TEXT,
    payload: { text },
    cloudCustomData: '',
    priority: 'Normal',
  };
}

/** Throws where there is no such user. */
export function requireUser(world: World, userID: string): User {
  const user = world.users.get(userID);
  if (user === undefined) throw new Error(`unable to find the user "${userID}"; call addUser first`);
  return user;
}

/** Throws where there is no such message. */
export function requireMessage(world: World, messageID: string): StoredMessage {
  const message = world.messages.get(messageID);
  if (message === undefined) throw new Error(`unable to find the message "${messageID}"; no such ID`);
  return message;
}
