import { enter, type Scenario } from '../stage.ts';
import { calls } from './before-ready.ts';

const wrong: readonly (readonly [label: string, value: readonly unknown[]])[] = [
  ['nothing', []],
  ['null', [null]],
  ['{}', [{}]],
  ["''", ['']],
  ['a number', [1]],
];

/** Synchronous ones that take no argument, and those that take any. */
const indifferent =
  /^(isReady|getAllReceiveMessageOpt|getUserFollowInfo|getLoginUser|getServerTime|getTotalUnreadMessageCount|get\w*List|setAll\w*|getMyProfile)$/;

/** What comes of wrong arguments: thrown or refused, with which code. */
export const parameters: Scenario = {
  name: 'parameters',
  async play(stage) {
    await enter(stage);
    for (const method of Object.keys(calls).filter((name) => !indifferent.test(name))) {
      const call: unknown = Reflect.get(stage.sdk, method);
      if (typeof call !== 'function') continue;
      for (const [label, args] of wrong) {
        await stage.step(
          `${method} of ${label}`,
          () => {
            const answer: unknown = call.apply(stage.sdk, args);
            return answer instanceof Promise ? answer.then(() => 'something') : 'something';
          },
          50,
        );
      }
    }
  },
};
