import type { Message } from '@tencentcloud/chat';
import { enter, type Said, type Scenario } from '../stage.ts';

/** Messages that are recalled, by others and by us, held and not held. */
export const recalling: Scenario = {
  name: 'recalling',
  async play(stage) {
    const { sdk, step, meanwhile, note, others } = stage;
    others.addGroup('team', ['alice', 'me']);
    const past = others.say('alice', 'me', 'long ago', stage.now() - 300);
    const pastInGroup = others.sayInGroup('alice', 'team', 'long ago', stage.now() - 300);
    others.say('alice', 'me', 'before', stage.now() - 200);
    others.sayInGroup('alice', 'team', 'before', stage.now() - 190);
    const only = others.say('bob', 'me', 'the only one', stage.now() - 100);
    const second = others.say('carol', 'me', 'the only one', stage.now() - 90);
    await enter(stage);
    await meanwhile('the last one, not held', () => only.recall());
    await step('reading it', () => sdk.setMessageRead({ conversationID: 'C2Ccarol' }));
    await meanwhile('the last one, read and not held', () => second.recall());
    await meanwhile('one that is not held', () => past.recall());
    await meanwhile('one that is not held, in a group', () => pastInGroup.recall());
    await step('its history', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    await step('its history in the group', () => sdk.getMessageList({ conversationID: 'GROUPteam' }));

    const texts: Said[] = [];
    await meanwhile('a text', () => texts.push(others.say('alice', 'me', 'hello')));
    await meanwhile('a text in the group', () => texts.push(others.sayInGroup('alice', 'team', 'hello')));
    const [said, saidInGroup] = texts;
    const older: Said[] = [];
    await meanwhile('two more', () => {
      older.push(others.say('alice', 'me', 'older'), others.say('alice', 'me', 'newer'));
    });
    await meanwhile('one that is held and not the last', () => older[0]?.recall());
    await meanwhile('the last one', () => older[1]?.recall());
    await meanwhile('one that is held', () => said?.recall());
    await meanwhile('one that is held, in a group', () => saidInGroup?.recall());
    const own = sdk.createTextMessage({
      to: 'alice',
      conversationType: 'C2C' as never,
      payload: { text: 'mine' },
    });
    await step('an own text', () => sdk.sendMessage(own));
    await step('an own recall', () => sdk.revokeMessage(own));
    note('message', own);
    await step('an own recall again', () => sdk.revokeMessage(own));
    const ownInGroup = sdk.createTextMessage({
      to: 'team',
      conversationType: 'GROUP' as never,
      payload: { text: 'mine' },
    });
    await step('an own text in the group', () => sdk.sendMessage(ownInGroup));
    await step('an own recall in the group', () => sdk.revokeMessage(ownInGroup));
    note('message', ownInGroup);
    const another: Message = sdk.createTextMessage({
      to: 'team',
      conversationType: 'GROUP' as never,
      payload: { text: 'second' },
    });
    await step('a second own text in the group', () => sdk.sendMessage(another));
    await meanwhile('an admin recalls it', () => others.lastInGroup('team').recall('alice'));
    await step('the list', () => sdk.getConversationList());
  },
};
