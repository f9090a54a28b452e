import { flushPromises, mount } from '@vue/test-utils';
import { createTimStore } from 'tim-reactive';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';
import { createTimPlugin } from 'tim-reactive/vue';
import { expect, test } from 'vitest';
import ChatBox from './chat-box.vue';

async function mountChat() {
  const clock = createManualClock();
  const server = createMemoryServer({ clock });
  server.seed({
    users: { me: {}, alice: { nick: 'Alice' } },
    messages: [{ from: 'alice', to: 'me', text: 'Are you there?' }],
  });
  const store = createTimStore({ sdk: server.createSdk(), clock });
  const wrapper = mount(ChatBox, {
    props: { peerID: 'alice' },
    global: { plugins: [createTimPlugin(store)] },
  });
  // Moves the time on, and lets Vue render what came of it.
  const wait = async (ms = 0) => {
    await clock.advance(ms);
    await flushPromises();
  };
  const login = store.actions.session.login({ userID: 'me', userSig: 'any' });
  await wait(2000);
  await login;
  const shown = () => wrapper.findAll('li').map((item) => item.text());
  return { server, wait, wrapper, shown };
}

test('shows what was said, and what comes', async () => {
  const { server, wait, shown } = await mountChat();
  expect(shown()).toEqual(['Are you there?']);
  server.sendText({ from: 'alice', to: 'me', text: 'Hello?' });
  await wait();
  expect(shown()).toEqual(['Are you there?', 'Hello?']);
});

test('sends what is written', async () => {
  const { server, wait, wrapper, shown } = await mountChat();
  await wrapper.find('input').setValue('Yes!');
  await wrapper.find('form').trigger('submit');
  await wait();
  expect(shown()).toEqual(['Are you there?', 'Yes!']);
  expect(server.truth.messages('me', 'C2Calice').at(-1)?.text).toBe('Yes!');
});
