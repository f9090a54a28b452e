import type { ReactElement } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationID, RowWindow } from 'tim-reactive';
import { useMessages } from 'tim-reactive/react';
import type { VListHandle } from 'virtua';
import { VList } from 'virtua';
import { isNearStart, windowOf } from '../shared/window-of.ts';
import { Row } from './message-row.tsx';
import { useShift } from './use-shift.ts';

/** The messages of a conversation in a virtual list, from the newest up. */
export function MessageList({ id }: { readonly id: ConversationID }): ReactElement {
  const list = useRef<VListHandle>(null);
  const [window, setWindow] = useState<RowWindow>();
  const { length, firstIndex, rowAt, isLoading, isCompleted, loadOlder } = useMessages(id, { window });

  const shift = useShift(firstIndex, length);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollToIndex(length - 1, { align: 'end' });
  }, [firstIndex, length]);

  useEffect(() => {
    if (isNearStart(window, firstIndex) && !isLoading && !isCompleted) void loadOlder();
  }, [window, firstIndex, isLoading, isCompleted, loadOlder]);

  const onScroll = (): void => {
    if (list.current === null) return;
    const seen = windowOf(list.current, firstIndex);
    isAtEnd.current = seen.isAtEnd;
    setWindow((last) => (last?.start === seen.start && last.end === seen.end ? last : seen));
  };

  return (
    <VList ref={list} data={{ length }} shift={shift} onScroll={onScroll} tabIndex={0} aria-label="Messages">
      {(_, place) => {
        const row = rowAt(firstIndex + place);
        return row === undefined ? <></> : <Row key={row.key} row={row} />;
      }}
    </VList>
  );
}
