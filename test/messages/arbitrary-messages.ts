import fc from 'fast-check';
import { normalizeMessage } from '../../src/messages/normalize-message.ts';
import type { ConversationID, StoreEvent } from 'tim-reactive';
import type { Message } from '../../src/messages/message.ts';
import { OPEN_END } from '../../src/shared/ranges.ts';

/** What identifies a message, the same in all its copies. */
export interface Identity {
  readonly isGroup: boolean;
  readonly from: string;
  readonly time: number;
  readonly sequence: number;
  readonly random: number;
}

/** A message as the SDK would hand it over, by the fields that matter to a test. */
export function messageOf(
  fields: Partial<Record<keyof Message | 'ID' | '_onlineOnlyFlag', unknown>> = {},
): Message {
  return normalizeMessage({
    ID: `id-${JSON.stringify([fields.from, fields.time, fields.sequence, fields.random])}`,
    conversationID: 'C2Calice',
    conversationType: 'C2C',
    from: 'alice',
    to: 'me',
    flow: 'in',
    time: 0,
    sequence: 0,
    clientSequence: 0,
    random: 0,
    status: 'success',
    type: 'TIMTextElem',
    payload: { text: 'hello' },
    ...fields,
  });
}

/** Different messages of one conversation, many of them in the same second. */
export const identities: fc.Arbitrary<readonly Identity[]> = fc.boolean().chain((isGroup) =>
  fc.uniqueArray(
    fc.record({
      isGroup: fc.constant(isGroup),
      from: fc.constantFrom('alice', 'bob', 'me'),
      time: fc.integer({ min: 1, max: 6 }),
      sequence: fc.integer({ min: 1, max: 30 }),
      random: fc.integer({ min: 1, max: 3 }),
    }),
    {
      maxLength: 25,
      selector: ({ from, time, sequence, random }) => `${from} ${time} ${sequence} ${random}`,
    },
  ),
);

const merged = {
  ID: 'm',
  from: 'alice',
  time: 1,
  messageBody: [{ type: 'TIMTextElem', payload: { text: 'in' } }],
};

/** What the SDK may say of the content: of every type, and of some several versions. */
const CONTENTS: readonly { readonly type: string; readonly payload: unknown }[] = [
  { type: 'TIMTextElem', payload: { text: 'one' } },
  { type: 'TIMTextElem', payload: { text: 'two' } },
  {
    type: 'TIMImageElem',
    payload: { uuid: 'i', imageInfoArray: [{ url: 'blob:1', type: 0, instanceID: 1 }] },
  },
  {
    type: 'TIMImageElem',
    payload: { uuid: 'i', imageInfoArray: [{ url: 'https://1', type: 0, instanceID: 2 }] },
  },
  { type: 'TIMSoundElem', payload: { uuid: 's', url: 'https://s', second: 3 } },
  { type: 'TIMVideoFileElem', payload: { videoUUID: 'v', remoteVideoUrl: 'https://v' } },
  { type: 'TIMFileElem', payload: { uuid: 'f', fileName: 'a.txt', fileSize: 10 } },
  { type: 'TIMCustomElem', payload: { data: '{}', description: 'd' } },
  { type: 'TIMFaceElem', payload: { index: 1, data: 'x' } },
  { type: 'TIMLocationElem', payload: { description: 'here', longitude: 1, latitude: 2 } },
  { type: 'TIMRelayElem', payload: { title: 't', downloadKey: 'z' } },
  { type: 'TIMRelayElem', payload: { title: 't', downloadKey: '', messageList: [merged] } },
  // Of kinds that tell nothing of groups and members: what does counts live, and not from history.
  { type: 'TIMGroupTipElem', payload: { operationType: 99, operatorID: 'alice' } },
  { type: 'TIMGroupSystemNoticeElem', payload: { operationType: 255, operatorID: 'alice' } },
  { type: 'TIMHologramElem', payload: { depth: 3 } },
];

/** A copy of a message, by somebody who knows more or less of it; sometimes under another ID. */
export function copyOf(identity: Identity): fc.Arbitrary<Message> {
  const { isGroup, from, time, sequence, random } = identity;
  return fc
    .record({
      version: fc.nat(2),
      isModified: fc.boolean(),
      isRevoked: fc.boolean(),
      isDeleted: fc.boolean().map((deleted) => deleted && random === 3),
      isPeerRead: fc.boolean(),
      isRead: fc.boolean(),
      isPlaceMessage: fc.constantFrom(0, 0, 0, 1),
      revoker: fc.constantFrom('', 'alice', 'admin'),
      cloudCustomData: fc.constantFrom('', 'x'),
      needReadReceipt: fc.boolean(),
      isSupportExtension: fc.boolean(),
      isBroadcastMessage: fc.boolean(),
      hasRiskContent: fc.boolean(),
      hasOwnID: fc.boolean(),
      content: fc.nat(CONTENTS.length - 1),
    })
    .map(({ hasOwnID, content, revoker, ...fields }) =>
      messageOf({
        ...fields,
        revoker: fields.isRevoked ? revoker : '',
        ...CONTENTS[content],
        ...(fields.isPlaceMessage === 1 && { payload: {} }),
        from,
        time,
        sequence,
        random,
        clientSequence: sequence,
        conversationID: isGroup ? 'GROUPg' : 'C2Calice',
        conversationType: isGroup ? 'GROUP' : 'C2C',
        ...(hasOwnID && { ID: `reparsed-${from}-${time}-${sequence}-${random}-${content}` }),
      }),
    );
}

/** The newest page of a conversation's history, or, if `isCompleted`, all of it. */
export function pageOf(
  conversationID: ConversationID,
  messages: readonly Message[],
  { isCompleted = false, generation = 0 } = {},
): StoreEvent {
  const oldest = Math.min(...messages.map(({ time }) => time + 1));
  return {
    type: 'historyLoaded',
    conversationID,
    task: 'page',
    generation,
    messages,
    covered: conversationID.startsWith('C2C') ? [{ from: isCompleted ? 0 : oldest, to: OPEN_END }] : [],
    isAssumed: conversationID.startsWith('C2C'),
    cursor: { nextReqMessageID: 'x', reached: oldest },
  };
}
