import { describe, expect, it } from 'vitest';
import { createHandles } from '../../src/sdk/handles.ts';
import type { SdkMessage } from '../../src/sdk/tim-sdk.ts';

const live = (ID: string): SdkMessage => ({ ID });

describe('createHandles', () => {
  it('lets go of what is not known any more, but for the last ones, which may be on their way', () => {
    const handles = createHandles();
    let known = 100;
    const isKnown = (ID: string): boolean => Number(ID) < known;
    const held = (): number =>
      Array.from({ length: 5000 }, (_, number) => handles.get(`${number}`)).filter(Boolean).length;
    for (let number = 0; number < 5000; number++) {
      handles.set(`${number}`, live(`${number}`));
      handles.trim(known, isKnown);
    }
    expect(handles.get('7')).toMatchObject({ ID: '7' });
    expect(handles.get('4999')).toMatchObject({ ID: '4999' });
    expect(held()).toBeLessThanOrEqual(2 * (known + 500));
    known = 0;
    for (let number = 0; number < 1000; number++) handles.set(`more${number}`, live(''));
    handles.trim(known, isKnown);
    expect([handles.get('7'), handles.get('more999')]).toMatchObject([undefined, { ID: '' }]);
  });

  it('lets go of what was deleted at once', () => {
    const handles = createHandles();
    handles.set('a', live('a'));
    handles.drop('a');
    expect(handles.get('a')).toBeUndefined();
    expect(handles.isDiscarded('a')).toBe(false);
  });
});
