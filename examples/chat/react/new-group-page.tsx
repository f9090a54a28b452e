import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { GroupType } from 'tim-reactive';
import { groupID, TYPES } from 'tim-reactive';
import { useFriends, useTimActions } from 'tim-reactive/react';
import { GROUP_TYPES } from '../shared/group-words.ts';
import type { Page } from '../shared/page.ts';
import { conversationPage } from '../shared/page.ts';
import { readForm } from '../shared/read-form.ts';
import { FriendPicker } from './friend-picker.tsx';
import { PageFrame } from './page-frame.tsx';
import { TaskStatus } from './task-status.tsx';
import { useTask } from './use-task.ts';

interface NewGroupPageProps {
  readonly onOpen: (page: Page) => void;
  readonly onClose: () => void;
}

/** Makes a group. */
export function NewGroupPage({ onOpen, onClose }: NewGroupPageProps) {
  const { create, join } = useTimActions().groups;
  const friends = useFriends();
  const [type, setType] = useState<GroupType>(TYPES.GRP_WORK);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const task = useTask();
  const isRoom = type === TYPES.GRP_AVCHATROOM;

  function make(event: SubmitEvent<HTMLFormElement>) {
    const name = readForm(event)('name');
    void task.run(async () => {
      const members = isRoom ? {} : { memberList: chosen.map((userID) => ({ userID })) };
      const { group, overLimitUserIDList } = await create({ name, type, ...members });
      // Whoever makes such a room is not in it yet.
      if (isRoom) await join(group.groupID, { type });
      if (overLimitUserIDList.length > 0) return `In too many groups: ${overLimitUserIDList.join(', ')}`;
      onOpen(conversationPage(groupID(group.groupID)));
      return '';
    });
  }

  return (
    <PageFrame title="New group" onClose={onClose}>
      <form className="form" aria-label="New group" onSubmit={make}>
        <label className="field">
          <span>Name</span>
          <input name="name" required autoComplete="off" />
        </label>
        <label className="field">
          <span>Type</span>
          <select value={type} onChange={(event) => setType(event.target.value as GroupType)}>
            {GROUP_TYPES.map((choice) => (
              <option key={choice.type} value={choice.type}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
        {!isRoom && (
          <FriendPicker
            title="First members"
            userIDs={friends.map(({ userID }) => userID)}
            chosen={chosen}
            onChange={setChosen}
          />
        )}
        <button type="submit" className="button" data-tone="primary" disabled={task.isBusy}>
          Create
        </button>
        <TaskStatus task={task} />
      </form>
    </PageFrame>
  );
}
