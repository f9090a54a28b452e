import type { Handlers, Service } from './service.ts';
import { ok } from './wire.ts';

/** What the app has bought. */
const everything = '1'.repeat(64);

/** Logging in and out, and what the SDKs ask of the service itself. */
export function sessionHandlers({ world }: Service): Handlers {
  const settings = { ErrorCode: 0, int32_error_code: 0, str_error_message: '', uint32_expired_time: 3600 };
  return {
    'im_open_status.wslogin': (_body: never, { userID, line }) => {
      line.setUser(userID);
      const { tinyID } = world.user(userID);
      return ok({
        A2Key: 'key',
        TinyId: tinyID,
        HelloInterval: 120,
        InstId: 1,
        TimeStamp: world.now(),
        PurchaseBits: everything, // lite-chat reads it only here
      });
    },
    'im_open_status.wslogout': (_body: never, { line }) => {
      line.setUser(undefined);
      return ok();
    },
    'im_open_status.wshello': () => ok(),
    'heartbeat.alive': () => ok(),
    'openim.authkey': () => ok(),
    'imopenstat.tim_web_report_v2': () => ok(),
    'im_sdk_config_mgr.fetch_config': () => ({ ...settings, str_json_config: '{}', uint64_version: 1 }),
    'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': () => ({
      ...settings,
      str_purchase_bits: everything,
    }),
  };
}
