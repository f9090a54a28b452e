/** The SDK's error numbers that the store tells apart; all others become `SDK_ERROR`. One export each, as in `types.ts`. */

export const NOT_LOGGED_IN = 2024;
export const LOGIN_IN_PROGRESS = 2025;
export const REQUEST_TIMEOUT = 2801;
export const NETWORK_ERROR = 2800;
export const NO_NETWORK = 2805;
export const METHOD_MISSING = 2998;
export const NOT_READY = 3000;
export const LOGIN_FAILED = 3001;
export const KICKED_OUT_MULT_DEVICE = 3002;
export const KICKED_OUT_MULT_ACCOUNT = 3003;
export const KICKED_OUT_USERSIG_EXPIRED = 3004;
export const LOGGED_OUT = 3005;
export const KICKED_OUT_REST_API = 3006;
