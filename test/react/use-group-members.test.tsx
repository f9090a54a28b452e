import { act } from '@testing-library/react';
import { selectIsMuted } from 'tim-reactive';
import { useGroupMember, useGroupMembers, useIsMuted } from 'tim-reactive/react';
import { describe, expect, it } from 'vitest';
import { createChatWorld } from '../adapters/chat-world.ts';
import { renderTim } from './render-tim.tsx';

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
    const { result } = renderTim(world.store, () => useGroupMembers('crowd'));
    expect(result.current).toMatchObject({ members: [], isLoaded: false, isCompleted: false });

    await act(() => world.run(() => result.current.loadMore()));
    const first = result.current.members.length;
    expect([first > 0 && first < 151, result.current.isLoaded, result.current.isCompleted]).toEqual([
      true,
      true,
      false,
    ]);

    while (!result.current.isCompleted) await act(() => world.run(() => result.current.loadMore()));
    expect(new Set(result.current.members.map(({ userID }) => userID)).size).toBe(151);
  });

  it('shows why a page did not come, and loads it after all when asked again', async () => {
    const world = createCrowd();
    await world.login();
    const { result } = renderTim(world.store, () => useGroupMembers('crowd'));
    world.server.failNext('getGroupMemberList', { code: 10_002 });
    await act(() => world.run(() => result.current.loadMore().catch(() => undefined)));
    expect(result.current).toMatchObject({ isLoading: false, error: { sdkCode: 10_002 } });
    await act(() => world.run(() => result.current.loadMore()));
    expect(result.current).toMatchObject({ isLoaded: true, error: undefined });
  });

  it('is empty without an ID', async () => {
    const world = createCrowd();
    const { result } = renderTim(world.store, () => useGroupMembers(undefined));
    await act(() => result.current.loadMore());
    expect(result.current.members).toEqual([]);
  });
});

describe('useIsMuted', () => {
  it('turns false by itself when the mute ends, as does isMuted of the member', async () => {
    const world = createCrowd();
    await world.login();
    const { result } = renderTim(
      world.store,
      () => [useIsMuted('crowd', 'user1'), useGroupMember('crowd', 'user1')?.isMuted ?? false] as const,
    );
    await act(() => world.run(({ members }) => members.setMuteTime('crowd', 'user1', 60)));
    expect(result.current).toEqual([true, true]);
    await act(() => world.clock.advance(58_000));
    expect(result.current).toEqual([true, true]);
    await act(() => world.clock.advance(3000));
    expect(result.current).toEqual([false, false]);
    expect(selectIsMuted(world.store.getState(), 'crowd', 'user1')).toBe(false);
  });
});
