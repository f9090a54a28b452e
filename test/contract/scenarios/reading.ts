import type { Message } from '@tencentcloud/chat';
import { enter, type Scenario } from '../stage.ts';

/** What others read of ours, and receipts. */
export const reading: Scenario = {
  name: 'reading',
  async play(stage) {
    const { sdk, step, meanwhile, note, others } = stage;
    others.addGroup('team', ['alice', 'me', 'bob']);
    others.sayInGroup('alice', 'team', 'before');
    await enter(stage);
    const create = (to: string, conversationType: string, needReadReceipt: boolean): Message =>
      sdk.createTextMessage({
        to,
        conversationType: conversationType as never,
        payload: { text: 'mine' },
        needReadReceipt,
      });
    const plain = create('alice', 'C2C', false);
    await step('a text', () => sdk.sendMessage(plain));
    await meanwhile('alice reads it', () => others.read('alice', 'me'));
    note('message', plain);
    await step('the list', () => sdk.getConversationList());
    const wanting = create('alice', 'C2C', true);
    await step('a text that wants a receipt', () => sdk.sendMessage(wanting));
    await meanwhile('alice sends the receipt', () => others.lastOf('me', 'alice').receipt('alice'));
    note('message', wanting);
    const inGroup = create('team', 'GROUP', true);
    await step('the same in a group', () => sdk.sendMessage(inGroup));
    await meanwhile('bob sends a receipt', () => others.lastInGroup('team').receipt('bob'));
    note('message', inGroup);
    await step('the receipts', () => sdk.getMessageReadReceiptList([inGroup]));
    await step('who has read it', () => sdk.getGroupMessageReadMemberList({ message: inGroup } as never));
    await step('receipts for nothing', () => sdk.sendMessageReadReceipt([plain]));
    await step('no receipts', () => sdk.getMessageReadReceiptList([]));
    await step('all read', () => sdk.setAllMessageRead({ scope: 'readAllMessage' as never }));
  },
};
