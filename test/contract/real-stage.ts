import { vi } from 'vitest';
import { type Boot, bootSdk } from '../real-sdk/boot.ts';
import { createCloud } from '../real-sdk/cloud/cloud.ts';
import { refuse, type WireMessage } from '../real-sdk/cloud/wire.ts';
import { type Flavour, packageOf } from './packages.ts';
import type { Others, Refusable, Said, Scenario } from './stage.ts';
import { createRecorder, type Trace } from './trace.ts';

/** When every scenario begins, as on the embedded SDK's clock. */
const START = 1_760_000_000_000;

const sends = ['openim.sendmsg', 'group_open_http_svc.send_group_msg'];
const commands: Readonly<Record<Refusable, readonly string[]>> = {
  login: ['im_open_status.wslogin'],
  sendMessage: sends,
  resendMessage: sends,
  setMessageRead: ['openim.msgreaded', 'group_open_http_svc.msg_read_report'],
  getMessageList: ['openim.getroammsg', 'group_open_http_svc.group_msg_get'],
};

const kickTypes: Readonly<Record<string, 1 | 2 | 3>> = {
  multipleAccount: 1,
  multipleDevice: 2,
  REST_API_Kick: 3,
};

/** Plays a scenario on a package of the vendor's, on the stand-in of the cloud. */
export async function playReal({ play }: Scenario, flavour: Flavour): Promise<Trace> {
  vi.useFakeTimers({ now: START });
  const cloud = createCloud();
  cloud.setUser('me', { tags: { Tag_Profile_IM_AllowType: 'AllowType_Type_NeedConfirm' } });
  const boot = await bootSdk(packageOf[flavour], { cloud });
  localStorage.clear();
  const pass = async (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  const recorder = createRecorder(boot.sdk, pass);
  try {
    await play({
      flavour,
      sdk: boot.sdk,
      others: othersOf(boot),
      step: recorder.step,
      meanwhile: recorder.meanwhile,
      note: recorder.note,
      refuse: (method, code) => {
        const ends = commands[method].map((command) => boot.line.answer(command, () => refuse(code)));
        return () => {
          for (const end of ends) end();
        };
      },
      goOffline: boot.goOffline,
      goOnline: boot.goOnline,
      now: () => Math.floor(Date.now() / 1000),
    });
    const trace = recorder.trace();
    if (cloud.unknown.size > 0) throw new Error(`unanswered: ${[...cloud.unknown].join(' ')}`);
    return trace;
  } finally {
    const left = boot.dispose();
    await pass(20_000);
    await left;
    vi.useRealTimers();
  }
}

function othersOf({ cloud }: Boot): Others {
  const said = (message: WireMessage | undefined): Said => {
    if (!message) throw new Error('there is no such message');
    return {
      recall: (revoker) => cloud.recall(message, revoker),
      edit: (text) => cloud.edit(message, text),
      receipt: (reader) => cloud.receipt(reader, message),
    };
  };
  return {
    say: (...message) => said(cloud.say(...message)),
    sayInGroup: (...message) => said(cloud.sayInGroup(...message)),
    lastOf: (from, to) => said(cloud.messages(from, to).at(-1)),
    lastInGroup: (groupID) => said(cloud.group(groupID).messages.at(-1)),
    read: cloud.read,
    setUser: cloud.setUser,
    addGroup: (groupID, members, { type = 'Public', joinOption = 'FreeAccess' } = {}) =>
      cloud.addGroup(groupID, members, { type, ApplyJoinOption: joinOption }),
    join: cloud.joinGroup,
    invite: cloud.addToGroup,
    quit: cloud.quitGroup,
    remove: cloud.kickFromGroup,
    dismiss: cloud.dismissGroup,
    setAdmin: cloud.setAdmin,
    mute: cloud.muteInGroup,
    rename: (operator, groupID, Name) => cloud.updateGroup(operator, groupID, { Name }),
    handOver: cloud.changeOwner,
    befriend: cloud.befriend,
    unfriend: cloud.unfriend,
    requestFriend: (from, to, wording) =>
      cloud.requestFriend(from, to, { wording, source: 'AddSource_Type_Web' }),
    answerFriend: cloud.answerFriend,
    block: cloud.block,
    kick: (userID, type) => cloud.kick(userID, kickTypes[type]),
  };
}
