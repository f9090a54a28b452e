import { manages } from './group.ts';
import { answerRequest, authenticationOf } from './group-life.ts';
import { byManager } from './groups.ts';
import type { Handler, Handlers, Service } from './service.ts';
import { ok, refuse } from './wire.ts';

/** Requests to join groups. */
export function groupRequestHandlers(service: Service): Handlers {
  const { world } = service;
  const pending =
    (communities: boolean): Handler =>
    ({ Type }: { Type?: string }, { userID }) => {
      const wanted = communities || Type === 'Community';
      const groups = [...world.groups.values()].filter(
        (group) => manages(group, userID) && (group.type === 'Community') === wanted,
      );
      const PendencyList = groups.flatMap((group) =>
        group.requests.map((request) => ({
          PendencyType: 0,
          From_Account: request.applicant,
          FromUserNickName: world.user(request.applicant).nick,
          To_Account: userID,
          GroupId: group.groupID,
          GroupName: group.profile.Name,
          AddTime: request.time,
          ApplyInviteMsg: request.wording,
          Authentication: authenticationOf(request),
          Handled: request.handled ? 1 : 0,
        })),
      );
      return ok({ PendencyList, NextStartTime: 0, UnreadCount: 0 });
    };
  return {
    'group_open_http_svc.get_pendency': pending(false),
    'million_group_open_http_svc.get_pendency': pending(true),
    'group_open_http_svc.handle_apply_join_group': byManager(
      service,
      (group, body: AnswerToRequest, { userID }) => {
        const request = group.requests.find((r) => !r.handled && authenticationOf(r) === body.Authentication);
        if (!request) return refuse(10025);
        answerRequest(service, group, request, userID, body.HandleMsg === 'Agree', body.ApprovalMsg);
        return ok();
      },
    ),
  };
}

interface AnswerToRequest {
  GroupId: string;
  HandleMsg: 'Agree' | 'Reject';
  ApprovalMsg?: string;
  Authentication: string;
}
