import type { Line } from './line.ts';
import type { Service } from './service.ts';
import type { FriendRequest } from './user.ts';

type Type = FriendRequest['type'];

/** What `from` says in a request. */
export interface RequestDetails {
  readonly wording?: string;
  readonly source?: string;
  readonly remark?: string;
}

/** `from` asks `to`; both have the request in their lists, and hear of it. */
export function requestFriend(
  service: Service,
  from: string,
  to: string,
  details: RequestDetails = {},
): void {
  const { world } = service;
  const { wording = '', source = '', remark = '' } = details;
  const note = (userID: string, peer: string, type: Type) => {
    const request: FriendRequest = { peer, type, wording, source, remark, time: world.now() };
    const { friendRequests } = world.user(userID);
    for (const old of friendRequests) {
      if (old.peer === peer && old.type === type) friendRequests.delete(old);
    }
    friendRequests.add(request);
    const { nick, avatar } = world.user(peer);
    const added = {
      PendencyAdd_Account: peer,
      ProfileImNick: nick,
      ProfileImImage: avatar,
      AddTime: request.time,
      AddSource: source,
      AddWording: wording,
    };
    const FriendListMod = [{ PushType: 3, From_Account: from, PendencyAdd: [added] }];
    service.push(userID, { Event: 7, FriendListMod });
  };
  note(from, to, 'Pendency_Type_SendOut');
  note(to, from, 'Pendency_Type_ComeIn');
}

/** Takes all that the two asked each other out of both lists. */
export function removeFriendRequests(service: Service, one: string, other: string): void {
  for (const [userID, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const type of ['Pendency_Type_ComeIn', 'Pendency_Type_SendOut'] as const) {
      removeRequest(service, userID, peer, type);
    }
  }
}

/** Takes one out of the list of the user, who hears of it; false when there is none. */
export function removeRequest({ world, push }: Service, userID: string, peer: string, type: Type): boolean {
  const { friendRequests } = world.user(userID);
  const request = [...friendRequests].find((r) => r.peer === peer && r.type === type);
  if (!request) return false;
  friendRequests.delete(request);
  const from = type === 'Pendency_Type_SendOut' ? userID : peer;
  const FriendListMod = [{ PushType: 4, From_Account: from, FrienPencydDel_Account: [peer] }];
  push(userID, { Event: 7, FriendListMod });
  return true;
}

/** The user has seen what others asked up to now. */
export function readFriendRequests({ world, push }: Service, userID: string, except?: Line): void {
  world.user(userID).friendRequestsRead = world.now();
  push(userID, { Event: 7, FriendListMod: [{ PushType: 7, ReportTime: world.now() }] }, except);
}
