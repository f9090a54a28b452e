import { createRoot } from 'react-dom/client';
import { createTimStore } from 'tim-reactive';
// An application imports the vendor's package, and the build for tests has an alias that leads here.
import TIM, { server } from 'tim-reactive/memory/tim';
import { TimProvider } from 'tim-reactive/react';
import { ChatBox } from './chat-box.tsx';

// For the test, which is in another process.
Object.assign(window, { chatServer: server });
server.seed({
  users: { me: {}, alice: { nick: 'Alice' } },
  messages: [{ from: 'alice', to: 'me', text: 'Are you there?' }],
});

const store = createTimStore({ sdk: TIM.create({ SDKAppID: 1_400_000_000 }) });
void store.actions.session.login({ userID: 'me', userSig: 'any' });

const app = document.querySelector('#app');
if (app !== null) {
  createRoot(app).render(
    <TimProvider store={store}>
      <ChatBox peerID="alice" />
    </TimProvider>,
  );
}
