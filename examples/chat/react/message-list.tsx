import { Fragment, useEffect, useRef, useState } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useMessages } from 'tim-reactive/react';
import { follows } from '../shared/describe-message.ts';
import { HistoryState } from './history-state.tsx';
import { Icon } from './icon.tsx';
import { MentionButton } from './mention-button.tsx';
import { MessageRow } from './message-row.tsx';
import { RowSeparators } from './row-separators.tsx';
import { useJump } from './use-jump.ts';
import type { RowCallbacks } from './use-message-commands.ts';
import { useOlderPages } from './use-older-pages.ts';
import { useReadMark } from './use-read-mark.ts';
import { useReadingPlace } from './use-reading-place.ts';

interface MessageListProps extends RowCallbacks {
  readonly conversationID: ConversationID;
  readonly name: string;
  /** The IDs of those selected; `undefined` while none are. */
  readonly selected: readonly string[] | undefined;
}

/**
 * The messages of a conversation. That the list stays where it is, at its end or in the midst of older messages, is
 * the style sheet's work: see `.scroller`.
 */
export function MessageList({ conversationID, name, selected, onForward, onSelect }: MessageListProps) {
  const { timeline, rows, loadAround, ...history } = useMessages(conversationID);
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { isAtEnd, newCount } = useReadingPlace(conversationID, timeline, end);
  const { markedID, jumpTo } = useJump(loadAround, scroller);
  const [lastID, setLastID] = useState<string>();
  useReadMark(conversationID, isAtEnd === true);
  useOlderPages(history, top);

  const scrollToEnd = () => scroller.current?.scrollTo({ top: 0 }); // reversed, so the end is at 0
  const [newest] = timeline.slice(-1);
  const sendingID = newest?.status === 'sending' ? newest.ID : undefined;
  const stopID = lastID !== undefined && timeline.indexOf(lastID) >= 0 ? lastID : newest?.ID;
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
            {rows.map((row, place) => (
              <Fragment key={row.key}>
                <RowSeparators conversationID={conversationID} separators={row.separators} />
                <MessageRow
                  message={row.message}
                  follows={follows(row, rows[place - 1])}
                  isMarked={row.key === markedID}
                  isSelected={selected?.includes(row.key)}
                  isTabStop={row.key === stopID}
                  onTabStop={setLastID}
                  onForward={onForward}
                  onSelect={onSelect}
                />
              </Fragment>
            ))}
          </ol>
          <div className="edge" ref={end} />
        </div>
      </div>
      <MentionButton
        conversationID={conversationID}
        isAtEnd={isAtEnd === true}
        onJump={(sequence) => jumpTo({ sequence })}
      />
      {isAtEnd === false && history.isLoaded && (
        <button type="button" className="float-button to-newest" onClick={scrollToEnd}>
          <Icon name="down" /> {newCount > 0 ? `${newCount} new` : 'Newest'}
        </button>
      )}
    </div>
  );
}
