import * as TYPES from '../sdk/types.ts';
import { recordOf, requireRecord } from '../shared/fields.ts';
import { unable } from '../shared/unable.ts';
import type { KickedOutType, NetworkState } from './session.ts';

const KICKED_OUT_TYPES: readonly KickedOutType[] = [
  TYPES.KICKED_OUT_MULT_ACCOUNT,
  TYPES.KICKED_OUT_MULT_DEVICE,
  TYPES.KICKED_OUT_USERSIG_EXPIRED,
  TYPES.KICKED_OUT_REST_API,
];
const NETWORK_STATES: readonly NetworkState[] = [
  TYPES.NET_STATE_CONNECTED,
  TYPES.NET_STATE_CONNECTING,
  TYPES.NET_STATE_DISCONNECTED,
];

/** Why the account was kicked out, from a KICKED_OUT event. What cannot be read counts as another login. */
export function readKickedOutType(data: unknown): KickedOutType {
  const type = recordOf(data)['type'];
  return KICKED_OUT_TYPES.find((known) => known === type) ?? 'multipleAccount';
}

/** The state of the network, from a NET_STATE_CHANGE event. */
export function readNetworkState(data: unknown): NetworkState {
  const state = requireRecord(data, 'a NET_STATE_CHANGE event')['state'];
  const known = NETWORK_STATES.find((name) => name === state);
  if (known !== undefined) return known;
  throw unable('MALFORMED_DATA', 'read a NET_STATE_CHANGE event', `found ${JSON.stringify(state)}`);
}
