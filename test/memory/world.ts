import {
  createManualClock,
  createMemoryServer,
  type ManualClock,
  type MemoryConversation,
  type MemoryMessage,
  type MemorySdk,
  type MemorySdkOptions,
  type MemoryServer,
  type MemoryServerOptions,
} from 'tim-reactive/memory';

/** An event as the SDK fired it: `data` is the SDK's own, not a copy. */
export interface Recorded {
  readonly name: string;
  readonly data: unknown;
  /** Milliseconds since the client was made. */
  readonly at: number;
}

/** A client with a record of its events. */
export interface TestClient {
  readonly sdk: MemorySdk;
  readonly events: Recorded[];
  /** The names of the events since the last call of `forget`. */
  readonly names: () => readonly string[];
  /** The data of the events of one name since the last call of `forget`. */
  readonly dataOf: (name: string) => readonly unknown[];
  /** All messages of the MESSAGE_RECEIVED events since the last call of `forget`. */
  readonly received: () => readonly MemoryMessage[];
  readonly forget: () => void;
}

/** Some users, a group and a clock. */
export interface TestWorld {
  readonly clock: ManualClock;
  readonly server: MemoryServer;
  readonly client: (options?: MemorySdkOptions) => TestClient;
  /** A client that is logged in, ready, and done with the list events of its login. */
  readonly connect: (userID?: string, options?: MemorySdkOptions) => Promise<TestClient>;
  /** Lets the clock stand, or moves it by the latency, until what was called is answered. */
  readonly run: <Answer>(call: Promise<Answer>) => Promise<Answer>;
  /** The number that the call is refused with; 0 when it is not. */
  readonly codeOf: (call: Promise<unknown>) => Promise<unknown>;
}

export const EVENTS = [
  'sdkStateReady',
  'sdkStateNotReady',
  'sdkDestroy',
  'kickedOut',
  'netStateChange',
  'error',
  'onConversationListUpdated',
  'onTotalUnreadMessageCountUpdated',
  'onMessageReceived',
  'onMessageRevoked',
  'onMessageReadByPeer',
  'onMessageModified',
  'onMessageReadReceiptReceived',
  'onMessageExtensionsUpdated',
  'onMessageExtensionsDeleted',
  'onMessageReactionsUpdated',
  'onPinnedGroupMessageUpdated',
] as const;

export function createTestWorld(options: MemoryServerOptions = {}): TestWorld {
  const clock = createManualClock();
  const server = createMemoryServer({ clock, ...options });
  server.addUser('me', { nick: 'Me', avatar: 'me.png' });
  server.addUser('alice', { nick: 'Alice' });
  server.addUser('bob', { nick: 'Bob' });
  server.addGroup('g1', { ownerID: 'alice', memberIDs: ['me', 'bob'] });

  const run = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    call.catch(() => undefined);
    await clock.advance(options.latency ?? 0);
    return call;
  };

  const client = (sdkOptions?: MemorySdkOptions): TestClient => {
    const sdk = server.createSdk(sdkOptions);
    const start = clock.now();
    const events: Recorded[] = [];
    const dataOf = (name: string): readonly unknown[] =>
      events.filter((event) => event.name === name).map(({ data }) => data);
    for (const name of EVENTS) {
      sdk.on(name, (event) => events.push({ name: event.name, data: event.data, at: clock.now() - start }));
    }
    return {
      sdk,
      events,
      names: () => events.map(({ name }) => name),
      dataOf,
      received: () => dataOf('onMessageReceived').flatMap((data) => data as MemoryMessage[]),
      forget: () => {
        events.length = 0;
      },
    };
  };

  return {
    clock,
    server,
    run,
    client,
    codeOf: (call) =>
      run(
        call.then(
          () => 0,
          (error: unknown) => (error as { code?: unknown }).code,
        ),
      ),
    connect: async (userID = 'me', sdkOptions = {}) => {
      const made = client(sdkOptions);
      await run(made.sdk.login({ userID, userSig: 'any' }));
      await clock.advance(2500 + 2 * (options.latency ?? 0));
      made.forget();
      return made;
    },
  };
}

/** A text message of the client, not sent yet. */
export function textTo(sdk: MemorySdk, to: string, text: string): MemoryMessage {
  const conversationType = to === 'g1' ? 'GROUP' : 'C2C';
  return sdk.createTextMessage({ to, conversationType, payload: { text } });
}

/** What a consumer gets by `{ ...object }`: the own keys, without the class. */
export function copyOf<Live extends object>(live: Live): Live {
  return Object.assign({}, live);
}

export function texts(messages: readonly MemoryMessage[]): readonly string[] {
  return messages.map(({ payload }) => String(payload['text']));
}

export async function conversation(sdk: MemorySdk, conversationID: string): Promise<MemoryConversation> {
  const { data } = await sdk.getConversationList();
  const found = data.conversationList.find((one) => one.conversationID === conversationID);
  if (found === undefined) throw new Error(`no conversation ${conversationID}`);
  return found;
}

/** Gives `count` texts to the conversation of me and alice: t1 (the oldest), t2, ... one a second, up to now. */
export function seedC2C({ server, clock }: TestWorld, count: number): void {
  const start = Math.floor(clock.now() / 1000) - count;
  for (let i = 1; i <= count; i += 1) {
    const [from, to] = i % 2 === 0 ? ['me', 'alice'] : ['alice', 'me'];
    server.sendText({ from, to, text: `t${i}`, time: start + i });
  }
}

/** The same in the group g1. */
export function seedGroup({ server, clock }: TestWorld, count: number): void {
  const start = Math.floor(clock.now() / 1000) - count;
  for (let i = 1; i <= count; i += 1) {
    server.sendText({ from: i % 2 === 0 ? 'me' : 'alice', to: 'g1', text: `t${i}`, time: start + i });
  }
}
