import './styles/theme.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/header.css';
import './styles/client.css';
import './styles/conversations.css';
import './styles/message-list.css';
import './styles/messages.css';
import './styles/bodies.css';
import './styles/menus.css';
import './styles/composer.css';
import './styles/pages.css';
import './styles/people.css';
import './styles/icons.css';
import type { ConversationID } from 'tim-reactive';
import { c2cID, createTimStore, groupID, selectTotalUnreadCount } from 'tim-reactive';
import { mountControlPanel } from './panel/control-panel.ts';
import { createRefusals } from './panel/refusals.ts';
import { mountReactClient } from './react/mount-react-client.tsx';
import type { ClientOptions } from './shared/client-options.ts';
import { mountVueClient } from './vue/mount-vue-client.ts';
import { createWorld, HIKE } from './world.ts';

const server = createWorld();
const refusals = createRefusals(server);

seat('alice', 'Alice', mountReactClient, c2cID('bob'));
seat('bob', 'Bob', mountVueClient, groupID(HIKE));

/** Gives an account its own SDK, its own store, a client and a panel, and logs it in. */
function seat(
  userID: string,
  name: string,
  mountClient: (element: Element, options: ClientOptions) => void,
  firstID: ConversationID,
): void {
  const sdk = server.createSdk();
  // Files cannot be sent without one; what it is does not matter to the embedded SDK.
  sdk.registerPlugin({ 'tim-upload-plugin': {} });
  const store = createTimStore({ sdk });
  const logIn = (): Promise<void> => store.actions.session.login({ userID, userSig: 'not checked here' });

  // Where only one pane fits, a client begins with its list.
  const initialID = matchMedia('(min-width: 75rem)').matches ? firstID : undefined;
  let openID = initialID;
  mountClient(find(`${userID}-client`), { store, name, logIn, initialID, onOpen: (id) => (openID = id) });
  mountControlPanel(find(`${userID}-controls`), server, {
    userID,
    name,
    sdk,
    store,
    openID: () => openID,
    refusals,
  });

  const badge = find(`${userID}-unread`);
  store.select(selectTotalUnreadCount).subscribe((count) => {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  });

  // What fails shows in the client's banner, with the button that tries again.
  logIn().catch(() => undefined);
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
