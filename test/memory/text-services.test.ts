import type { MemorySdk } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';
import { createTestWorld, textTo, texts } from './world.ts';

async function ready(options?: Parameters<typeof createTestWorld>[0]) {
  const world = createTestWorld(options);
  const client = await world.connect();
  return { ...world, ...client, sdk: client.sdk as Required<MemorySdk> };
}

const SOUND = { uuid: 'u', url: 'https://files.invalid/u.mp3', second: 3, size: 10 };

describe('translateText', () => {
  const options = { sourceTextList: ['one', 'two'], sourceLanguage: 'auto', targetLanguage: 'de' };

  it('answers what the function of the server makes of the texts', async () => {
    const { sdk, run } = await ready({
      translate: (all, { targetLanguage }) => all.map((text) => `${text} (${targetLanguage})`),
    });
    const { data } = await run(sdk.translateText(options));
    expect(data).toEqual({ translatedTextList: ['one (de)', 'two (de)'] });
  });

  it('rejects with 2117 where there is none, and throws for bad arguments', async () => {
    const { sdk, codeOf } = await ready();
    expect(await codeOf(sdk.translateText(options))).toBe(2117);
    expect(() => void sdk.translateText({ ...options, sourceTextList: [] })).toThrow(
      'Params validate failed.',
    );
  });
});

describe('convertVoiceToText', () => {
  const voiceFor = async (options: Parameters<typeof createTestWorld>[0], payload: object = SOUND) => {
    const world = await ready(options);
    world.server.send({ from: 'alice', to: 'me', type: 'TIMSoundElem', payload: { ...payload } });
    await world.clock.advance(0);
    const [message] = world.received();
    if (message === undefined) throw new Error('no message');
    return { ...world, message };
  };

  it('answers what the function of the server hears', async () => {
    const { sdk, run, message } = await voiceFor({ transcribe: (url, language) => `${language}: ${url}` });
    const { data } = await run(sdk.convertVoiceToText({ message, language: 'en-US' }));
    expect(data).toEqual({ result: `en-US: ${SOUND.url}` });
  });

  it('rejects with 2118 where there is none, and with 2119 for what is no sound file', async () => {
    const { sdk, codeOf, message } = await voiceFor({});
    expect(await codeOf(sdk.convertVoiceToText({ message }))).toBe(2118);
    const other = await voiceFor({}, { ...SOUND, url: 'https://files.invalid/u.txt' });
    expect(await codeOf(other.sdk.convertVoiceToText({ message: other.message }))).toBe(2119);
  });

  it('throws for other messages, and is absent in 2.x', async () => {
    const { sdk, server } = await ready();
    expect(() => void sdk.convertVoiceToText({ message: textTo(sdk, 'alice', 'a') })).toThrow(
      'Params validate failed.',
    );
    expect('convertVoiceToText' in server.createSdk({ flavour: '2.x' })).toBe(false);
  });
});

describe('searchCloudMessages', () => {
  const found = async (options: Parameters<Required<MemorySdk>['searchCloudMessages']>[0]) => {
    const world = await ready();
    const { server, sdk, run } = world;
    for (const [from, to, text] of [
      ['alice', 'me', 'A needle in the hay'],
      ['alice', 'g1', 'Needles, too'],
      ['me', 'g1', 'no such thing'],
      ['bob', 'g1', 'needle and thread'],
      ['alice', 'bob', 'a needle that is not mine'],
    ] as const) {
      server.sendText({ from, to, text });
    }
    const { data } = await run(sdk.searchCloudMessages(options));
    return data;
  };

  it('counts what is found by conversation, and gives a single message itself', async () => {
    const { searchResultList, totalCount } = await found({ keywordList: ['needle'] });
    expect(totalCount).toBe(2);
    expect(
      searchResultList.map(({ conversationID, messageCount, messageList }) => [
        conversationID,
        messageCount,
        texts(messageList),
      ]),
    ).toEqual([
      ['GROUPg1', 2, []],
      ['C2Calice', 1, ['A needle in the hay']],
    ]);
  });

  it('gives the messages of one conversation in pages, the newest first', async () => {
    const options = { keywordList: ['needle'], conversationID: 'GROUPg1', count: 1 };
    const first = await found(options);
    expect(first).toMatchObject({ totalCount: 2, cursor: '1' });
    expect(first.searchResultList.flatMap(({ messageList }) => texts(messageList))).toEqual([
      'needle and thread',
    ]);
    const second = await found({ ...options, cursor: first.cursor });
    expect(second.cursor).toBe('');
    expect(second.searchResultList.flatMap(({ messageList }) => texts(messageList))).toEqual([
      'Needles, too',
    ]);
  });

  it.each([
    [{ keywordList: ['needle', 'hay'], keywordListMatchType: 'and' }, 1],
    [{ senderUserIDList: ['me'] }, 1],
    [{ keywordList: ['needle'], messageTypeList: ['TIMImageElem'] }, 0],
    [{ keywordList: ['needle'], timePosition: 1 }, 0],
  ])('narrows the search by %o', async (options, conversations) => {
    expect((await found(options)).searchResultList).toHaveLength(conversations);
  });

  it('rejects with 3153 without options, and throws where there is nothing to look for', async () => {
    const { sdk, codeOf } = await ready();
    expect(await codeOf(sdk.searchCloudMessages(undefined as never))).toBe(3153);
    expect(() => void sdk.searchCloudMessages({})).toThrow('Params validate failed.');
  });
});

describe('the other searches', () => {
  it('find users by ID and nick, groups by ID and name, members by name card, too', async () => {
    const { sdk, server, run } = await ready();
    server.addGroup('club', {
      ownerID: 'bob',
      memberIDs: ['me'],
      name: 'Alice in chains',
      nameCards: { bob: 'Al' },
    });
    const keywordList = ['al'];
    const users = await run(sdk.searchCloudUsers({ keywordList }));
    expect(users.data.searchResultList.map(({ userID }) => userID)).toEqual(['alice']);
    const groups = await run(sdk.searchCloudGroups({ keywordList }));
    expect(groups.data.searchResultList.map(({ groupID }) => groupID)).toEqual(['club']);
    const members = await run(sdk.searchCloudGroupMembers({ keywordList, groupIDList: ['club'] }));
    expect(members.data.searchResultList).toEqual([
      {
        groupInfo: { groupID: 'club', name: 'Alice in chains', type: 'Public', avatar: '' },
        memberList: [{ userID: 'bob', nick: 'Bob', nameCard: 'Al', avatar: '' }],
      },
    ]);
  });
});

describe('callExperimentalAPI', () => {
  it('rejects with 2905 for an unknown name, whoever is logged in', async () => {
    const { sdk, server, codeOf } = await ready();
    expect(await codeOf(Promise.resolve(sdk.callExperimentalAPI('unknown')))).toBe(2905);
    const other = server.createSdk() as Required<MemorySdk>;
    expect(await codeOf(Promise.resolve(other.callExperimentalAPI('unknown')))).toBe(2905);
  });

  it('clears the messages of a conversation, which are read from the server anew', async () => {
    const { sdk, server, run, clock } = await ready();
    const { ID } = server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    await clock.advance(0);
    expect(sdk.callExperimentalAPI('clearLocalMessage', 'C2Calice')).toBeUndefined();
    expect(sdk.findMessage(ID)).toBeNull();
    const { data } = await run(sdk.getMessageList({ conversationID: 'C2Calice' }));
    expect(texts(data.messageList)).toEqual(['hello']);
  });
});
