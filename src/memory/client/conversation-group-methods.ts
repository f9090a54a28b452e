import { response, type SdkResponse } from './context.ts';
import type { ConversationResults } from './row-batch.ts';
import type { Session } from './session.ts';
import { isFilledArray, isText, property, requireParams } from './validate.ts';

/** Marks, custom data and groups of conversations: the calls of the SDK. */
export interface ConversationGroupMethods {
  /** Up to 256 characters. */
  readonly setConversationCustomData: (options: {
    readonly conversationIDList: readonly string[];
    readonly customData: string;
  }) => Promise<SdkResponse<ConversationResults>>;
  /** `markType` is a power of two: one of `TYPES.CONV_MARK_TYPE_*`, or the application's own. */
  readonly markConversation: (options: {
    readonly conversationIDList: readonly string[];
    readonly markType: number;
    readonly enableMark: boolean;
  }) => Promise<SdkResponse<ConversationResults>>;
  readonly getConversationGroupList: () => Promise<SdkResponse<readonly string[]>>;
  /** Up to 32 characters. */
  readonly createConversationGroup: (options: {
    readonly conversationIDList: readonly string[];
    readonly groupName: string;
  }) => Promise<SdkResponse<ConversationResults>>;
  readonly deleteConversationGroup: (groupName: string) => Promise<void>;
  readonly renameConversationGroup: (options: {
    readonly oldName: string;
    readonly newName: string;
  }) => Promise<void>;
  readonly addConversationsToGroup: (options: {
    readonly conversationIDList: readonly string[];
    readonly groupName: string;
  }) => Promise<SdkResponse<ConversationResults>>;
  readonly deleteConversationsFromGroup: (options: {
    readonly conversationIDList: readonly string[];
    readonly groupName: string;
  }) => Promise<SdkResponse<ConversationResults>>;
}

const MAX_CUSTOM_DATA = 256;
const MAX_GROUP_NAME = 32;

/** Wires the calls to the account that is logged in. */
export function createConversationGroupMethods({ whenReady }: Session): ConversationGroupMethods {
  return {
    setConversationCustomData: whenReady('setConversationCustomData', ({ rowCalls }, options) => {
      const customData = property(options, 'customData');
      requireParams(typeof customData === 'string' && customData.length <= MAX_CUSTOM_DATA);
      requireParams(isFilledArray(property(options, 'conversationIDList')));
      return rowCalls.setCustomData(options.conversationIDList, customData).then(response);
    }),
    markConversation: whenReady('markConversation', ({ rowCalls }, options) => {
      const { conversationIDList, markType, enableMark } = options;
      requireParams(isFilledArray(conversationIDList) && typeof enableMark === 'boolean');
      requireParams(typeof markType === 'number' && markType > 0 && markType < 2 ** 64);
      return rowCalls.mark(conversationIDList, markType, enableMark).then(response);
    }),

    getConversationGroupList: whenReady('getConversationGroupList', ({ context, conversationGroups }) =>
      context.answer('getConversationGroupList', () => response(conversationGroups.list())),
    ),
    createConversationGroup: whenReady('createConversationGroup', ({ conversationGroups }, options) => {
      const { conversationIDList, groupName } = options;
      requireParams(isFilledArray(conversationIDList) && isGroupName(groupName));
      return conversationGroups.create(groupName, conversationIDList).then(response);
    }),
    deleteConversationGroup: whenReady('deleteConversationGroup', ({ conversationGroups }, name) => {
      requireParams(isText(name));
      return conversationGroups.remove(name);
    }),
    renameConversationGroup: whenReady('renameConversationGroup', ({ conversationGroups }, options) => {
      requireParams(isText(options.oldName) && isGroupName(options.newName));
      return conversationGroups.rename(options.oldName, options.newName);
    }),
    addConversationsToGroup: whenReady('addConversationsToGroup', ({ conversationGroups }, options) => {
      requireParams(isFilledArray(options.conversationIDList) && isText(options.groupName));
      return conversationGroups.add(options.groupName, options.conversationIDList).then(response);
    }),
    deleteConversationsFromGroup: whenReady(
      'deleteConversationsFromGroup',
      ({ conversationGroups }, options) => {
        requireParams(isFilledArray(options.conversationIDList) && isText(options.groupName));
        return conversationGroups.takeOut(options.groupName, options.conversationIDList).then(response);
      },
    ),
  };
}

function isGroupName(name: unknown): boolean {
  return isText(name) && name.length <= MAX_GROUP_NAME;
}
