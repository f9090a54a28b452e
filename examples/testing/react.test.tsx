import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createTimStore } from 'tim-reactive';
import { createManualClock, createMemoryServer } from 'tim-reactive/memory';
import { TimProvider } from 'tim-reactive/react';
import { afterEach, expect, test } from 'vitest';
import { ChatBox } from './chat-box.tsx';

afterEach(cleanup);

async function renderChat() {
  const clock = createManualClock();
  const server = createMemoryServer({ clock });
  server.seed({
    users: { me: {}, alice: { nick: 'Alice' } },
    messages: [{ from: 'alice', to: 'me', text: 'Are you there?' }],
  });
  const store = createTimStore({ sdk: server.createSdk(), clock });
  render(
    <TimProvider store={store}>
      <ChatBox peerID="alice" />
    </TimProvider>,
  );
  // Moves the time on, and lets React render what came of it.
  const wait = (ms = 0) => act(() => clock.advance(ms));
  const login = store.actions.session.login({ userID: 'me', userSig: 'any' });
  await wait(2000);
  await login;
  return { server, wait };
}

const shown = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('shows what was said, and what comes', async () => {
  const { server, wait } = await renderChat();
  expect(shown()).toEqual(['Are you there?']);
  server.sendText({ from: 'alice', to: 'me', text: 'Hello?' });
  await wait();
  expect(shown()).toEqual(['Are you there?', 'Hello?']);
});

test('sends what is written', async () => {
  const { server, wait } = await renderChat();
  fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Yes!' } });
  fireEvent.click(screen.getByText('Send'));
  await wait();
  expect(shown()).toEqual(['Are you there?', 'Yes!']);
  expect(server.truth.messages('me', 'C2Calice').at(-1)?.text).toBe('Yes!');
});
