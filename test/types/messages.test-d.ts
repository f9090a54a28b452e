/** Compiled by `npm test`, never run: what a message's type tells of its payload. */
import type { Message, MessageOf, MessageType, TimStore } from 'tim-reactive';
import { c2cID } from 'tim-reactive';

export function narrows(message: Message): string | number | undefined {
  switch (message.type) {
    case 'TIMImageElem':
      return message.payload.imageInfoArray[0]?.width;
    case 'TIMRelayElem':
      return message.payload.messageList[0]?.messageBody[0]?.type;
    case 'TIMGroupTipElem':
      return message.payload.operationType;
    case 'unknown':
      // @ts-expect-error -- nothing is known of it
      return message.payload.payload.text;
    default:
      message.type satisfies Exclude<
        MessageType,
        'TIMImageElem' | 'TIMRelayElem' | 'TIMGroupTipElem' | 'unknown'
      >;
      return undefined;
  }
}

export const imageOf = (message: Message): MessageOf<'TIMImageElem'> | undefined =>
  message.type === 'TIMImageElem' ? message : undefined;

export async function uses({ actions: { messages } }: TimStore): Promise<void> {
  const id = c2cID('alice');
  messages.sendText(id, 'hello', { priority: 'High', onlineUserOnly: true });
  // @ts-expect-error -- no such priority
  messages.sendText(id, 'hello', { priority: 'Highest' });
  // @ts-expect-error -- a sticker has an index and data
  messages.sendFace(id, { index: 1 });
  // @ts-expect-error -- IDs, never the SDK's objects
  void messages.delete([{ ID: 'x' }]);
  void messages.delete(['x'], { signal: new AbortController().signal });
  const members = await messages.getReadMembers('x', { filter: 'unread' });
  members.userIDs satisfies readonly string[];
  // @ts-expect-error -- a search in a user is a search in a conversation
  void messages.searchCloud({ conversationID: 'alice' });
}
