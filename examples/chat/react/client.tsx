import { useCallback, useRef, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import type { ClientOptions } from '../shared/client-options.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { ConversationView } from './conversation-view.tsx';
import { Sidebar } from './sidebar.tsx';

type ClientProps = Omit<ClientOptions, 'store'>;

/** A whole chat client: what is open is all that it keeps by itself. */
export function Client({ name, logIn, initialID, onOpen }: ClientProps) {
  const [openID, setOpenID] = useState(initialID);
  const [drafts] = useState(() => new Map<ConversationID, string>());
  const sidebar = useRef<HTMLElement>(null);

  const open = useCallback(
    (id: ConversationID | undefined) => {
      setOpenID(id);
      onOpen(id);
    },
    [onOpen],
  );
  const close = useCallback(() => {
    open(undefined);
    requestAnimationFrame(() => sidebar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }, [open]);

  return (
    <div className="chat" data-pane={openID === undefined ? 'list' : 'conversation'}>
      <ConnectionBanner logIn={logIn} />
      <Sidebar ref={sidebar} name={name} openID={openID} onOpen={open} />
      {openID === undefined ? (
        <p className="conversation notice">Choose a conversation.</p>
      ) : (
        <ConversationView key={openID} conversationID={openID} drafts={drafts} onClose={close} />
      )}
      <Announcer />
    </div>
  );
}
