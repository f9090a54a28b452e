import { c2cID } from 'tim-reactive';
import * as composables from 'tim-reactive/vue';
import { describe, expect, it } from 'vitest';
import type { ComputedRef } from 'vue';
import { nextTick } from 'vue';
import { createEntityWorld, entityCases } from '../adapters/entity-cases.ts';
import { mountTim } from './mount-tim.ts';

const byName = new Map<string, unknown>(Object.entries(composables));

describe.each(entityCases)('$hook', ({ hook, args, show, before, change, after }) => {
  const use = byName.get(hook) as (...args: readonly unknown[]) => ComputedRef<never>;
  const part = (used: ComputedRef<never>): unknown => (show === undefined ? used.value : show(used.value));

  it('shows the present in its first render, and each change of it', async () => {
    const world = await createEntityWorld();
    const given = args(world);
    const { used, renders } = mountTim(world.store, () => use(...given), part);
    expect([part(used), renders()]).toEqual([before, 1]);
    await change(world);
    await world.clock.advance(2000);
    expect(part(used)).toEqual(after);
    await nextTick();
    expect(renders()).toBeGreaterThan(1);
  });

  it('is not rendered by what is no business of it', async () => {
    const world = await createEntityWorld();
    const given = args(world);
    const { renders } = mountTim(world.store, () => use(...given), part);
    await world.say('bob', 'nothing new');
    await world.run(({ messages }) => messages.load(c2cID('bob')));
    await world.setOnline(false);
    await nextTick();
    expect(renders()).toBe(1);
  });
});
