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
} from 'tim-reactive/vue';
import type { ComputedRef } from 'vue';
import { computed, watchEffect } from 'vue';
import { describeSilence } from '../shared/describe-silence.ts';

/** Why I cannot write in a conversation now; `''` where I can. */
export function useSilence(conversationID: () => ConversationID): ComputedRef<string> {
  const partner = computed(() => partnerOf(conversationID()));
  const isGroup = computed(() => partner.value?.type === 'GROUP');
  const groupID = computed(() => (isGroup.value ? partner.value?.ID : undefined));
  const session = useSession();
  const userID = computed(() => session.value.userID);
  const isReady = computed(() => session.value.status === 'ready');
  const { getProfile } = useTimActions().members;
  const group = useGroup(groupID);
  const isMuted = useIsMuted(groupID);
  const me = useGroupMember(groupID, userID);
  const isBlocked = useIsBlocked(() => (isGroup.value ? undefined : partner.value?.ID));
  const isLoaded = useTimSelector((state) => state.groups.isLoaded);
  const isMember = computed(() => group.value !== undefined);

  watchEffect(() => {
    if (!isReady.value || groupID.value === undefined || userID.value === undefined || !isMember.value)
      return;
    // A mute from before the login is told by nothing else. Without an answer the server says so to what is sent.
    getProfile(groupID.value, [userID.value]).catch(() => undefined);
  });

  return computed(() =>
    describeSilence({
      isGroup: isGroup.value,
      isLoaded: isLoaded.value,
      group: group.value,
      isMuted: isMuted.value,
      me: me.value,
      isBlocked: isBlocked.value,
    }),
  );
}
