import { enter, type Scenario } from '../stage.ts';

/** The network is lost and comes back. */
export const network: Scenario = {
  name: 'network',
  async play(stage) {
    const { sdk, step, meanwhile, note, others, now } = stage;
    others.addGroup('team', ['alice', 'me']);
    others.say('alice', 'me', 'before', now() - 20);
    others.sayInGroup('alice', 'team', 'before', now() - 30);
    await enter(stage);
    await step('C2C history', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    await step('group history', () => sdk.getMessageList({ conversationID: 'GROUPteam' }));
    const held = await step('the list', () => sdk.getConversationList());
    await meanwhile('offline', () => stage.goOffline());
    await step('the list offline', () => sdk.getConversationList());
    await step('a held page offline', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    await step(
      'a page that is not held offline',
      () => sdk.getMessageList({ conversationID: 'C2Cbob' }),
      20_000,
    );
    const unsent = sdk.createTextMessage({
      to: 'alice',
      conversationType: 'C2C' as never,
      payload: { text: 'unsent' },
    });
    await step('a text that waits in vain', () => sdk.sendMessage(unsent), 20_000);
    await meanwhile('alice writes', () => others.say('alice', 'me', 'missed'));
    await meanwhile('bob writes', () => others.say('bob', 'me', 'missed'));
    await meanwhile('alice writes in the group', () => others.sayInGroup('alice', 'team', 'missed'));
    const waiting = sdk.createTextMessage({
      to: 'alice',
      conversationType: 'C2C' as never,
      payload: { text: 'waiting' },
    });
    await step('a text that waits', () => {
      const sent = sdk.sendMessage(waiting);
      stage.goOnline();
      return sent;
    });
    await meanwhile('a while later', () => undefined, 10_000);
    const after = await step('the list after', () => sdk.getConversationList());
    note(
      'the same rows',
      held?.data.conversationList.some((row: object) => after?.data.conversationList.includes(row)),
    );
  },
};
