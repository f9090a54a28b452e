import type { Scenario } from '../stage.ts';

/** Login, ready, logout; and what is said to wrong calls of them. */
export const session: Scenario = {
  name: 'session',
  async play({ sdk, step, others, refuse }) {
    others.say('alice', 'me', 'hello');
    await step('logout, nobody logged in', () => sdk.logout());
    await step('login without arguments', () => sdk.login(undefined as never));
    await step('login without a signature', () => sdk.login({ userID: 'me', userSig: '' }));
    const accept = refuse('login', 60020);
    await step('login, refused', () => sdk.login({ userID: 'me', userSig: 'any' }));
    accept();
    await step('login', () => sdk.login({ userID: 'me', userSig: 'any' }));
    await step('login again', () => sdk.login({ userID: 'me', userSig: 'any' }));
    await step('login as another', () => sdk.login({ userID: 'you', userSig: 'any' }));
    await step('logout', () => sdk.logout());
    await step('a call after the logout', () => sdk.getMyProfile());
    await step('login after the logout', () => sdk.login({ userID: 'me', userSig: 'any' }));
    await step('destroy', () => sdk.destroy());
    await step('destroy again', () => sdk.destroy());
  },
};
