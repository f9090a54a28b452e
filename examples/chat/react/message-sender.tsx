import type { Message } from 'tim-reactive';
import { useSenderName } from 'tim-reactive/react';
import { Avatar } from './avatar.tsx';

interface MessageSenderProps {
  readonly message: Message;
}

/** Who wrote a message, under the present name, whatever it was then. */
export function MessageSender({ message }: MessageSenderProps) {
  const name = useSenderName(message);
  return (
    <>
      <Avatar id={message.from} name={name} />
      <span className="message-sender">{name}</span>
    </>
  );
}

/** What stays of a message that was taken back. */
export function RecalledMessage({ message }: MessageSenderProps) {
  const name = useSenderName(message);
  return <li className="recalled">{message.flow === 'out' ? 'You' : name} recalled a message</li>;
}
