import type { MemoryServer, MessageToSend } from 'tim-reactive/memory';
import { groupID, TYPES } from 'tim-reactive';
import { applyTo, CLIMBING, HIKE } from '../world.ts';

/** Something that somebody else does: what the button says, and what is told when it is done. */
interface Deed {
  readonly label: string;
  readonly act: () => string;
}

const MUTE_SECONDS = 20;
const LOST = 20;

/** The server's number for a request that the other one has to agree to. */
const AWAITS_CONSENT = 30_539;

/** What the others can do to one of the two, who see it in their clients. */
export function deedsTo(server: MemoryServer, userID: string, name: string): readonly Deed[] {
  let isAdmin = false;
  let isIn = true;
  let isThere = true;
  let isRenamed = false;
  const hike = server.group(HIKE);
  return [
    {
      label: `${LOST} of Dave’s messages get lost on the way`,
      act: () => {
        const regain = server.faults.pushes({ kind: 'drop' }, { userID, times: LOST });
        for (let index = 0; index <= LOST; index++) {
          const text = index < LOST ? `Lost at first, ${index + 1} of ${LOST}` : 'This one comes through';
          server.sendText({ from: 'dave', to: HIKE, text });
        }
        regain();
        return `${name} got the last of Dave’s messages to the weekend hike only.`;
      },
    },
    {
      label: 'Carol recalls her last message to the hike',
      act: () => {
        const last = server.truth.messages('carol', groupID(HIKE)).findLast(({ from }) => from === 'carol');
        if (last !== undefined) server.revoke(last.ID);
        return 'Carol has taken back what she wrote last.';
      },
    },
    {
      label: 'Carol begins to type',
      act: () => {
        server.send({ from: 'carol', to: userID, onlineUserOnly: true, ...typingNotice() });
        return `Carol is writing to ${name}.`;
      },
    },
    {
      label: 'Grace asks for friendship',
      act: () => {
        const code = server.requestFriend('grace', userID, { wording: 'We met in the climbing hall.' });
        if (code === 0) return `Grace and ${name} are friends now.`;
        return code === AWAITS_CONSENT ? `Grace has asked ${name}.` : `Grace was turned away (${code}).`;
      },
    },
    {
      label: 'Carol asks to join the club',
      act: () => {
        void applyTo(server, 'carol', CLIMBING, 'I have ropes!').catch(() => undefined);
        return 'Carol is asking to join the climbing club.';
      },
    },
    {
      label: 'Carol renames herself',
      act: () => {
        isRenamed = !isRenamed;
        const nick = isRenamed ? 'Carol Lund' : 'Carol Meyer';
        server.setProfile('carol', { nick });
        return `Carol is ${nick} now.`;
      },
    },
    {
      label: `Carol mutes ${name} for ${MUTE_SECONDS} s`,
      act: () => {
        hike.mute(userID, MUTE_SECONDS);
        return `${name} cannot write in the weekend hike.`;
      },
    },
    {
      label: `Carol makes ${name} an admin, or not`,
      act: () => {
        isAdmin = !isAdmin;
        hike.setRole(userID, isAdmin ? TYPES.GRP_MBR_ROLE_ADMIN : TYPES.GRP_MBR_ROLE_MEMBER);
        return `${name} is ${isAdmin ? 'an admin' : 'no admin'} of the weekend hike.`;
      },
    },
    {
      label: `Carol removes ${name}, or invites again`,
      act: () => {
        isIn = !isIn;
        if (isIn) hike.invite([userID]);
        else hike.kick([userID]);
        return `${name} is ${isIn ? 'back in' : 'out of'} the weekend hike.`;
      },
    },
    {
      label: 'Carol goes, or comes back',
      act: () => {
        isThere = !isThere;
        const statusType = isThere ? TYPES.USER_STATUS_ONLINE : TYPES.USER_STATUS_OFFLINE;
        server.setStatus('carol', { statusType });
        return `Carol is ${isThere ? 'online' : 'offline'}.`;
      },
    },
  ];
}

/** As the vendor's UI kits tell that somebody is typing. */
function typingNotice(): Pick<MessageToSend, 'type' | 'payload'> {
  const data = JSON.stringify({
    businessID: 'user_typing_status',
    typingStatus: 1,
    version: 1,
    userAction: 14,
    actionParam: 'EIMAMSG_InputStatus_Ing',
  });
  return { type: TYPES.MSG_CUSTOM, payload: { data, description: '', extension: '' } };
}
