import type { Message, TextSegment } from 'tim-reactive';
import { useSession, useTimSelector } from 'tim-reactive/react';
import { contentOf } from '../shared/describe-message.ts';
import { areSameMentions, mentionsOf, segmentsOf } from '../shared/rich-text.ts';

interface MessageTextProps {
  readonly message: Message;
}

/** What a message says, with emoji, mentions and links. */
export function MessageText({ message }: MessageTextProps) {
  const mentions = useTimSelector((state) => mentionsOf(state, message), areSameMentions);
  return (
    <span className="message-text">
      {segmentsOf(contentOf(message), mentions).map((segment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a text's stretches have nothing but their order
        <Segment key={index} segment={segment} />
      ))}
    </span>
  );
}

interface SegmentProps {
  readonly segment: TextSegment<string>;
}

function Segment({ segment }: SegmentProps) {
  const { userID } = useSession();
  switch (segment.type) {
    case 'emoji':
      return (
        <span className="emoji" title={segment.text}>
          {segment.emoji}
        </span>
      );
    case 'mention':
      return (
        <span className="mention" data-self={segment.userID === userID}>
          {segment.text}
        </span>
      );
    case 'link':
      return (
        <a href={segment.href} target="_blank" rel="noreferrer">
          {segment.text}
        </a>
      );
    default:
      return segment.text;
  }
}
