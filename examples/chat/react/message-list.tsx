import { Fragment, useEffect, useRef } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useMessages } from 'tim-reactive/react';
import { continues, startsDay } from '../shared/describe-message.ts';
import { formatDay } from '../shared/format-time.ts';
import { HistoryState } from './history-state.tsx';
import { Icon } from './icon.tsx';
import { MessageRow } from './message-row.tsx';
import { useOlderPages } from './use-older-pages.ts';
import { useReadMark } from './use-read-mark.ts';
import { useReadingPlace } from './use-reading-place.ts';

interface MessageListProps {
  readonly conversationID: ConversationID;
  readonly name: string;
}

/**
 * The messages of a conversation. That the list stays where it is, at its end or in the midst of older messages, is
 * the style sheet's work: see `.scroller`.
 */
export function MessageList({ conversationID, name }: MessageListProps) {
  const { timeline, messages, ...history } = useMessages(conversationID);
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { isAtEnd, newCount } = useReadingPlace(conversationID, timeline, end);
  useReadMark(conversationID, isAtEnd === true);
  useOlderPages(history, top);

  const scrollToEnd = () => scroller.current?.scrollTo({ top: 0 }); // reversed, so the end is at 0
  const [newest] = timeline.slice(-1);
  const sendingID = newest?.status === 'sending' ? newest.ID : undefined;
  useEffect(() => {
    if (sendingID !== undefined) scrollToEnd();
  }, [sendingID]);

  return (
    <div className="messages-frame">
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be in the keyboard's reach */}
      <div
        ref={scroller}
        className="scroller"
        data-scroller
        data-at-end={isAtEnd}
        role="log"
        aria-live="off"
        aria-label={`Messages with ${name}`}
        tabIndex={0}
      >
        <div className="messages">
          <div className="edge" ref={top} />
          <HistoryState {...history} isEmpty={timeline.length === 0} name={name} />
          <ol>
            {messages.map((message, index) => {
              const previous = messages[index - 1];
              return (
                <Fragment key={message.ID}>
                  {startsDay(previous, message) && <li className="day">{formatDay(message.time)}</li>}
                  <MessageRow message={message} follows={continues(previous, message)} />
                </Fragment>
              );
            })}
          </ol>
          <div className="edge" ref={end} />
        </div>
      </div>
      {isAtEnd === false && history.isLoaded && (
        <button type="button" className="to-newest" onClick={scrollToEnd}>
          <Icon name="down" /> {newCount > 0 ? `${newCount} new` : 'Newest'}
        </button>
      )}
    </div>
  );
}
