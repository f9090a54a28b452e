// What our code rests on, asked of the packages themselves, so that a new release which differs is noticed. The whole
// list, with what is not worth a test, is docs/reference/sdk-behaviour.md.

import type { Message } from '@tencentcloud/chat';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, packages } from './boot.ts';
import { createCloud } from './cloud/cloud.ts';
import { refuse } from './cloud/wire.ts';
import { endOf, enter, namesOfEvents, payloadsOf, soon } from './observe.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const textTo = ({ TIM, sdk }: Boot, to: string, text: string): Message =>
  sdk.createTextMessage({ to, conversationType: TIM.TYPES.CONV_C2C, payload: { text } });

async function history({ sdk }: Boot, conversationID: string, nextReqMessageID = '') {
  const cursor = nextReqMessageID === '' ? {} : { nextReqMessageID };
  const { data } = await soon(sdk.getMessageList({ conversationID, ...cursor }));
  return { ...data, texts: data.messageList.map((message: Message) => message.payload.text) };
}

describe.each(packages)('%s', (name) => {
  let boot: Boot;

  beforeEach(async () => {
    boot = await bootSdk(name);
  });
  afterEach(async () => {
    await soon(boot.dispose());
  });

  it('gives the list of conversations before it is ready', async () => {
    const names = namesOfEvents(boot);
    boot.cloud.say('alice', 'me', 'hello');
    await enter(boot, 'me');
    expect(names).toContain('SDK_READY');
    expect(names.indexOf('CONVERSATION_LIST_UPDATED')).toBeLessThan(names.indexOf('SDK_READY'));
  });

  it('keeps the object and the ID of a message that it sends, and tells no MESSAGE_RECEIVED', async () => {
    await enter(boot, 'me');
    const names = namesOfEvents(boot);
    const message = textTo(boot, 'alice', 'hello');
    const { ID } = message;
    const sent = boot.sdk.sendMessage(message);
    expect(message.status).toBe('unSend');
    expect((await soon(sent, 2000)).data.message).toBe(message);
    expect(message).toMatchObject({ ID, status: 'success' });
    expect(names).toContain('CONVERSATION_LIST_UPDATED');
    expect(names).not.toContain('MESSAGE_RECEIVED');
  });

  it('sends a failed message again, even after a logout and a new login', async () => {
    await enter(boot, 'me');
    const accept = boot.line.answer('openim.sendmsg', () => refuse(20003));
    const message = textTo(boot, 'alice', 'hello');
    expect(await endOf(boot.sdk.sendMessage(message))).toBe(20003);
    expect(message.status).toBe('fail');
    accept();

    await soon(boot.sdk.logout());
    await enter(boot, 'me');
    await soon(boot.sdk.resendMessage(message));
    expect(message.status).toBe('success');
    expect(boot.cloud.messages('me', 'alice')).toHaveLength(1);
  });

  it('fails a send without an answer after about 15 seconds, with 2801', async () => {
    await enter(boot, 'me');
    boot.line.answer('openim.sendmsg', () => null);
    const sent = boot.sdk.sendMessage(textTo(boot, 'alice', 'hello'));
    expect(await endOf(sent, 14_000)).toBe('pending');
    expect(await endOf(sent, 3000)).toBe(2801);
  });

  it('answers the second of two concurrent history calls with an empty page that is not complete', async () => {
    for (let i = 0; i < 30; i++) boot.cloud.say('alice', 'me', `m${i}`, 1_700_000_000 + i);
    await enter(boot, 'me');
    const [first, second] = await Promise.all([history(boot, 'C2Calice'), history(boot, 'C2Calice')]);
    expect(first.texts.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ texts: [], isCompleted: false, nextReqMessageID: first.nextReqMessageID });
  });

  it('pages through the history without a hole', async () => {
    const all = Array.from({ length: 50 }, (_, i) => `m${i}`);
    for (const [i, text] of all.entries()) boot.cloud.say('alice', 'me', text, 1_700_000_000 + i);
    await enter(boot, 'me');
    const pages = [await history(boot, 'C2Calice')];
    while (pages[0]?.isCompleted === false) {
      pages.unshift(await history(boot, 'C2Calice', pages[0].nextReqMessageID));
    }
    expect(pages.flatMap(({ texts }) => texts)).toEqual(all);
  });

  it('hands over what was missed while the network was down', async () => {
    await enter(boot, 'me');
    const received = payloadsOf<readonly Message[]>(boot, boot.TIM.EVENT.MESSAGE_RECEIVED);
    boot.goOffline();
    await vi.advanceTimersByTimeAsync(500);
    boot.cloud.say('alice', 'me', 'missed');
    expect(received).toEqual([]);
    boot.goOnline();
    await vi.advanceTimersByTimeAsync(3000);
    expect(received).toMatchObject([[{ payload: { text: 'missed' } }]]);
  });

  it('does not log in before a logout that is under way has ended', async () => {
    await enter(boot, 'me');
    const logout = boot.sdk.logout();
    const login = boot.sdk.login({ userID: 'bob', userSig: 'any' });
    expect((await soon(login)).data.repeatLogin).toBe(true);
    await logout;
    expect(boot.line.userID()).toBeUndefined();
  });

  it('shows a late answer to a send of the last account in the lists of the next', async () => {
    await enter(boot, 'me');
    const answer = boot.line.hold('openim.sendmsg');
    const sent = boot.sdk.sendMessage(textTo(boot, 'alice', 'from me'));
    await soon(boot.sdk.logout());
    await enter(boot, 'bob');
    answer();
    await soon(sent);
    expect((await history(boot, 'C2Calice')).messageList).toMatchObject([{ from: 'me', flow: 'out' }]);
  });

  it('says KICKED_OUT with the reason', async () => {
    await enter(boot, 'me');
    const kicked = payloadsOf(boot, boot.TIM.EVENT.KICKED_OUT);
    boot.cloud.kick('me', 2);
    await vi.advanceTimersByTimeAsync(50);
    expect(kicked).toMatchObject([{ type: 'multipleDevice' }]);
  });

  it('talks to another instance on the same cloud', async () => {
    const other = await bootSdk('@tencentcloud/chat', { cloud: boot.cloud });
    await enter(boot, 'me');
    await enter(other, 'alice');
    const received = payloadsOf(other, other.TIM.EVENT.MESSAGE_RECEIVED);
    const message = textTo(boot, 'alice', 'hello');
    await soon(boot.sdk.sendMessage(message));
    expect(received).toMatchObject([[{ ID: message.ID, flow: 'in' }]]);
    await soon(other.dispose());
  });
});

