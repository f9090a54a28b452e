import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { MergedMessage, MessageContent } from 'tim-reactive';
import { formatBriefly } from '../../shared/format-time.ts';
import { Modal } from '../modal.tsx';

interface MergedMessagesProps {
  readonly title: string;
  readonly messages: readonly MergedMessage[];
  readonly renderContent: (content: MessageContent) => ReactNode;
  readonly onClose: () => void;
}

/** The messages within a merged one, as they were when they were forwarded. */
export function MergedMessages({ title, messages, renderContent, onClose }: MergedMessagesProps) {
  return (
    <Modal title={title} onClose={onClose}>
      <ol className="merged">
        {messages.map(({ from, nick, time, messageBody }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- received ones have no ID that is unlike the others'
          <li key={index}>
            <span className="merged-head">
              <strong>{nick || from}</strong> {formatBriefly(time)}
            </span>
            {messageBody.map((content, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- nor have the parts of one
              <Fragment key={place}>{renderContent(content)}</Fragment>
            ))}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
