import { useCallback, useRef, useState } from 'react';
import type { ClientOptions } from '../shared/client-options.ts';
import type { Page } from '../shared/page.ts';
import { conversationPage, keyOf } from '../shared/page.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { PageView } from './page-view.tsx';
import { Sidebar } from './sidebar.tsx';

type ClientProps = Omit<ClientOptions, 'store'>;

/** A whole chat client: which pages are open, one on the other, is all that it keeps by itself. */
export function Client({ name, logIn, initialID, onOpen }: ClientProps) {
  const [pages, setPages] = useState<readonly Page[]>(() =>
    initialID === undefined ? [] : [conversationPage(initialID)],
  );
  const sidebar = useRef<HTMLElement>(null);
  const page = pages.at(-1);

  const show = useCallback(
    (next: readonly Page[]) => {
      const top = next.at(-1);
      setPages(next);
      onOpen(top?.kind === 'conversation' ? top.conversationID : undefined);
    },
    [onOpen],
  );
  const openFromList = useCallback((next: Page) => show([next]), [show]);
  const close = () => {
    const row = sidebar.current?.querySelector<HTMLElement>('.panel [aria-current="true"]');
    show(pages.slice(0, -1));
    if (pages.length === 1) requestAnimationFrame(() => row?.focus());
  };

  return (
    <div className="chat" data-pane={page === undefined ? 'list' : 'conversation'}>
      <ConnectionBanner logIn={logIn} />
      <Sidebar ref={sidebar} name={name} page={page} onOpen={openFromList} />
      {page === undefined ? (
        <p className="conversation notice">Choose a conversation.</p>
      ) : (
        <PageView key={keyOf(page)} page={page} onOpen={(next) => show([...pages, next])} onClose={close} />
      )}
      <Announcer />
    </div>
  );
}
