import { EVENT } from '../../sdk/constants.ts';
import type { Push } from '../cloud/wire.ts';
import { ROW_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { type ConversationResults, createRowBatch } from './row-batch.ts';

/** The groups that a user sorts conversations into. All reject with an `SdkError`. */
export interface ConversationGroups {
  /** Names. */
  readonly list: () => readonly string[];
  /** With the event. */
  readonly takeOver: (names: readonly string[]) => void;
  readonly create: (name: string, conversationIDs: readonly string[]) => Promise<ConversationResults>;
  readonly remove: (name: string) => Promise<void>;
  readonly rename: (oldName: string, newName: string) => Promise<void>;
  /** Lists only those that were not in the group yet; `takeOut` those that were. */
  readonly add: (name: string, conversationIDs: readonly string[]) => Promise<ConversationResults>;
  readonly takeOut: (name: string, conversationIDs: readonly string[]) => Promise<ConversationResults>;
  /** Another client of the user did it. */
  readonly receive: (push: Push) => void;
}

const MAX_GROUPS = 20;

/** The groups of one login: none, until the server's are taken over. */
export function createConversationGroups(context: Context, conversations: Conversations): ConversationGroups {
  const { cloud, connection, emit, request, userID: me } = context;
  const { rows } = cloud.people;
  const apply = createRowBatch(context, conversations);
  let names = new Set<string>();

  const list = (): readonly string[] => [...names];
  const announceList = (): void => emit(EVENT.CONVERSATION_GROUP_LIST_UPDATED, list());
  const announceGroup = (groupName: string): void =>
    emit(EVENT.CONVERSATION_IN_GROUP_UPDATED, {
      groupName,
      conversationList: conversations
        .list()
        .filter(({ conversationGroupList }) => conversationGroupList.includes(groupName)),
    });

  const requireGroup = (name: string): void => {
    if (!rows.groups(me).includes(name)) throw sdkError(ROW_REFUSAL.NO_SUCH_GROUP);
  };

  /** Gives the rows the group's new name, or takes it from them; answers whether there were any. */
  const rewrite = (oldName: string, newName?: string): boolean => {
    const touched = conversations.list().filter((row) => row.conversationGroupList.includes(oldName));
    for (const row of touched) {
      row.conversationGroupList = row.conversationGroupList.flatMap((name) =>
        name === oldName ? (newName ?? []) : name,
      );
    }
    return touched.length > 0;
  };

  const renameHere = (oldName: string, newName: string): void => {
    names = new Set([...names].map((name) => (name === oldName ? newName : name)));
    announceList();
    if (rewrite(oldName, newName)) conversations.announce();
  };

  return {
    list,

    takeOver: (taken) => {
      names = new Set(taken);
      announceList();
    },

    create: (name, conversationIDs) =>
      apply({
        method: 'createConversationGroup',
        conversationIDs,
        atServer: (IDs) => {
          const known = rows.groups(me);
          if (!known.includes(name) && known.length >= MAX_GROUPS)
            throw sdkError(ROW_REFUSAL.TOO_MANY_GROUPS);
          rows.addToGroup(me, name, IDs, connection);
        },
        write: putInto(name),
        onDone: (isChanged) => {
          names.add(name);
          announceList();
          // Once more, as the SDK does.
          if (isChanged) announceList();
        },
      }),

    remove: async (name) => {
      await request('deleteConversationGroup', () => {
        requireGroup(name);
        rows.removeGroup(me, name, connection);
      });
      if (names.delete(name)) announceList();
      rewrite(name);
      conversations.announce();
    },

    rename: async (oldName, newName) => {
      await request('renameConversationGroup', () => {
        requireGroup(oldName);
        rows.renameGroup(me, oldName, newName, connection);
      });
      renameHere(oldName, newName);
    },

    add: (name, conversationIDs) =>
      apply({
        method: 'addConversationsToGroup',
        conversationIDs,
        atServer: (IDs) => {
          requireGroup(name);
          rows.addToGroup(me, name, IDs, connection);
        },
        write: putInto(name),
        listsChangedOnly: true,
        onDone: (isChanged) => isChanged && announceGroup(name),
      }),

    takeOut: (name, conversationIDs) =>
      apply({
        method: 'deleteConversationsFromGroup',
        conversationIDs,
        atServer: (IDs) => {
          requireGroup(name);
          rows.takeOutOfGroup(me, name, IDs, connection);
        },
        write: takeOutOf(name),
        listsChangedOnly: true,
        onDone: (isChanged) => isChanged && announceGroup(name),
      }),

    receive: (push) => {
      if (push.kind === 'conversationGroups') {
        if (push.renamed !== undefined) {
          renameHere(...push.renamed);
          return;
        }
        const gone = list().filter((name) => !push.names.includes(name));
        names = new Set(push.names);
        announceList();
        if (gone.filter((name) => rewrite(name)).length > 0) conversations.announce();
      }
      if (push.kind === 'conversationsInGroup') {
        const rowsOf = (IDs: readonly string[]): readonly Conversation[] =>
          IDs.flatMap((id) => conversations.get(id) ?? []);
        const added = rowsOf(push.added).filter(putInto(push.name));
        const removed = rowsOf(push.removed).filter(takeOutOf(push.name));
        if (added.length + removed.length === 0) return;
        conversations.announce();
        announceGroup(push.name);
      }
    },
  };
}

type Write = (conversation: Conversation) => boolean;

function putInto(name: string): Write {
  return ({ conversationGroupList }) => {
    if (conversationGroupList.includes(name)) return false;
    conversationGroupList.push(name);
    return true;
  };
}

function takeOutOf(name: string): Write {
  return ({ conversationGroupList }) => {
    const index = conversationGroupList.indexOf(name);
    if (index >= 0) conversationGroupList.splice(index, 1);
    return index >= 0;
  };
}
