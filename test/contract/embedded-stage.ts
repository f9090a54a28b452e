import type { ChatSDK } from '@tencentcloud/chat';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';
import type { Flavour } from './packages.ts';
import type { Others, Said, Scenario } from './stage.ts';
import { createRecorder, type Trace } from './trace.ts';

type Server = ReturnType<typeof createMemoryServer>;

/** Everybody there is. */
const users = ['me', 'alice', 'bob', 'carol', 'dave'];

/** Plays a scenario on the embedded SDK. */
export async function playEmbedded({ play }: Scenario, flavour: Flavour): Promise<Trace> {
  const clock = createManualClock();
  const server = createMemoryServer({ clock });
  for (const userID of users) server.addUser(userID);
  server.setProfile('me', { allowType: 'AllowType_Type_NeedConfirm' });
  const sdk = server.createSdk({ flavour });
  const recorder = createRecorder(sdk, clock.advance);
  const { cut, restore } = server.network(sdk);
  await play({
    flavour,
    sdk: sdk as unknown as ChatSDK,
    others: othersOf(server),
    step: recorder.step,
    meanwhile: recorder.meanwhile,
    note: recorder.note,
    refuse: (method, code) => {
      server.failNext(method, { code, times: Number.POSITIVE_INFINITY });
      return server.clearFaults;
    },
    goOffline: cut,
    goOnline: restore,
    now: () => Math.floor(clock.now() / 1000),
  });
  return recorder.trace();
}

function othersOf(server: Server): Others {
  const said = (ID: string): Said => ({
    recall: (revoker) => server.revoke(ID, revoker),
    edit: (text) => server.modify(ID, { text }),
    receipt: (reader) => server.sendReceipt(reader, ID),
  });
  const say: Others['say'] = (from, to, text, time) =>
    said(server.sendText({ from, to, text, ...(time !== undefined && { time }) }).ID);
  const last = (userID: string, conversationID: string): Said =>
    said(server.truth.messages(userID, conversationID).at(-1)?.ID ?? '');
  return {
    say,
    sayInGroup: say,
    lastOf: (from, to) => last(from, `C2C${to}`),
    lastInGroup: (groupID) => last('me', `GROUP${groupID}`),
    read: (reader, peer) => server.markRead(reader, `C2C${peer}`),
    setUser: server.setProfile,
    addGroup: (groupID, [ownerID = '', ...memberIDs], details) =>
      server.addGroup(groupID, { ownerID, memberIDs, ...sameGroup(groupID), ...details }),
    join: (userID, groupID) => server.group(groupID).join(userID),
    invite: (operator, groupID, invited) => server.group(groupID).invite(invited, operator),
    quit: (userID, groupID) => server.group(groupID).leave(userID),
    remove: (operator, groupID, removed) => server.group(groupID).kick(removed, operator),
    dismiss: (groupID) => server.group(groupID).dismiss(),
    setAdmin: (operator, groupID, userID, isAdmin) =>
      server.group(groupID).setRole(userID, isAdmin ? 'Admin' : 'Member', operator),
    mute: (operator, groupID, userID, seconds) => server.group(groupID).mute(userID, seconds, operator),
    rename: (operator, groupID, name) => server.group(groupID).setProfile({ name }, operator),
    handOver: (groupID, newOwner) => server.group(groupID).handOver(newOwner),
    befriend: server.befriend,
    unfriend: server.unfriend,
    requestFriend: (from, to, wording) =>
      void server.requestFriend(from, to, { wording, source: 'AddSource_Type_Web' }),
    answerFriend: server.answerFriendRequest,
    block: server.block,
    kick: server.kick,
  };
}

/** As the stand-in of the cloud has it unless told. */
const sameGroup = (groupID: string) => ({ name: `name of ${groupID}`, joinOption: 'FreeAccess' }) as const;
