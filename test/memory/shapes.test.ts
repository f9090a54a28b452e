import type { MemoryConversation, MemoryMessage } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { conversation, copyOf, createTestWorld, textTo } from './world.ts';

// Recorded from tim-js-sdk 2.27.6 and @tencentcloud/chat 3.6.6.
const MESSAGE_KEYS = {
  '2.x':
    'ID,conversationID,conversationType,conversationSubType,time,sequence,clientSequence,random,priority,nick,avatar,isPeerRead,nameCard,_elements,isPlaceMessage,isRevoked,from,to,flow,isSystemMessage,protocol,isResend,isRead,status,_onlineOnlyFlag,_groupAtInfoList,_relayFlag,atUserList,cloudCustomData,isDeleted,isModified,_isExcludedFromUnreadCount,_isExcludedFromLastMessage,clientTime,senderTinyID,readReceiptInfo,needReadReceipt,version,isBroadcastMessage,_receiverList,isSupportExtension,revoker,payload,type',
  '3.x':
    'ID,conversationID,conversationType,conversationSubType,time,sequence,clientSequence,random,priority,nick,avatar,isPeerRead,nameCard,hasRiskContent,_elements,isPlaceMessage,isRevoked,from,to,flow,isSystemMessage,protocol,isResend,isRead,status,_onlineOnlyFlag,_groupAtInfoList,_relayFlag,atUserList,cloudCustomData,isDeleted,isModified,_isExcludedFromUnreadCount,_isExcludedFromLastMessage,clientTime,senderTinyID,readReceiptInfo,needReadReceipt,version,isBroadcastMessage,_receiverList,isSupportExtension,_cmConfigID,revoker,revokerInfo,revokeReason,pinnerInfo,level,payload,type',
} as const;
const CONVERSATION_KEYS = {
  '2.x':
    'conversationID,unreadCount,type,lastMessage,_isInfoCompleted,peerReadTime,groupAtInfoList,remark,isPinned,messageRemindType,markList,customData,conversationGroupList',
  '3.x':
    'conversationID,unreadCount,type,lastMessage,_isInfoCompleted,peerReadTime,groupAtInfoList,remark,isPinned,messageRemindType,markList,customData,conversationGroupList,draftText',
} as const;

describe.each(['2.x', '3.x'] as const)('the SDK’s objects in %s', (flavour) => {
  const objects = async () => {
    const { clock, connect, server } = createTestWorld();
    const me = await connect('me', { flavour });
    server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    server.sendText({ from: 'alice', to: 'g1', text: 'hello all' });
    await clock.advance(0);
    const created = textTo(me.sdk, 'alice', 'created');
    return {
      created,
      received: me.received()[0] as MemoryMessage,
      c2c: await conversation(me.sdk, 'C2Calice'),
      group: await conversation(me.sdk, 'GROUPg1'),
    };
  };

  it('messages have the recorded own keys, in the recorded order', async () => {
    const { created, received } = await objects();
    expect(Object.keys(created).join()).toBe(MESSAGE_KEYS[flavour]);
    expect(Object.keys(received).join()).toBe(MESSAGE_KEYS[flavour]);
  });

  it('messages have `elements` on the prototype only, so that copies lose it', async () => {
    const { received } = await objects();
    expect(received.elements).toEqual([{ type: 'TIMTextElem', content: { text: 'hello' } }]);
    expect((received.elements[0] as { content: unknown }).content).toBe(received.payload);
    expect(copyOf(received)).not.toHaveProperty('elements');
    expect(Object.getPrototypeOf(received)).not.toBe(Object.prototype);
  });

  it('conversations have the recorded own keys, and their profile', async () => {
    const { c2c, group } = await objects();
    const subType = flavour === '3.x' ? ',subType' : '';
    expect(Object.keys(c2c).join()).toBe(`${CONVERSATION_KEYS[flavour]},userProfile${subType}`);
    expect(Object.keys(group).join()).toBe(`${CONVERSATION_KEYS[flavour]},groupProfile${subType}`);
  });

  it('conversations have `toAccount` on the prototype only, and in 2.x `subType` too', async () => {
    const { c2c, group } = await objects();
    expect([c2c.toAccount, group.toAccount]).toEqual(['alice', 'g1']);
    const subTypes = [c2c, group].map((one) => (one as MemoryConversation & { subType: string }).subType);
    expect(subTypes).toEqual(['', 'Public']);
    expect(copyOf(group)).not.toHaveProperty('toAccount');
    expect('subType' in copyOf(group)).toBe(flavour === '3.x');
  });

  it('the last message of C2C has a version, that of a group has none', async () => {
    const { c2c, group } = await objects();
    expect(c2c.lastMessage).toMatchObject({ version: 0, isPeerRead: false, revoker: null });
    expect('version' in group.lastMessage).toBe(false);
  });

  it('the group profile is a copy of the group, which later messages leave as it is', async () => {
    const { group } = await objects();
    expect(group.groupProfile).toMatchObject({ groupID: 'g1', nextMessageSeq: 1, memberCount: 3 });
    expect(group.groupProfile?.lastMessage).not.toBe(group.lastMessage);
  });
});
