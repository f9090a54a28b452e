import type { ConversationID } from 'tim-reactive';
import { partnerOf } from 'tim-reactive';
import { useGroup, useIsTyping, useUserStatus } from 'tim-reactive/react';
import { groupLine } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { statusText, TYPING_TEXT } from '../shared/people-words.ts';
import { Avatar } from './avatar.tsx';
import { ConversationActions } from './conversation-actions.tsx';
import { HistoryHint } from './history-hint.tsx';
import { Icon } from './icon.tsx';

interface ConversationHeaderProps {
  readonly conversationID: ConversationID;
  readonly name: string;
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** With whom one talks, what can be done, and the way back where there is room for one pane only. */
export function ConversationHeader({ conversationID, name, onOpen, onClose }: ConversationHeaderProps) {
  const partner = partnerOf(conversationID);
  const isGroup = partner?.type === 'GROUP';
  const group = useGroup(isGroup ? partner.ID : undefined);
  const status = statusText(useUserStatus(isGroup ? undefined : partner?.ID));
  const isTyping = useIsTyping(conversationID);
  const still = isGroup ? (group && groupLine(group)) || 'Group' : status || 'Direct messages';
  const subtitle = partner === undefined ? 'From the server' : isTyping ? TYPING_TEXT : still;
  return (
    <header className="conversation-header">
      <button type="button" className="back" aria-label="Back to the conversations" onClick={onClose}>
        <Icon name="back" />
      </button>
      <Avatar id={conversationID} name={name} />
      <div className="header-text">
        <h3>{name}</h3>
        <p className="subtitle" data-typing={isTyping}>
          {subtitle}
          <HistoryHint conversationID={conversationID} />
        </p>
      </div>
      {partner !== undefined && (
        <ConversationActions
          conversationID={conversationID}
          detailsPage={
            isGroup ? { kind: 'group', groupID: partner.ID } : { kind: 'contact', userID: partner.ID }
          }
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
    </header>
  );
}
