import type { Message, TextSegment } from 'tim-reactive';
import { useSession, useTimSelector } from 'tim-reactive/react';
import { areSameMentions, mentionsOf, NO_MENTIONS, segmentsOf } from '../shared/rich-text.ts';

interface MessageTextProps {
  readonly text: string;
  /** Whose text it is: with that, who is mentioned in it is known. */
  readonly message: Message | undefined;
}

/** A text, with emoji, mentions and links. */
export function MessageText({ text, message }: MessageTextProps) {
  const mentions = useTimSelector(
    (state) => (message === undefined ? NO_MENTIONS : mentionsOf(state, message)),
    areSameMentions,
  );
  return (
    <span className="message-text">
      {segmentsOf(text, mentions).map((segment, index) => (
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
