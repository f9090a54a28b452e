import { describe, expect, it } from 'vitest';
import { createReadyWorld } from '../world.ts';

describe('following', () => {
  it('is passed through, typed, with the same names on every SDK', async () => {
    const { server, store, finish } = await createReadyWorld();
    const {
      follow,
      unfollow,
      getMyFollowing,
      getMyFollowers,
      getMutualFollowers,
      getFollowInfo,
      checkFollowType,
    } = store.actions.profiles;
    server.follow('bob', 'me');
    await expect(finish(follow(['alice', 'bob']))).resolves.toEqual({
      successUserIDList: ['alice', 'bob'],
      failureUserIDList: [],
    });
    const userIDs = async (page: ReturnType<typeof getMyFollowing>): Promise<readonly string[]> =>
      (await finish(page)).resultList.map(({ userID }) => userID);
    expect(await userIDs(getMyFollowing())).toEqual(['alice', 'bob']);
    expect(await userIDs(getMyFollowers())).toEqual(['bob']);
    expect(await userIDs(getMutualFollowers())).toEqual(['bob']);
    expect(await finish(checkFollowType(['alice', 'bob']))).toEqual([
      { userID: 'alice', followType: 1 },
      { userID: 'bob', followType: 3 },
    ]);
    expect(await finish(getFollowInfo(['me', 'bob']))).toEqual([
      { userID: 'me', followersCount: 1, followingCount: 2, mutualFollowersCount: 1 },
      { userID: 'bob', followersCount: 1, followingCount: 1, mutualFollowersCount: 1 },
    ]);
    await finish(unfollow(['alice']));
    expect(await userIDs(getMyFollowing())).toEqual(['bob']);
  });

  it('names for whom it failed', async () => {
    const { store, finish } = await createReadyWorld();
    const { successUserIDList, failureUserIDList } = await finish(
      store.actions.profiles.follow(['alice', 'nobody']),
    );
    expect(successUserIDList).toEqual(['alice']);
    expect(failureUserIDList).toMatchObject([{ userID: 'nobody', code: expect.any(Number) }]);
  });

  it('reads the numbers of lite, which spells them otherwise', async () => {
    const { store, finish } = await createReadyWorld({
      wrap: (live) => ({
        ...live,
        getUserFollowInfo: (async () => ({
          code: 0,
          data: [{ followerCount: 1, followingCount: 2, mutualFollowingCount: 3 }],
        })) as unknown as NonNullable<typeof live.getUserFollowInfo>,
      }),
    });
    expect(await finish(store.actions.profiles.getFollowInfo(['alice']))).toEqual([
      { userID: 'alice', followersCount: 1, followingCount: 2, mutualFollowersCount: 3 },
    ]);
  });

  it('is UNSUPPORTED on 2.x, which is told where it is', async () => {
    const { store } = await createReadyWorld({ sdk: { flavour: '2.x' } });
    await expect(store.actions.profiles.follow(['alice'])).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('@tencentcloud/chat 3.x has it'),
    });
  });
});
