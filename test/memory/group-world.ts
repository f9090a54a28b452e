import type { MemoryGroup, MemorySdk, MemorySdkOptions } from 'tim-reactive/memory';
import type { TestClient, TestWorld } from './world.ts';

const GROUP_EVENTS = ['onGroupListUpdated', 'groupAttributesUpdated', 'onGroupCounterUpdated'];

/** Records the events of groups, too, which most tests have no use for. */
export function watchGroups(client: TestClient): TestClient {
  for (const name of GROUP_EVENTS) {
    client.sdk.on(name, (event) => client.events.push({ name: event.name, data: event.data, at: 0 }));
  }
  return client;
}

/** A client as `connect` makes it, whose record has the events of groups. */
export async function connectTo(
  world: TestWorld,
  userID: string,
  options?: MemorySdkOptions,
): Promise<TestClient> {
  return watchGroups(await world.connect(userID, options));
}

/** The client's live group, found by its list. */
export async function groupOf(
  { run }: TestWorld,
  sdk: MemorySdk,
  groupID: string,
): Promise<MemoryGroup | undefined> {
  const { data } = await run(sdk.getGroupList());
  return data.groupList.find((group) => group.groupID === groupID);
}

/** The lists of all list events, by the IDs in them. */
export function groupLists({ dataOf }: TestClient): readonly (readonly string[])[] {
  const lists = dataOf('onGroupListUpdated') as readonly (readonly MemoryGroup[])[];
  return lists.map((list) => list.map(({ groupID }) => groupID));
}

/** The kinds of tips and notices that came. */
export function operations({ received }: TestClient): readonly unknown[] {
  return received().flatMap(({ payload }) => payload['operationType'] ?? []);
}

/** Who is in the group, as the server knows it. */
export function membersOf({ server }: TestWorld, groupID: string): readonly string[] {
  return server.truth.group(groupID)?.members.map(({ userID }) => userID) ?? [];
}
