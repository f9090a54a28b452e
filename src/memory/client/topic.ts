import { type LastMessage, noLastMessage } from './last-message.ts';
import type { GroupAtInfo } from './mentions.ts';

/** The SDK's topic: one live object, the same in events and answers, and changed in place. */
export class Topic {
  declare readonly topicID: string;
  declare readonly topicName: string;
  declare readonly avatar: string;
  declare readonly introduction: string;
  declare readonly notification: string;
  declare readonly unreadCount: number;
  declare readonly muteAllMembers: boolean;
  declare readonly customData: string;
  declare readonly groupAtInfoList: readonly GroupAtInfo[];
  declare readonly nextMessageSeq: number;
  declare readonly lastMessage: LastMessage;
  declare readonly selfInfo: {
    readonly muteTime: number;
    readonly readedSequence: number;
    readonly messageRemindType: string;
    readonly excludedUnreadSequenceList: undefined;
  };

  constructor(topicID: string) {
    Object.assign(this, {
      topicID,
      topicName: '',
      avatar: '',
      introduction: '',
      notification: '',
      unreadCount: 0,
      muteAllMembers: false,
      customData: '',
      groupAtInfoList: [],
      nextMessageSeq: 0,
      lastMessage: noLastMessage(false),
      selfInfo: {
        muteTime: 0,
        readedSequence: 0,
        messageRemindType: '',
        excludedUnreadSequenceList: undefined,
      },
    });
  }
}
