import { TYPES } from '../../sdk/constants.ts';
import type { Flavour } from '../flavour.ts';
import type { MessageSdk } from '../message-sdk.ts';
import type { Session } from './session.ts';

/** The SDK's methods about messages: they work while the SDK is ready. */
export function createMessageMethods(
  { whenReady }: Pick<Session, 'whenReady'>,
  flavour: Flavour,
): MessageSdk {
  const file = (method: string, type: string): MessageSdk['createFileMessage'] =>
    whenReady(method, ({ messages }, options) => messages.create.file(type, options));

  return {
    createTextMessage: whenReady('createTextMessage', ({ messages }, options) =>
      messages.create.text(options),
    ),
    createTextAtMessage: whenReady('createTextAtMessage', ({ messages }, options) =>
      messages.create.text(options),
    ),
    createImageMessage: file('createImageMessage', TYPES.MSG_IMAGE),
    createAudioMessage: file('createAudioMessage', TYPES.MSG_AUDIO),
    createVideoMessage: file('createVideoMessage', TYPES.MSG_VIDEO),
    createFileMessage: file('createFileMessage', TYPES.MSG_FILE),
    createCustomMessage: whenReady('createCustomMessage', ({ messages }, options) =>
      messages.create.custom(options),
    ),
    createFaceMessage: whenReady('createFaceMessage', ({ messages }, options) =>
      messages.create.face(options),
    ),
    createLocationMessage: whenReady('createLocationMessage', ({ messages }, options) =>
      messages.create.location(options),
    ),
    createMergerMessage: whenReady('createMergerMessage', ({ messages }, options) =>
      messages.create.merger(options),
    ),
    createForwardMessage: whenReady('createForwardMessage', ({ messages }, options) =>
      messages.create.forward(options),
    ),
    downloadMergerMessage: whenReady('downloadMergerMessage', ({ messages }, message) =>
      messages.downloadMergerMessage(message),
    ),

    sendMessage: whenReady('sendMessage', ({ messages }, ...args) => messages.sendMessage(...args)),
    resendMessage: whenReady('resendMessage', ({ messages }, ...args) => messages.resendMessage(...args)),
    revokeMessage: whenReady('revokeMessage', ({ messages }, message) => messages.revokeMessage(message)),
    modifyMessage: whenReady('modifyMessage', ({ messages }, message) => messages.modifyMessage(message)),
    deleteMessage: whenReady('deleteMessage', ({ messages }, list) => messages.deleteMessage(list)),

    getMessageList: whenReady('getMessageList', ({ history }, page) => history.getMessageList(page)),
    getMessageListHopping: whenReady('getMessageListHopping', ({ messages }, hop) =>
      messages.getMessageListHopping(hop),
    ),
    findMessage: whenReady('findMessage', ({ store }, ID) => store.find(ID) ?? null),

    sendMessageReadReceipt: whenReady('sendMessageReadReceipt', ({ messages }, list) =>
      messages.sendMessageReadReceipt(list),
    ),
    getMessageReadReceiptList: whenReady('getMessageReadReceiptList', ({ messages }, list) =>
      messages.getMessageReadReceiptList(list),
    ),
    getGroupMessageReadMemberList: whenReady('getGroupMessageReadMemberList', ({ messages }, options) =>
      messages.getGroupMessageReadMemberList(options),
    ),
    setMessageExtensions: whenReady('setMessageExtensions', ({ messages }, ...args) =>
      messages.setMessageExtensions(...args),
    ),
    getMessageExtensions: whenReady('getMessageExtensions', ({ messages }, ...args) =>
      messages.getMessageExtensions(...args),
    ),
    deleteMessageExtensions: whenReady('deleteMessageExtensions', ({ messages }, ...args) =>
      messages.deleteMessageExtensions(...args),
    ),

    ...(flavour === '3.x' && {
      addMessageReaction: whenReady('addMessageReaction', ({ messages }, ...args: React) =>
        messages.addMessageReaction(...args),
      ),
      removeMessageReaction: whenReady('removeMessageReaction', ({ messages }, ...args: React) =>
        messages.removeMessageReaction(...args),
      ),
      getMessageReactions: whenReady(
        'getMessageReactions',
        ({ messages }, options: Options<'getMessageReactions'>) => messages.getMessageReactions(options),
      ),
      getAllUserListOfMessageReaction: whenReady(
        'getAllUserListOfMessageReaction',
        ({ messages }, options: Options<'getAllUserListOfMessageReaction'>) =>
          messages.getAllUserListOfMessageReaction(options),
      ),
      pinGroupMessage: whenReady('pinGroupMessage', ({ messages }, options: Options<'pinGroupMessage'>) =>
        messages.pinGroupMessage(options),
      ),
      getPinnedGroupMessageList: whenReady('getPinnedGroupMessageList', ({ messages }, groupID: string) =>
        messages.getPinnedGroupMessageList(groupID),
      ),
    }),
  };
}

type React = Parameters<NonNullable<MessageSdk['addMessageReaction']>>;

type Options<Method extends 'getMessageReactions' | 'getAllUserListOfMessageReaction' | 'pinGroupMessage'> =
  Parameters<NonNullable<MessageSdk[Method]>>[0];
