import type { Message, MessageContent } from 'tim-reactive';
import { customText } from '../../shared/body-words.ts';
import { MessageText } from '../message-text.tsx';
import { AudioBody } from './audio-body.tsx';
import { FaceBody } from './face-body.tsx';
import { FileBody } from './file-body.tsx';
import { ImageBody } from './image-body.tsx';
import { LocationBody } from './location-body.tsx';
import { MergerBody } from './merger-body.tsx';
import { VideoBody } from './video-body.tsx';

interface MessageBodyProps {
  readonly content: MessageContent;
  /** The message that it is the content of, unless that is one of several merged into one. */
  readonly message?: Message;
}

/** What a message shows, by its type. */
export function MessageBody({ content, message }: MessageBodyProps) {
  switch (content.type) {
    case 'TIMTextElem':
      return <MessageText text={content.payload.text} message={message} />;
    case 'TIMImageElem':
      return <ImageBody payload={content.payload} />;
    case 'TIMSoundElem':
      return <AudioBody payload={content.payload} />;
    case 'TIMVideoFileElem':
      return <VideoBody payload={content.payload} />;
    case 'TIMFileElem':
      return <FileBody payload={content.payload} />;
    case 'TIMFaceElem':
      return <FaceBody payload={content.payload} />;
    case 'TIMLocationElem':
      return <LocationBody payload={content.payload} />;
    case 'TIMRelayElem':
      return (
        <MergerBody
          payload={content.payload}
          ID={message?.ID}
          renderContent={(merged) => <MessageBody content={merged} />}
        />
      );
    case 'TIMCustomElem':
      return <span className="message-text">{customText(content.payload)}</span>;
    default:
      return <em className="message-text">A message that this version cannot show</em>;
  }
}
