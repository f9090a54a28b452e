import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ConversationID, TimStore } from 'tim-reactive';
import { TimProvider } from 'tim-reactive/react';
import { MessageList } from './message-list.tsx';

/** Puts the React list into an element of the page. */
export function mountReactList(element: Element, store: TimStore, id: ConversationID): void {
  createRoot(element).render(
    <StrictMode>
      <TimProvider store={store}>
        <MessageList id={id} />
      </TimProvider>
    </StrictMode>,
  );
}
