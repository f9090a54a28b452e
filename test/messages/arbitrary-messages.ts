import fc from 'fast-check';
import { normalizeMessage } from '../../src/messages/normalize-message.ts';
import type { Message } from '../../src/messages/message.ts';

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
      hasOwnID: fc.boolean(),
      text: fc.constantFrom('one', 'two'),
    })
    .map(({ hasOwnID, text, revoker, ...fields }) =>
      messageOf({
        ...fields,
        revoker: fields.isRevoked ? revoker : '',
        payload: fields.isPlaceMessage === 1 ? {} : { text },
        from,
        time,
        sequence,
        random,
        clientSequence: sequence,
        conversationID: isGroup ? 'GROUPg' : 'C2Calice',
        conversationType: isGroup ? 'GROUP' : 'C2C',
        ...(hasOwnID && { ID: `reparsed-${from}-${time}-${sequence}-${random}-${text}` }),
      }),
    );
}
