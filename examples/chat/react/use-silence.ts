import { useEffect } from 'react';
import type { ConversationID } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import {
  useGroup,
  useGroupMember,
  useIsBlocked,
  useIsMuted,
  useSession,
  useTimActions,
  useTimSelector,
} from 'tim-reactive/react';
import { describeSilence } from '../shared/describe-silence.ts';

/** Why I cannot write in a conversation now; `''` where I can. */
export function useSilence(conversationID: ConversationID): string {
  const partner = partnerOf(conversationID);
  const isGroup = partner?.type === 'GROUP';
  const groupID = isGroup ? partner.ID : undefined;
  const { userID, status } = useSession();
  const { getProfile } = useTimActions().members;
  const group = useGroup(groupID);
  const isMuted = useIsMuted(groupID);
  const me = useGroupMember(groupID, userID);
  const isBlocked = useIsBlocked(isGroup ? undefined : partner?.ID);
  const isLoaded = useTimSelector((state) => state.groups.isLoaded);
  const isMember = group !== undefined;

  useEffect(() => {
    if (status !== 'ready' || groupID === undefined || userID === undefined || !isMember) return;
    // A mute from before the login is told by nothing else. Without an answer the server says so to what is sent.
    getProfile(groupID, [userID]).catch(() => undefined);
  }, [status, groupID, userID, isMember, getProfile]);

  return describeSilence({ isGroup, isLoaded, group, isMuted, me, isBlocked });
}
