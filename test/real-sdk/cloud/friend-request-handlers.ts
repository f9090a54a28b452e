import { readFriendRequests, removeFriendRequests, removeRequest } from './friend-requests.ts';
import { befriend } from './friends.ts';
import type { Handlers, Service } from './service.ts';
import type { FriendRequest } from './user.ts';
import { ok } from './wire.ts';

/** Requests to be friends. */
export function friendRequestHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'sns.pendency_get': (_body: never, { userID }) => {
      const { friendRequests, friendRequestsRead } = world.user(userID);
      const PendencyItem = [...friendRequests].map((request) => ({
        PendencyType: request.type,
        To_Account: request.peer,
        Nick: world.user(request.peer).nick,
        Image: world.user(request.peer).avatar,
        AddTime: request.time,
        AddSource: request.source,
        AddWording: request.wording,
      }));
      const unread = [...friendRequests].filter(
        ({ type, time }) => type === 'Pendency_Type_ComeIn' && time > friendRequestsRead,
      );
      return ok({
        PendencyItem,
        UnreadPendencyCount: unread.length,
        StartTime: 0,
        CurrentPendencySequence: 1,
      });
    },
    'sns.friend_response': ({ ResponseFriendItem }: Responses, { userID }) =>
      ok({
        ResultItem: ResponseFriendItem.map(({ To_Account, ResponseAction, Remark }) => {
          const known = [...world.user(userID).friendRequests].some(
            ({ peer, type }) => peer === To_Account && type === 'Pendency_Type_ComeIn',
          );
          if (known) respond(service, userID, To_Account, ResponseAction, Remark);
          return { To_Account, ResultCode: known ? 0 : 30614, ResultInfo: '' };
        }),
      }),
    'sns.pendency_delete': ({ To_Account, PendencyType }: DeleteRequests, { userID }) =>
      ok({
        ResultItem: To_Account.map((peer) => {
          const deleted = removeRequest(service, userID, peer, PendencyType);
          return { To_Account: peer, ResultCode: deleted ? 0 : 30614, ResultInfo: '' };
        }),
      }),
    'sns.pendency_report': (_body: never, { userID, line }) => {
      readFriendRequests(service, userID, line);
      return ok();
    },
  };
}

interface Responses {
  ResponseFriendItem: readonly { To_Account: string; ResponseAction: ResponseAction; Remark?: string }[];
}

type ResponseAction = 'Response_Action_Agree' | 'Response_Action_AgreeAndAdd' | 'Response_Action_Reject';

interface DeleteRequests {
  To_Account: readonly string[];
  PendencyType: FriendRequest['type'];
}

/** `userID` answers the request of `peer`. */
export function respond(
  service: Service,
  userID: string,
  peer: string,
  action: ResponseAction,
  remark = '',
): void {
  if (action === 'Response_Action_Reject') return removeFriendRequests(service, userID, peer);
  const asked = [...service.world.user(peer).friendRequests].find((request) => request.peer === userID);
  befriend(service, peer, userID, { remark: asked?.remark ?? '' }, false);
  if (action === 'Response_Action_AgreeAndAdd') befriend(service, userID, peer, { remark }, false);
}
