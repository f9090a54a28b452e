import type { ActionContext } from '../action-context.ts';

/** Lets go of the SDK's objects of messages that the state no longer has: not loaded, nor pinned, nor a request to join. */
export function trimHandles({
  committed$,
  getState,
  handles,
}: Pick<ActionContext, 'committed$' | 'getState' | 'handles'>): void {
  committed$.subscribe((event) => {
    const { messages, groups } = getState();
    if (event.type === 'messagesDeleted') for (const { ID } of event.messages) handles.drop(ID);
    const isKnown = (ID: string): boolean =>
      messages.index.get(ID) !== undefined ||
      groups.applications.get(ID) !== undefined ||
      [...messages.pinned].some(([, list]) => list.some((message) => message.ID === ID));
    handles.trim(messages.index.size + groups.applications.size, isKnown);
  });
}
