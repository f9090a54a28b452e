import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';
import { createTestWorld } from './world.ts';

const FOLLOWERS = 'onMyFollowersListUpdated';
const FOLLOWING = 'onMyFollowingListUpdated';
const MUTUAL = 'onMutualFollowersListUpdated';

describe('followers in 3.x', () => {
  const connected = async () => {
    const world = createTestWorld();
    const { sdk } = await world.connect('me');
    const { followUser, unfollowUser, getMyFollowersList, getMyFollowingList, checkFollowType } = sdk;
    const { getMutualFollowersList, getUserFollowInfo } = sdk;
    if (followUser === undefined || unfollowUser === undefined) throw new Error('no followers');
    if (getMyFollowersList === undefined || getMyFollowingList === undefined) throw new Error('no lists');
    if (getMutualFollowersList === undefined || getUserFollowInfo === undefined) throw new Error('no lists');
    if (checkFollowType === undefined) throw new Error('no check');
    const lists = { getMyFollowersList, getMyFollowingList, getMutualFollowersList };
    const heard = listen(sdk, FOLLOWERS, FOLLOWING, MUTUAL);
    return { ...world, ...lists, followUser, unfollowUser, getUserFollowInfo, checkFollowType, heard };
  };

  it('come up in the lists of both, with their profile', async () => {
    const { clock, followUser, getMyFollowingList, heard, run } = await connected();
    expect((await run(followUser(['alice', 'nobody']))).data).toEqual([
      { userID: 'alice', resultCode: 0, resultInfo: '' },
      { userID: 'nobody', resultCode: 30003, resultInfo: '' },
    ]);
    await clock.advance(0);
    expect(heard).toEqual([
      {
        name: FOLLOWING,
        data: { isAdd: true, userInfoList: [{ userID: 'alice', nick: 'Alice', avatar: '' }] },
      },
    ]);
    const { data } = await run(getMyFollowingList());
    expect(data).toMatchObject({
      resultList: [{ userID: 'alice', nick: 'Alice', followTime: Math.floor(clock.now() / 1000) }],
      nextCursor: '',
    });
  });

  it('are mutual when both follow, until one stops', async () => {
    const { checkFollowType, clock, followUser, getMutualFollowersList, heard, run, server, unfollowUser } =
      await connected();
    server.follow('alice', 'me');
    server.follow('bob', 'me');
    await run(followUser(['alice']));
    await clock.advance(0);
    expect(heard.map(({ name }) => name)).toEqual([FOLLOWERS, FOLLOWERS, FOLLOWING, MUTUAL]);
    const { data } = await run(checkFollowType(['alice', 'bob', 'nobody']));
    expect(data.map(({ followType }) => followType)).toEqual([3, 2, 0]);
    heard.length = 0;
    await run(unfollowUser(['alice']));
    await clock.advance(0);
    expect(heard.map((event) => event.data)).toEqual([
      { isAdd: false, userInfoList: ['alice'] },
      { isAdd: false, userInfoList: ['alice'] },
    ]);
    expect((await run(getMutualFollowersList())).data.resultList).toEqual([]);
  });

  it('are counted', async () => {
    const { followUser, getMyFollowersList, getUserFollowInfo, run, server } = await connected();
    server.follow('alice', 'me');
    server.follow('bob', 'me');
    await run(followUser(['alice']));
    const mine = { followersCount: 2, followingCount: 1, mutualFollowersCount: 1 };
    expect((await run(getUserFollowInfo())).data).toEqual([mine]);
    const { resultList } = (await run(getMyFollowersList())).data;
    expect(resultList.map(({ userID }) => userID)).toEqual(['alice', 'bob']);
    expect(server.truth.relations('me').following).toEqual(['alice']);
  });
});
