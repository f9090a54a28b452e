import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';

/** Logging in and out, and what the SDKs ask of the service itself. */
export function sessionHandlers({ world }: Service): Handlers {
  const settings = { ErrorCode: 0, int32_error_code: 0, str_error_message: '', uint32_expired_time: 3600 };
  return {
    'im_open_status.wslogin': (_body: never, { userID, line }) => {
      line.setUser(userID);
      const { tinyID } = world.user(userID);
      return ok({ A2Key: 'key', TinyId: tinyID, HelloInterval: 120, InstId: 1, TimeStamp: world.now() });
    },
    'im_open_status.wslogout': (_body: never, { line }) => {
      line.setUser(undefined);
      return ok();
    },
    'heartbeat.alive': () => ok(),
    'openim.authkey': () => ok(),
    'imopenstat.tim_web_report_v2': () => ok(),
    'im_sdk_config_mgr.fetch_config': () => ({ ...settings, str_json_config: '{}', uint64_version: 1 }),
    'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': () => ({
      ...settings,
      str_purchase_bits: '1'.repeat(40),
    }),
    'profile.portrait_get_all': ({ UserItem }: { UserItem: readonly { To_Account: string }[] }) =>
      ok({
        UserProfileItem: UserItem.map(({ To_Account }) => {
          const { nick, avatar } = world.user(To_Account);
          const tags = { Tag_Profile_IM_Nick: nick, Tag_Profile_IM_Image: avatar };
          const ProfileItem = Object.entries(tags).map(([Tag, Value]) => ({ Tag, Value }));
          return { To_Account, ResultCode: 0, ProfileItem };
        }),
      }),
  };
}
