import type { Line } from './line.ts';
import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';
import type { World } from './world.ts';

const nickTag = 'Tag_Profile_IM_Nick';
const avatarTag = 'Tag_Profile_IM_Image';

/** Fields of a profile by tag, as they travel. */
export type Tags = readonly { readonly Tag: string; readonly Value: string | number }[];

/** Profiles and statuses. */
export function profileHandlers(service: Service): Handlers {
  const { world } = service;
  return {
    'profile.portrait_get_all': ({ UserItem }: { UserItem: readonly { To_Account: string }[] }) =>
      ok({
        UserProfileItem: UserItem.map(({ To_Account }) => {
          return { To_Account, ResultCode: 0, ProfileItem: profileTags(world, To_Account) };
        }),
      }),
    'profile.portrait_set': ({ ProfileItem }: { ProfileItem: Tags }, { userID, line }) => {
      changeProfile(service, userID, ProfileItem, line);
      return ok();
    },
    'im_open_status.ws_set_custom_status': ({ CustomStatus }: { CustomStatus: string }, { userID, line }) => {
      changeStatus(service, userID, CustomStatus, line);
      return ok();
    },
    'im_open_status.ws_get_user_status': ({ To_Account }: Users) =>
      ok({ UserStatusList: To_Account.map((userID) => statusItem(service, userID)), ErrorList: [] }),
    'im_open_status.ws_status_subscribe': ({ To_Account }: Users, { userID }) => {
      for (const peer of To_Account) world.user(peer).watchers.add(userID);
      return ok({ ErrorList: [] });
    },
    'im_open_status.ws_status_unsubscribe': ({ To_Account = [] }: Partial<Users>, { userID }) => {
      for (const peer of To_Account) world.user(peer).watchers.delete(userID);
      return ok({ ErrorList: [] });
    },
  };
}

interface Users {
  To_Account: readonly string[];
}

export function profileTags(world: World, userID: string): Tags {
  const { nick, avatar, profile } = world.user(userID);
  const tags = [[nickTag, nick], [avatarTag, avatar], ...profile] as const;
  return tags.map(([Tag, Value]) => ({ Tag, Value }));
}

/** Changes the profile and tells the user's clients and those of the user's friends. */
export function changeProfile(service: Service, userID: string, changes: Tags, except?: Line): void {
  const user = service.world.user(userID);
  for (const { Tag, Value } of changes) {
    if (Tag === nickTag) user.nick = String(Value);
    else if (Tag === avatarTag) user.avatar = String(Value);
    else user.profile.set(Tag, Value);
  }
  const ProfileList = changes.map(({ Tag, Value }) =>
    typeof Value === 'number' ? { Tag, ValueNum: Value } : { Tag, ValueBytes: Value },
  );
  const event = { Event: 2, ProfileDataMod: [{ PushType: 1, Profile_Account: userID, ProfileList }] };
  for (const friend of [userID, ...user.friends.keys()]) service.push(friend, event, except);
}

/** Changes the custom status and tells the watchers. */
export function changeStatus(service: Service, userID: string, status: string, except?: Line): void {
  const user = service.world.user(userID);
  user.customStatus = status;
  for (const watcher of [userID, ...user.watchers]) {
    service.push(watcher, { Event: 20, UserStatusList: [statusItem(service, userID)] }, except);
  }
}

/** 1: online, 2: offline; the custom status travels in Base64. */
function statusItem({ world, online }: Service, userID: string): object {
  const { customStatus } = world.user(userID);
  const CustomStatus = btoa(String.fromCharCode(...new TextEncoder().encode(customStatus)));
  return { To_Account: userID, Status: online(userID) ? 1 : 2, CustomStatus };
}
