import { groupID as groupConversation } from 'tim-reactive';
import { useGroup, useTimSelector } from 'tim-reactive/react';
import { groupLine } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { conversationPage } from '../shared/page.ts';
import { GroupActions } from './group-actions.tsx';
import { GroupProfile } from './group-profile.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberList } from './member-list.tsx';
import { NameCardForm } from './name-card-form.tsx';
import { PageFrame } from './page-frame.tsx';

interface GroupPageProps {
  readonly groupID: string;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** A group that I am in: what it is, who is in it, and what I may do about that. */
export function GroupPage({ groupID, onOpen, onClose }: GroupPageProps) {
  const group = useGroup(groupID);
  const isLoaded = useTimSelector((state) => state.groups.isLoaded);
  if (group === undefined) {
    return (
      <PageFrame title={groupID} onClose={onClose}>
        <p className="hint">{isLoaded ? 'You are not in this group.' : 'Loading…'}</p>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={group.name || groupID} subtitle={groupLine(group)} avatarID={groupID} onClose={onClose}>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-tone="primary"
          onClick={() => onOpen(conversationPage(groupConversation(groupID)))}
        >
          Message
        </button>
      </div>
      <GroupProfile group={group} />
      <NameCardForm group={group} />
      <InviteForm groupID={groupID} />
      <MemberList groupID={groupID} onOpen={onOpen} />
      <GroupActions group={group} />
    </PageFrame>
  );
}
