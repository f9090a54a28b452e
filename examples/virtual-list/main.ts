import './style.css';
import { createTimStore, selectHistory, selectTimeline } from 'tim-reactive';
import { mountReactList } from './react/mount-react-list.tsx';
import { CONVERSATION, createWorld, ME, saySomething, TOTAL } from './shared/world.ts';
import { mountVueList } from './vue/mount-vue-list.ts';

const server = createWorld();
const store = createTimStore({ sdk: server.createSdk() });

mountReactList(find('react-list'), store, CONVERSATION);
mountVueList(find('vue-list'), store, CONVERSATION);

store
  .select((state) => selectTimeline(state, CONVERSATION).length)
  .subscribe((length) => {
    find('progress').textContent = `${length.toLocaleString('en')} of ${TOTAL.toLocaleString('en')} loaded`;
  });

find('load-page').addEventListener('click', () => void loadPage());
find('load-all').addEventListener('click', () => void loadAll());
find('say').addEventListener('click', () => saySomething(server));

await store.actions.session.login({ userID: ME, userSig: 'not checked here' });

async function loadPage(): Promise<void> {
  await store.actions.messages.loadOlder(CONVERSATION);
}

/** Page after page, as the SDK gives them: the lists stay where they are. */
async function loadAll(): Promise<void> {
  while (!selectHistory(store.getState(), CONVERSATION).isCompleted) {
    await loadPage();
  }
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
