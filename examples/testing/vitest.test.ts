import { c2cID, createTimStore, selectTimeline, type TimStore } from 'tim-reactive';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';
import { expect, test } from 'vitest';

const alice = c2cID('alice');

/** A world of its own for each test, and a store that is logged in. */
async function createWorld() {
  const clock = createManualClock();
  const server = createMemoryServer({ clock });
  server.seed({
    users: { me: {}, alice: { nick: 'Alice' } },
    messages: [{ from: 'alice', to: 'me', text: 'Are you there?' }],
  });
  const store = createTimStore({ sdk: server.createSdk(), clock });
  const login = store.actions.session.login({ userID: 'me', userSig: 'any' });
  await clock.advance(2000); // nothing happens but by the clock
  await login;
  return { clock, server, store };
}

function textsOf(store: TimStore): readonly string[] {
  return selectTimeline(store.getState(), alice)
    .toArray()
    .map((message) => (message.type === 'TIMTextElem' ? `${message.payload.text}: ${message.status}` : ''));
}

test('a message is sent, and the server has it', async () => {
  const { clock, server, store } = await createWorld();
  const sending = store.actions.messages.sendText(alice, 'Yes, I am.');
  await clock.advance(0);
  await sending.finished;
  expect(server.truth.messages('me', alice).map(({ text }) => text)).toEqual([
    'Are you there?',
    'Yes, I am.',
  ]);
});

test('a message that is refused stays on screen, and can be sent again', async () => {
  const { clock, server, store } = await createWorld();
  server.failNext('sendMessage', { code: 20012 }); // you are not allowed to speak
  const { ID } = store.actions.messages.sendText(alice, 'Hello?');
  await clock.advance(0);
  expect(textsOf(store)).toEqual(['Hello?: fail']);

  const again = store.actions.messages.resend(ID);
  await clock.advance(0);
  await again.finished;
  expect(textsOf(store)).toEqual(['Hello?: success']);
});

test('what is said while the network is away arrives afterwards', async () => {
  const { clock, server, store } = await createWorld();
  server.network('me').cut();
  server.sendText({ from: 'alice', to: 'me', text: 'Hello?' });
  await clock.advance(5000);
  expect(textsOf(store)).toEqual([]);

  server.network('me').restore();
  await clock.advance(1000);
  expect(textsOf(store)).toEqual(['Hello?: success']);
});
