import type { Message } from 'tim-reactive';
import { useIsRevocable } from 'tim-reactive/react';
import type { Command } from '../shared/message-commands.ts';
import { commandsFor } from '../shared/message-commands.ts';
import { REACTIONS } from '../shared/reactions.ts';
import { PopItem } from './pop-item.tsx';

interface MessageMenuProps {
  readonly message: Message;
  readonly onCommand: (command: Command) => void;
  readonly onReact: (reactionID: string) => void;
}

/** What can be done to a message now. */
export function MessageMenu({ message, onCommand, onReact }: MessageMenuProps) {
  const commands = commandsFor(message, useIsRevocable(message.ID));
  return (
    <>
      {commands.map(({ command, label }) => (
        <PopItem key={command} onSelect={() => onCommand(command)}>
          {label}
        </PopItem>
      ))}
      <li className="popup-row">
        {REACTIONS.map((reactionID) => (
          <button
            key={reactionID}
            type="button"
            aria-label={`React with ${reactionID}`}
            onClick={() => onReact(reactionID)}
          >
            {reactionID}
          </button>
        ))}
      </li>
    </>
  );
}
