import { useRef } from 'react';
import type { ConversationID } from 'tim-reactive';
import { useTimStore } from 'tim-reactive/react';
import { sendFiles, sendLocation, sendSticker } from '../shared/send-things.ts';
import { STICKERS } from '../shared/stickers.ts';
import { PopItem } from './pop-item.tsx';
import { PopMenu } from './pop-menu.tsx';

interface AttachMenuProps {
  readonly conversationID: ConversationID;
  /** Does it, and says what is thrown. */
  readonly onSend: (send: () => void) => void;
}

/** What can be sent but text: files, as what they are, where I am, and stickers. */
export function AttachMenu({ conversationID, onSend }: AttachMenuProps) {
  const store = useTimStore();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <PopMenu icon="add" label="Attach" className="attach">
        <PopItem onSelect={() => picker.current?.click()}>Image, video or file…</PopItem>
        <PopItem onSelect={() => onSend(() => sendLocation(store, conversationID))}>Where I am</PopItem>
        {STICKERS.map((sticker) => (
          <PopItem
            key={sticker.data}
            onSelect={() => onSend(() => sendSticker(store, conversationID, sticker))}
          >
            {sticker.picture} {sticker.label}
          </PopItem>
        ))}
      </PopMenu>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files to send"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // so that the same file can be chosen again
          onSend(() => sendFiles(store, conversationID, files));
        }}
      />
    </>
  );
}
