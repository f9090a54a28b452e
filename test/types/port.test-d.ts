/** Compiled by `npm test`, never run: what must, and what must not, be assignable. */
import type { ChatSDK as ChatSdk3 } from '@tencentcloud/chat';
import type { ChatSDK as LiteChatSdk } from '@tencentcloud/lite-chat';
import type { Conversation, Message, TimSdk, TimStore } from 'tim-reactive';
import {
  c2cID,
  createTimStore,
  selectConversation,
  selectConversations,
  selectFriendApplications,
  selectIsMuted,
} from 'tim-reactive';
import type { ChatSDK as ChatSdk2 } from 'tim-js-sdk';

// The instances of all three packages fit the port, as they are and from a function.
export const fits = (two: ChatSdk2, three: ChatSdk3, lite: LiteChatSdk): readonly TimSdk[] => [
  two,
  three,
  lite,
];
export const stores = (two: ChatSdk2, three: ChatSdk3, lite: LiteChatSdk): readonly TimStore[] => [
  createTimStore({ sdk: two }),
  createTimStore({ sdk: () => three }),
  createTimStore({ sdk: lite }),
];

// @ts-expect-error -- the namespace is no instance
createTimStore({ sdk: { create: () => undefined } });

export function uses(store: TimStore, message: Message): void {
  store.actions.messages.sendText(c2cID('alice'), 'hello');
  // @ts-expect-error -- a bare user ID is no conversation ID
  store.actions.messages.sendText('alice', 'hello');
  // @ts-expect-error -- there is no public setState
  store.setState({});
  // @ts-expect-error -- the state is read-only
  store.getState().session.userID = 'mallory';
  // @ts-expect-error -- no such event
  void store.streams.messageRecieved$;

  if (message.type === 'TIMTextElem') message.payload.text satisfies string;
  else message.payload satisfies unknown;
  // @ts-expect-error -- only a text has a text
  void message.payload.text;
  store.streams.messageReceived$.subscribe((messages) => messages satisfies readonly Message[]);
  store.streams.netStateChange$.subscribe(
    ({ state }) => state satisfies 'connected' | 'connecting' | 'disconnected',
  );
}

export function selects(store: TimStore): void {
  // What is selected follows from the selector, and so do its arguments.
  store.select(selectConversation, c2cID('alice')).subscribe((row) => row satisfies Conversation | undefined);
  store.select(selectConversation, undefined);
  store.select(selectConversations).subscribe((rows) => rows satisfies readonly Conversation[]);
  store.select(selectConversations, (a, b) => a.length === b.length);
  store.select(selectIsMuted, 'team').subscribe((isMuted) => isMuted satisfies boolean);
  store.select(selectIsMuted, 'team', 'alice');
  store.select(selectFriendApplications);
  store.select((state) => state.session.status, Object.is).subscribe((status) => status satisfies string);
  // @ts-expect-error -- which conversation
  store.select(selectConversation);
  // @ts-expect-error -- a bare user ID is no conversation ID
  store.select(selectConversation, 'alice');
  // @ts-expect-error -- it takes none
  store.select(selectConversations, 'alice');
  // @ts-expect-error -- only a selector of the library is followed by arguments
  store.select((state, userID: string) => state.friends.byID.get(userID), 'alice');
  selectConversation(store.getState(), c2cID('alice')) satisfies Conversation | undefined;
}