describe('calls before the login', () => {
  it.each(['tim-js-sdk', '@tencentcloud/chat'] as const)(
    'reject in %s, and an ERROR is told',
    async (name) => {
      const boot = await bootSdk(name);
      const names = namesOfEvents(boot);
      await expect(boot.sdk.getMyProfile()).rejects.toMatchObject({ code: 2024 });
      expect(names).toEqual(['ERROR']);
      await boot.dispose();
    },
  );

  it('throw in lite-chat', async () => {
    const boot = await bootSdk('@tencentcloud/lite-chat');
    expect(() => boot.sdk.getMyProfile()).toThrow(expect.objectContaining({ code: 2024 }));
    await boot.dispose();
  });
});

describe('a send in flight when the REST API kicks its user out', () => {
  it.each(['tim-js-sdk', '@tencentcloud/chat'] as const)('never ends in %s', async (name) => {
    const boot = await bootSdk(name);
    await enter(boot, 'me');
    boot.line.answer('openim.sendmsg', () => null);
    const sent = boot.sdk.sendMessage(textTo(boot, 'alice', 'hello'));
    await vi.advanceTimersByTimeAsync(50);
    boot.cloud.kick('me', 3);
    expect(await endOf(sent, 200_000)).toBe('pending');
    await boot.dispose();
  });
});

describe('a kick-out in the middle of the sync', () => {
  it.each(['tim-js-sdk', '@tencentcloud/chat'] as const)(
    'leaves an empty list behind in %s',
    async (name) => {
      const boot = await bootSdk(name);
      boot.cloud.say('alice', 'me', 'hello');
      const names = namesOfEvents(boot);
      await soon(boot.sdk.login({ userID: 'me', userSig: 'any' }), 1);
      boot.cloud.kick('me');
      await vi.advanceTimersByTimeAsync(2000);
      expect(names).toContain('SDK_NOT_READY');
      expect(names.lastIndexOf('CONVERSATION_LIST_UPDATED')).toBeGreaterThan(names.indexOf('SDK_NOT_READY'));
      await boot.dispose();
    },
  );
});

describe('createCloud', () => {
  it('knows every command that the packages send', async () => {
    const cloud = createCloud();
    for (const name of packages) {
      const boot = await bootSdk(name, { cloud });
      cloud.addGroup('g1', ['alice', 'me']);
      cloud.sayInGroup('alice', 'g1', 'hello');
      await enter(boot, 'me');
      await history(boot, 'GROUPg1');
      await soon(boot.dispose());
    }
    expect([...cloud.unknown]).toEqual([]);
  });
});
