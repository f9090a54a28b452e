import { useGroupMember, useGroupMembers, useIsMuted } from 'tim-reactive/vue';
import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { createChatWorld } from '../adapters/chat-world.ts';
import { mountTim } from './mount-tim.ts';

const ids = Array.from({ length: 150 }, (_, index) => `user${index}`);

const createCrowd = () =>
  createChatWorld({
    prepare: (server) => {
      for (const id of ids) server.addUser(id);
      server.addGroup('crowd', { ownerID: 'me', memberIDs: ids });
    },
  });

describe('useGroupMembers', () => {
  it('is empty until the first page is asked for, and gives page after page', async () => {
    const world = createCrowd();
    await world.login();
    const { used } = mountTim(
      world.store,
      () => useGroupMembers('crowd'),
      ({ members }) => members.value.length,
    );
    expect([used.members.value.length, used.isLoaded.value]).toEqual([0, false]);

    await world.run(used.loadMore);
    const first = used.members.value.length;
    expect([first > 0 && first < 151, used.isLoaded.value, used.isCompleted.value]).toEqual([
      true,
      true,
      false,
    ]);

    while (!used.isCompleted.value) await world.run(used.loadMore);
    expect(new Set(used.members.value.map(({ userID }) => userID)).size).toBe(151);
  });

  it('shows why a page did not come, and loads it after all when asked again', async () => {
    const world = createCrowd();
    await world.login();
    const { used } = mountTim(
      world.store,
      () => useGroupMembers('crowd'),
      ({ error }) => error.value,
    );
    world.server.failNext('getGroupMemberList', { code: 10_002 });
    await world.run(() => used.loadMore().catch(() => undefined));
    expect([used.isLoading.value, used.error.value?.sdkCode]).toEqual([false, 10_002]);
    await world.run(used.loadMore);
    expect([used.isLoaded.value, used.error.value]).toEqual([true, undefined]);
  });

  it('is empty without an ID, and follows one that comes', async () => {
    const world = createCrowd();
    await world.login();
    const id = ref<string>();
    const { used } = mountTim(
      world.store,
      () => useGroupMembers(id),
      ({ members }) => members.value.length,
    );
    await used.loadMore();
    expect(used.members.value).toEqual([]);
    id.value = 'crowd';
    await world.run(used.loadMore);
    expect(used.members.value.length).toBeGreaterThan(0);
  });
});

describe('useIsMuted', () => {
  it('turns false by itself when the mute ends, as does isMuted of the member', async () => {
    const world = createCrowd();
    await world.login();
    const { used } = mountTim(
      world.store,
      () => [useIsMuted('crowd', 'user1'), useGroupMember('crowd', 'user1')] as const,
      ([isMuted]) => isMuted.value,
    );
    const shown = (): readonly unknown[] => [used[0].value, used[1].value?.isMuted];
    await world.run(({ members }) => members.setMuteTime('crowd', 'user1', 60));
    expect(shown()).toEqual([true, true]);
    await world.clock.advance(58_000);
    expect(shown()).toEqual([true, true]);
    await world.clock.advance(3000);
    expect(shown()).toEqual([false, false]);
  });
});
