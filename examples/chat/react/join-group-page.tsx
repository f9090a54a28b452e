import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { Group } from 'tim-reactive';
import { groupID } from 'tim-reactive';
import { useTimActions } from 'tim-reactive/react';
import { groupLine, JOIN_TEXTS } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { conversationPage } from '../shared/page.ts';
import { readForm } from '../shared/read-form.ts';
import { Avatar } from './avatar.tsx';
import { PageFrame } from './page-frame.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface JoinGroupPageProps {
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** Looks up a group by its ID, and joins it, or asks to. */
export function JoinGroupPage({ onOpen, onClose }: JoinGroupPageProps) {
  const { searchByID, join } = useTimActions().groups;
  const [found, setFound] = useState<Group>();
  const [isIn, setIsIn] = useState(false);
  const task = useTask();

  function search(event: SubmitEvent<HTMLFormElement>) {
    const ID = readForm(event)('groupID');
    setFound(undefined);
    setIsIn(false);
    void task.run(async () => {
      setFound(await searchByID(ID));
      return '';
    });
  }

  function apply(event: SubmitEvent<HTMLFormElement>, { groupID: ID, type }: Group) {
    const applyMessage = readForm(event)('applyMessage');
    void task.run(async () => {
      const { status } = await join(ID, { type: type as 'AVChatRoom', applyMessage });
      setIsIn(status !== 'WaitAdminApproval');
      return JOIN_TEXTS[status];
    });
  }

  return (
    <PageFrame title="Join a group" onClose={onClose}>
      <form className="form" aria-label="Search" onSubmit={search}>
        <label className="field">
          <span>Group ID</span>
          <span className="field-row">
            <input
              name="groupID"
              required
              placeholder="board-games"
              autoCapitalize="none"
              autoComplete="off"
            />
            <button type="submit" className="button" disabled={task.isBusy}>
              Search
            </button>
          </span>
        </label>
      </form>
      {found !== undefined && (
        <form
          className="form card"
          aria-label={found.name}
          onSubmit={(event) => {
            apply(event, found);
          }}
        >
          <div className="person">
            <Avatar id={found.groupID} name={found.name} />
            <span className="person-text">
              <span className="person-name">{found.name}</span>
              <span className="person-detail">{groupLine(found)}</span>
            </span>
          </div>
          {found.introduction !== '' && <p>{found.introduction}</p>}
          <label className="field">
            <span>What you say</span>
            <input name="applyMessage" placeholder="It is me" autoComplete="off" />
          </label>
          <div className="actions">
            <button type="submit" className="button" data-tone="primary" disabled={task.isBusy}>
              Join
            </button>
            {isIn && (
              <button
                type="button"
                className="button"
                onClick={() => onOpen(conversationPage(groupID(found.groupID)))}
              >
                Open
              </button>
            )}
          </div>
        </form>
      )}
      <TaskStatus task={task} />
    </PageFrame>
  );
}
