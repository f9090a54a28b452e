import { EVENT } from '../../sdk/constants.ts';
import { FOLLOW } from '../cloud/follow-book.ts';
import type { FullProfile } from '../cloud/people-wire.ts';
import type { Context } from './context.ts';

/** Fires the list event: of somebody new the profile, of somebody gone the ID. */
export function emitFollow({ emit }: Context, type: number, isAdd: boolean, profile: FullProfile): void {
  const names: Readonly<Record<number, string>> = {
    [FOLLOW.FOLLOWERS]: EVENT.MY_FOLLOWERS_LIST_UPDATED,
    [FOLLOW.FOLLOWING]: EVENT.MY_FOLLOWING_LIST_UPDATED,
    [FOLLOW.MUTUAL]: EVENT.MUTUAL_FOLLOWERS_LIST_UPDATED,
  };
  const { userID, nick, avatar } = profile;
  emit(names[type] ?? '', { userInfoList: [isAdd ? { nick, avatar, userID } : userID], isAdd });
}
