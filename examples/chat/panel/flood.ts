import type { ConversationID } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import type { MemoryServer } from 'tim-reactive/memory';

/** How many messages a flood has, and how many of them come at a time, 25 ms apart: all within a second. */
export const FLOOD_SIZE = 200;
const BURST = 6;

/** Sends many messages into a conversation of this user, each as an event of its own. */
export function flood(server: MemoryServer, userID: string, conversationID: ConversationID): void {
  const partner = partnerOf(conversationID);
  if (partner === undefined) return;
  const { ID: to } = partner;
  const isGroup = partner.type === 'GROUP';
  const people = isGroup ? ['carol', 'dave'] : [to];
  let sent = 0;
  const burst = (): void => {
    for (let i = 0; i < BURST && sent < FLOOD_SIZE; i++) {
      sent += 1;
      const from = people[sent % people.length] ?? to;
      server.sendText({ from, to: isGroup ? to : userID, text: `Message ${sent} of ${FLOOD_SIZE}` });
    }
    if (sent < FLOOD_SIZE) setTimeout(burst, 25);
  };
  burst();
}
