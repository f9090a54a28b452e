import { enter, type Said, type Scenario } from '../stage.ts';

/** Messages that are changed, by others and by us. */
export const editing: Scenario = {
  name: 'editing',
  async play(stage) {
    const { sdk, step, meanwhile, note, others } = stage;
    others.addGroup('team', ['alice', 'me']);
    const past = others.say('alice', 'me', 'long ago', stage.now() - 300);
    others.say('alice', 'me', 'before', stage.now() - 200);
    others.sayInGroup('alice', 'team', 'before', stage.now() - 190);
    await enter(stage);
    await meanwhile('one that is not held', () => past.edit('not so long ago'));
    const texts: Said[] = [];
    await meanwhile('a text', () => texts.push(others.say('alice', 'me', 'hello')));
    await meanwhile('a text in the group', () => texts.push(others.sayInGroup('alice', 'team', 'hello')));
    const [said, saidInGroup] = texts;
    await meanwhile('one that is held', () => said?.edit('hello, you'));
    await meanwhile('one that is held, in a group', () => saidInGroup?.edit('hello, all'));
    await meanwhile('once more', () => said?.edit('hello again'));
    await step('its history', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    const own = sdk.createTextMessage({
      to: 'alice',
      conversationType: 'C2C' as never,
      payload: { text: 'mine' },
    });
    await step('an own text', () => sdk.sendMessage(own));
    await step('an own edit', () => {
      own.payload.text = 'mine, too';
      return sdk.modifyMessage(own);
    });
    note('message', own);
    await meanwhile('alice edits it', () => others.lastOf('alice', 'me').edit('hers'));
    note('message', own);
  },
};
