import type { GroupCard } from '../cloud/group-wire.ts';
import type { CustomField } from '../cloud/people-wire.ts';
import type { Write } from '../flavour.ts';
import type { LastMessage } from './last-message.ts';

/** How the account stands to a group. */
export interface SelfInfo {
  messageRemindType: string;
  /** Seconds. */
  joinTime: number | '';
  nameCard: string;
  role: string;
  userID: string;
  readonly memberCustomField: undefined;
  readonly readedSequence: number;
  readonly excludedUnreadSequenceList: undefined;
}

/** Of a group in which nothing was said yet, as far as the client knows. */
interface NoLastMessage {
  readonly lastTime: '';
  readonly lastSequence: '';
  readonly fromAccount: '';
  readonly messageForShow: '';
}

/**
 * The SDK's group: one live object, the same in events, lists and answers, and changed in place, often in silence.
 * `memberNum` and `maxMemberNum` are on the prototype, so that copies lose them. What is not known yet is ''.
 */
export class Group {
  declare readonly groupID: string;
  declare name: string;
  declare avatar: string;
  declare type: string;
  declare introduction: string;
  declare notification: string;
  declare ownerID: string;
  /** Seconds; so is `lastInfoTime`. */
  declare createTime: number | '';
  declare lastInfoTime: number | '';
  declare readonly selfInfo: SelfInfo;
  /** A copy of the conversation row's, newly made at each message. */
  declare lastMessage: LastMessage | NoLastMessage;
  declare nextMessageSeq: number | '';
  declare memberCount: number | '';
  declare maxMemberCount: number | '';
  declare joinOption: string;
  declare readonly inviteOption: string;
  declare readonly groupCustomField: CustomField[];
  declare muteAllMembers: boolean;
  declare isSupportTopic: boolean;

  constructor(groupID: string, userID: string) {
    Object.assign(this, {
      groupID,
      name: '',
      avatar: '',
      type: '',
      introduction: '',
      notification: '',
      ownerID: '',
      createTime: '',
      infoSequence: '',
      lastInfoTime: '',
      selfInfo: {
        messageRemindType: '',
        joinTime: '',
        nameCard: '',
        role: '',
        userID,
        memberCustomField: undefined,
        readedSequence: 0,
        excludedUnreadSequenceList: undefined,
      },
      lastMessage: { lastTime: '', lastSequence: '', fromAccount: '', messageForShow: '' },
      nextMessageSeq: '',
      memberCount: '',
      maxMemberCount: '',
      joinOption: '',
      inviteOption: '',
      groupCustomField: [],
      muteAllMembers: false,
      isSupportTopic: false,
      _lastRevokedTime: 0,
    });
  }

  get memberNum(): number | '' {
    return this.memberCount;
  }

  get maxMemberNum(): number | '' {
    return this.maxMemberCount;
  }
}

/** A group as the server has just described it. */
export function groupFromCard(card: GroupCard, userID: string): Group {
  const group = new Group(card.groupID, userID);
  updateGroup(Object.assign, group, card);
  return group;
}

/** Brings a group up to date with the server's description. */
export function updateGroup(write: Write, group: Group, card: GroupCard): void {
  const { self, groupCustomField, ...fields } = card;
  write(group, fields);
  mergeCustomFields(group.groupCustomField, groupCustomField);
  if (self === undefined) return;
  const { role, joinTime, nameCard, remindType } = self;
  write(group.selfInfo, { role, joinTime, messageRemindType: remindType });
  if (nameCard !== '') write(group.selfInfo, { nameCard });
}

/** The SDK never takes a custom field away. */
export function mergeCustomFields(target: CustomField[], fields: readonly CustomField[]): void {
  for (const { key, value } of fields) {
    const at = target.findIndex((field) => field.key === key);
    target.splice(at < 0 ? target.length : at, at < 0 ? 0 : 1, { key, value });
  }
}
