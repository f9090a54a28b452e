import { EVENT, TYPES } from '../../sdk/constants.ts';
import { SIGNALING_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { SIGNALING } from '../signaling-names.ts';
import type { Context } from './context.ts';
import type { Message } from './message.ts';
import type { MessageParts } from './message-parts.ts';
import {
  base,
  type Invitation,
  invitationOf,
  isExcluded,
  isSignaling,
  newInviteID,
  said,
} from './signaling-info.ts';
import type { Signaling, SignalingAnswer, SignalingOptions } from './signaling-parts.ts';

interface Open extends Invitation {
  readonly message: Message;
}

/** How much longer the inviter waits than who is invited, seconds. */
const GRACE = 5;

/** The invitations of one login. They are followed only while `isOn`: from the first listener on. */
export function createSignaling(
  { clock, emit, random, userID }: Context,
  messages: MessageParts,
  isOn: () => boolean,
): Signaling {
  const open = new Map<string, Open>();
  const timers = new Set<() => void>();
  /** One answer at a time: until it is sent any other is refused. */
  let isBusy = false;

  const create = (invitation: Invitation, to: string): Message =>
    messages.create.custom({
      to,
      conversationType: invitation.groupID === '' ? TYPES.CONV_C2C : TYPES.CONV_GROUP,
      priority: TYPES.MSG_PRIORITY_HIGH,
      payload: { data: JSON.stringify(invitation) },
    });

  const send = async (
    message: Message,
    invitation: Invitation,
    { onlineUserOnly = false, offlinePushInfo = {} }: SignalingOptions,
  ): Promise<SignalingAnswer> => {
    const isHidden = isExcluded(invitation);
    const sent = await messages.sendMessage(message, {
      onlineUserOnly: onlineUserOnly || open.get(invitation.inviteID)?.message._onlineOnlyFlag === true,
      offlinePushInfo,
      messageControlInfo: {
        excludedFromContentModeration: true,
        excludedFromUnreadCount: isHidden,
        excludedFromLastMessage: isHidden,
      },
    });
    return { ...sent, inviteID: invitation.inviteID };
  };

  /** Somebody has answered. A group's invitation stays open until everybody has; any other ends. */
  const settle = ({ inviteID, groupID, inviteeList: [invitee] }: Invitation): void => {
    const known = open.get(inviteID);
    if (known === undefined) return;
    const inviteeList = known.inviteeList.filter((other) => other !== invitee);
    if (groupID === '' || inviteeList.length === 0) open.delete(inviteID);
    else open.set(inviteID, { ...known, inviteeList });
  };

  const timeOut = (inviteID: string): void => {
    const known = open.get(inviteID);
    if (known === undefined) return;
    const { message: _message, inviter, groupID, data } = known;
    const isInviter = inviter === userID;
    if (groupID !== '' && !isInviter && !known.inviteeList.includes(userID)) return;
    const inviteeList = isInviter ? known.inviteeList : [userID];
    const over = said(inviteID, SIGNALING.ACTION_TYPE_INVITE_TIMEOUT, {
      inviter,
      inviteeList,
      groupID,
      data,
    });
    const message = create(over, groupID || (isInviter ? (inviteeList[0] ?? '') : inviter));
    const tell = (): void => {
      emit(SIGNALING.INVITATION_TIMEOUT, { ...base(over), inviteeList, isSelfTimeout: true, message });
      if (isInviter) open.delete(inviteID);
      else settle(over);
    };
    send(message, over, {}).then(tell, () => undefined);
  };

  const startTimer = ({ inviteID, inviter, timeout }: Invitation): void => {
    if (timeout <= 0) return;
    const seconds = inviter === userID ? timeout + GRACE : timeout;
    const cancel = clock.setTimeout(() => {
      timers.delete(cancel);
      timeOut(inviteID);
    }, seconds * 1000);
    timers.add(cancel);
  };

  const act = async (
    inviteID: string,
    options: SignalingOptions,
    actionType: number,
    answerOf: (known: Open) => Invitation | undefined,
  ): Promise<SignalingAnswer> => {
    const isCancel = actionType === SIGNALING.ACTION_TYPE_CANCEL_INVITE;
    const known = open.get(inviteID);
    if (known === undefined || isBusy) {
      throw sdkError(isCancel ? SIGNALING_REFUSAL.NOTHING_TO_CANCEL : SIGNALING_REFUSAL.NO_INVITATION);
    }
    const answer = answerOf(known);
    if (answer === undefined) throw sdkError(SIGNALING_REFUSAL.NOT_YOURS);
    isBusy = true;
    const to = answer.groupID || (isCancel ? (answer.inviteeList[0] ?? '') : answer.inviter);
    try {
      const sent = await send(create(answer, to), answer, options);
      if (actionType === SIGNALING.ACTION_TYPE_ACCEPT_INVITE) settle(answer);
      else open.delete(inviteID);
      return sent;
    } finally {
      isBusy = false;
    }
  };

  const answerWith =
    (actionType: number): Signaling['accept'] =>
    (inviteID, options) =>
      act(inviteID, options, actionType, ({ inviter, groupID, inviteeList }) =>
        inviteeList.includes(userID)
          ? said(inviteID, actionType, { inviter, groupID, inviteeList: [userID], data: options.data })
          : undefined,
      );

  const invited = (invitation: Invitation, message: Message): void => {
    const { inviteID, groupID, inviter, inviteeList } = invitation;
    if (groupID !== '' && !inviteeList.includes(userID)) return;
    if (!open.has(inviteID)) open.set(inviteID, { ...invitation, message });
    emit(SIGNALING.NEW_INVITATION_RECEIVED, { ...base(invitation), inviteeList });
    if (inviter === userID) return;
    const age = clock.now() / 1000 - message.time;
    const isFresh = age > 0 && age < invitation.timeout;
    startTimer({ ...invitation, timeout: isFresh ? invitation.timeout - age : invitation.timeout });
  };

  const receive = (message: Message): void => {
    const invitation = invitationOf(message);
    if (invitation?.actionType === SIGNALING.ACTION_TYPE_INVITE) invited(invitation, message);
    if (invitation === undefined || !open.has(invitation.inviteID)) return;
    const [invitee] = invitation.inviteeList;
    switch (invitation.actionType) {
      case SIGNALING.ACTION_TYPE_ACCEPT_INVITE:
      case SIGNALING.ACTION_TYPE_REJECT_INVITE: {
        const isAccepted = invitation.actionType === SIGNALING.ACTION_TYPE_ACCEPT_INVITE;
        settle(invitation);
        const name = isAccepted ? SIGNALING.INVITEE_ACCEPTED : SIGNALING.INVITEE_REJECTED;
        emit(name, { ...base(invitation), invitee });
        return;
      }
      case SIGNALING.ACTION_TYPE_CANCEL_INVITE:
        open.delete(invitation.inviteID);
        emit(SIGNALING.INVITATION_CANCELLED, base(invitation));
        return;
      case SIGNALING.ACTION_TYPE_INVITE_TIMEOUT: {
        settle(invitation);
        const { inviteeList } = invitation;
        emit(SIGNALING.INVITATION_TIMEOUT, { ...base(invitation), inviteeList, isSelfTimeout: false });
      }
    }
  };

  const modified = (message: Message): void => {
    const invitation = invitationOf(message);
    if (invitation === undefined || !open.has(invitation.inviteID)) return;
    open.set(invitation.inviteID, { ...invitation, message });
    const { inviteID, data } = invitation;
    emit(SIGNALING.INVITATION_MODIFIED, { inviteID, data });
  };

  return {
    invite: ({ groupID, inviteeList, timeout }, options) => {
      const inviteID = newInviteID(random);
      const rest = { groupID, inviteeList, timeout, inviter: userID, data: options.data };
      const invitation = said(inviteID, SIGNALING.ACTION_TYPE_INVITE, rest);
      const message = create(invitation, groupID || (inviteeList[0] ?? ''));
      const sent = send(message, invitation, options).then((answer) => {
        open.set(inviteID, { ...invitation, message });
        startTimer(invitation);
        return answer;
      });
      return { inviteID, sent };
    },

    cancel: (inviteID, options) =>
      act(inviteID, options, SIGNALING.ACTION_TYPE_CANCEL_INVITE, ({ inviter, groupID, inviteeList }) =>
        inviter === userID
          ? said(inviteID, SIGNALING.ACTION_TYPE_CANCEL_INVITE, {
              inviter,
              groupID,
              inviteeList,
              data: options.data,
            })
          : undefined,
      ),
    accept: answerWith(SIGNALING.ACTION_TYPE_ACCEPT_INVITE),
    reject: answerWith(SIGNALING.ACTION_TYPE_REJECT_INVITE),

    modify: async (inviteID, data) => {
      const known = open.get(inviteID);
      if (known === undefined) throw sdkError(SIGNALING_REFUSAL.NO_INVITATION);
      const { message, ...invitation } = known;
      const before = message.payload['data'];
      // In place: the SDK takes no other payload.
      Object.assign(message.payload, { data: JSON.stringify({ ...invitation, data }) });
      try {
        const answer = await messages.modifyMessage(message);
        open.set(inviteID, { ...known, data });
        return answer;
      } catch (error) {
        Object.assign(message.payload, { data: before });
        throw error;
      }
    },

    watch: (name, data) => {
      if (!isOn()) return;
      const told = name === EVENT.MESSAGE_RECEIVED || name === EVENT.MESSAGE_MODIFIED ? data : [];
      for (const message of (told as readonly Message[]).filter(isSignaling)) {
        if (name === EVENT.MESSAGE_RECEIVED) receive(message);
        else modified(message);
      }
    },

    end: () => {
      for (const cancel of timers) cancel();
      timers.clear();
      open.clear();
    },
  };
}
