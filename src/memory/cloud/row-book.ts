import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { inboxEntry, type InboxEntry, messagesOf, type User, viewOf, type World } from './world.ts';

/** What a user does to conversations, for all of the user's own clients and nobody else. */
export interface RowBook {
  /** With `isClearing` the messages, too, are gone for this user. */
  readonly remove: (
    userID: string,
    conversationIDs: readonly string[],
    isClearing: boolean,
    except?: Connection,
  ) => void;
  /** All messages up to now are gone for this user. */
  readonly clear: (userID: string, conversationID: string) => void;
  readonly pin: (userID: string, conversationID: string, isPinned: boolean, except?: Connection) => void;
  readonly mute: (userID: string, conversationID: string, remindType: string, except?: Connection) => void;
  readonly mark: (
    userID: string,
    conversationIDs: readonly string[],
    markType: number,
    isMarked: boolean,
    except?: Connection,
  ) => void;
  readonly setCustomData: (
    userID: string,
    conversationIDs: readonly string[],
    customData: string,
    except?: Connection,
  ) => void;
  readonly groups: (userID: string) => readonly string[];
  /** Makes the group if it is not there, and puts conversations into it. */
  readonly addToGroup: (
    userID: string,
    name: string,
    conversationIDs: readonly string[],
    except?: Connection,
  ) => void;
  readonly takeOutOfGroup: (
    userID: string,
    name: string,
    conversationIDs: readonly string[],
    except?: Connection,
  ) => void;
  readonly removeGroup: (userID: string, name: string, except?: Connection) => void;
  readonly renameGroup: (userID: string, oldName: string, newName: string, except?: Connection) => void;
}

/** The conversations of the users of one world. */
export function createRowBook(world: World, hub: Hub): RowBook {
  const clear = (user: User, conversationID: string): void => {
    viewOf(user, conversationID).unread.clear();
    for (const { notes } of messagesOf(world, user.userID, conversationID)) notes.deletedBy.add(user.userID);
  };

  /** Changes some rows and tells of each. */
  const change = (
    userID: string,
    conversationIDs: readonly string[],
    except: Connection | undefined,
    write: (entry: InboxEntry) => void,
  ): void => {
    for (const conversationID of conversationIDs) {
      const entry = inboxEntry(world.user(userID), conversationID);
      write(entry);
      const { markList, customData } = entry;
      hub.push(userID, { kind: 'rowMarked', conversationID, markList, customData }, except);
    }
  };

  const tellGroups = (userID: string, except?: Connection, renamed?: readonly [string, string]): void => {
    const names = [...world.user(userID).relations.conversationGroups];
    hub.push(userID, { kind: 'conversationGroups', names, ...(renamed && { renamed }) }, except);
  };

  return {
    remove: (userID, conversationIDs, isClearing, except) => {
      const user = world.user(userID);
      for (const conversationID of conversationIDs) {
        if (isClearing) clear(user, conversationID);
        user.inbox.delete(conversationID);
      }
      hub.push(userID, { kind: 'rowsDeleted', conversationIDs }, except);
    },

    clear: (userID, conversationID) => clear(world.user(userID), conversationID),

    pin: (userID, conversationID, isPinned, except) => {
      inboxEntry(world.user(userID), conversationID).isPinned = isPinned;
      hub.push(userID, { kind: 'rowPinned', conversationID, isPinned }, except);
    },

    mute: (userID, conversationID, remindType, except) => {
      const user = world.user(userID);
      user.relations.remindTypes.set(conversationID, remindType);
      const entry = user.inbox.get(conversationID);
      if (entry !== undefined) entry.remindType = remindType;
      hub.push(userID, { kind: 'remindType', conversationID, remindType }, except);
    },

    mark: (userID, conversationIDs, markType, isMarked, except) =>
      change(userID, conversationIDs, except, (entry) => {
        const others = entry.markList.filter((mark) => mark !== markType);
        entry.markList = isMarked ? [...others, markType].sort((a, b) => a - b) : others;
      }),

    setCustomData: (userID, conversationIDs, customData, except) =>
      change(userID, conversationIDs, except, (entry) => {
        entry.customData = customData;
      }),

    groups: (userID) => [...world.user(userID).relations.conversationGroups],

    addToGroup: (userID, name, conversationIDs, except) => {
      const user = world.user(userID);
      const isNew = !user.relations.conversationGroups.has(name);
      user.relations.conversationGroups.add(name);
      for (const conversationID of conversationIDs) inboxEntry(user, conversationID).groupNames.add(name);
      if (isNew) tellGroups(userID, except);
      hub.push(userID, { kind: 'conversationsInGroup', name, added: conversationIDs, removed: [] }, except);
    },

    takeOutOfGroup: (userID, name, conversationIDs, except) => {
      const user = world.user(userID);
      for (const conversationID of conversationIDs) viewOf(user, conversationID).groupNames.delete(name);
      hub.push(userID, { kind: 'conversationsInGroup', name, added: [], removed: conversationIDs }, except);
    },

    removeGroup: (userID, name, except) => {
      const user = world.user(userID);
      user.relations.conversationGroups.delete(name);
      for (const { groupNames } of user.inbox.values()) groupNames.delete(name);
      tellGroups(userID, except);
    },

    renameGroup: (userID, oldName, newName, except) => {
      const user = world.user(userID);
      user.relations.conversationGroups.delete(oldName);
      user.relations.conversationGroups.add(newName);
      for (const { groupNames } of user.inbox.values()) {
        if (groupNames.delete(oldName)) groupNames.add(newName);
      }
      tellGroups(userID, except, [oldName, newName]);
    },
  };
}
