import { enter, type Scenario, type Stage } from '../stage.ts';

const kickedOut = (type: string): Scenario => ({
  name: `kicked out, ${type}`,
  async play(stage: Stage) {
    const { sdk, step, meanwhile, others } = stage;
    others.say('alice', 'me', 'hello');
    await enter(stage);
    await meanwhile('kicked out', () => others.kick('me', type));
    await step('a call', () => sdk.getConversationList());
    await step('a synchronous call', () => sdk.getTotalUnreadMessageCount());
    await step('logout', () => sdk.logout());
    await step('login again', () => sdk.login({ userID: 'me', userSig: 'any' }));
    await step('a call after', () => sdk.getTotalUnreadMessageCount());
  },
});

/** The ways of losing a session, and what may be done then. */
export const kicks: readonly Scenario[] = ['multipleAccount', 'multipleDevice', 'REST_API_Kick'].map(
  kickedOut,
);
