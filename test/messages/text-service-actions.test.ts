import { c2cID, selectSenderName } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { createReadyWorld } from '../world.ts';

/** A world whose SDK has these methods, which the embedded one lacks; what they were called with. */
async function createServedWorld(
  answers: Readonly<Record<string, unknown>>,
): Promise<World & { readonly asked: unknown[] }> {
  const asked: unknown[] = [];
  const methods = Object.entries(answers).map(([name, data]) => [
    name,
    (options: unknown) => {
      asked.push(options);
      return Promise.resolve({ code: 0, data });
    },
  ]);
  const world = await createReadyWorld({ wrap: (sdk) => ({ ...sdk, ...Object.fromEntries(methods) }) });
  return { ...world, asked };
}

describe('messages.translateText', () => {
  it('resolves with the texts in their order', async () => {
    const { store, finish, asked } = await createServedWorld({
      translateText: { translatedTextList: ['eins', 'zwei'] },
    });
    const { translateText } = store.actions.messages;
    expect(await finish(translateText(['one', 'two'], { targetLanguage: 'de' }))).toEqual(['eins', 'zwei']);
    expect(asked).toEqual([{ sourceTextList: ['one', 'two'], sourceLanguage: 'auto', targetLanguage: 'de' }]);
    await expect(translateText([], { targetLanguage: 'de' })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    await expect(translateText(['x'], undefined as never)).rejects.toThrow(/targetLanguage must be/);
  });
});

describe('messages.convertVoiceToText', () => {
  it('gives the SDK its own object, and resolves with what was said', async () => {
    const { store, server, settle, finish, asked } = await createServedWorld({
      convertVoiceToText: { result: 'hum' },
    });
    const payload = { uuid: 'u', url: 'https://u', second: 3, size: 10 };
    const { ID } = server.send({ from: 'alice', to: 'me', type: 'TIMSoundElem', payload });
    await settle(1000);
    const { convertVoiceToText } = store.actions.messages;
    expect(await finish(convertVoiceToText(ID, { language: 'en' }))).toBe('hum');
    expect(asked).toMatchObject([{ message: { ID, _elements: [{}] }, language: 'en' }]);
  });
});

describe('messages.searchCloud', () => {
  it('resolves with copies of what was found, and learns who wrote it', async () => {
    const found = {
      ID: '1-2-3',
      conversationID: 'C2Ccarol',
      from: 'carol',
      nick: 'Carol',
      time: 5,
      type: 'TIMTextElem',
      payload: { text: 'needle' },
    };
    const { store, finish } = await createServedWorld({
      searchCloudMessages: {
        totalCount: 3,
        cursor: 'next',
        searchResultList: [
          { conversationID: 'C2Ccarol', messageCount: 1, messageList: [found] },
          { conversationID: 'GROUPteam', messageCount: 2, messageList: [] },
        ],
      },
    });
    const { searchCloud } = store.actions.messages;
    const result = await finish(searchCloud({ keywordList: ['needle'] }));
    expect(result).toMatchObject({
      totalCount: 3,
      cursor: 'next',
      searchResultList: [
        { conversationID: 'C2Ccarol', messages: [{ ID: '1-2-3', payload: { text: 'needle' } }] },
        { conversationID: 'GROUPteam', messageCount: 2, messages: [] },
      ],
    });
    expect(selectSenderName(store.getState(), { from: 'carol' })).toBe('Carol');
    expect(store.getState().messages.timelines.get(c2cID('carol'))).toBeUndefined();
  });

  it.each(['keywordList', 'senderUserIDList'] as const)(
    'refuses a %s that is longer than five',
    async (name) => {
      const { store } = await createServedWorld({ searchCloudMessages: {} });
      const options = { [name]: ['1', '2', '3', '4', '5', '6'] };
      await expect(store.actions.messages.searchCloud(options)).rejects.toThrow(`${name} takes at most 5`);
    },
  );
});
