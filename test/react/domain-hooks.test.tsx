import { act } from '@testing-library/react';
import { c2cID } from 'tim-reactive';
import * as hooks from 'tim-reactive/react';
import { describe, expect, it } from 'vitest';
import { createEntityWorld, entityCases } from '../adapters/entity-cases.ts';
import { renderTim } from './render-tim.tsx';

const byName = new Map<string, unknown>(Object.entries(hooks));

describe.each(entityCases)('$hook', ({ hook, args, show, before, change, after }) => {
  const useIt = byName.get(hook) as (...args: readonly unknown[]) => never;
  const shown = (answer: never): unknown => (show === undefined ? answer : show(answer));

  it('shows the present in its first render, and each change of it', async () => {
    const world = await createEntityWorld();
    const given = args(world);
    const { result, renders } = renderTim(world.store, () => useIt(...given));
    expect([shown(result.current), renders()]).toEqual([before, 1]);
    await act(async () => {
      await change(world);
      await world.clock.advance(2000);
    });
    expect(shown(result.current)).toEqual(after);
  });

  it('is not rendered by what is no business of it', async () => {
    const world = await createEntityWorld();
    const given = args(world);
    const { renders } = renderTim(world.store, () => useIt(...given));
    await act(() => world.say('bob', 'nothing new'));
    await act(() => world.run(({ messages }) => messages.load(c2cID('bob'))));
    await act(() => world.setOnline(false));
    // It looks at the session, too, to know who I am.
    expect(renders()).toBe(hook === 'useMyProfile' ? 2 : 1);
  });
});
