import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlain, equalPlain } from '../../src/shared/plain.ts';

describe('copyPlain', () => {
  it('leaves out what leads back to where it is in, and copies the rest at once', () => {
    let reads = 0;
    const live: Record<string, unknown> = {
      get text() {
        reads += 1;
        return 'hello';
      },
    };
    Object.assign(live, { one: live, two: live, list: [live, 1], twice: [{ a: 1 }, { a: 1 }] });
    const copy = copyPlain(live);
    expect(copy).toEqual({ text: 'hello', list: [undefined, 1], twice: [{ a: 1 }, { a: 1 }] });
    expect(reads).toBeLessThan(10);
    expect(copyPlain(live, copy)).toBe(copy);
  });

  it('gives an equal, deeply frozen copy that shares nothing with the original', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = copyPlain(value);
        expect(copy).toEqual(value);
        const isObject = typeof value === 'object' && value !== null;
        expect(copy === value).toBe(!isObject);
        expect(Object.isFrozen(copy)).toBe(true); // as primitives are
      }),
    );
  });

  it('answers the previous copy where nothing differs, part by part', () => {
    const previous = copyPlain({ a: { b: 1 }, c: [1, { d: 2 }] }) as {
      readonly a: unknown;
      readonly c: readonly unknown[];
    };
    expect(copyPlain({ a: { b: 1 }, c: [1, { d: 2 }] }, previous)).toBe(previous);
    const next = copyPlain({ a: { b: 1 }, c: [2, { d: 2 }] }, previous) as typeof previous;
    expect(next.a).toBe(previous.a);
    expect(next.c).not.toBe(previous.c);
    expect(next.c[1]).toBe(previous.c[1]);
  });

  it('leaves out functions, and ends in a cycle', () => {
    const loop: Record<string, unknown> = { run: () => 1, name: 'x' };
    loop['self'] = loop;
    const copy = copyPlain(loop) as Record<string, unknown>;
    expect(copy['name']).toBe('x');
    expect('run' in copy).toBe(false);
  });

  it('copies the own fields of class instances', () => {
    class Live {
      text = 'hello';
      get shout(): string {
        return this.text.toUpperCase();
      }
    }
    expect(copyPlain(new Live())).toEqual({ text: 'hello' });
  });
});

describe('equalPlain', () => {
  it('is deep equality of plain data', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => equalPlain(value, structuredClone(value))));
    expect(equalPlain({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(equalPlain({ a: [1] }, { a: [1, 2] })).toBe(false);
    expect(equalPlain([], {})).toBe(false);
    expect(equalPlain(null, {})).toBe(false);
  });
});
