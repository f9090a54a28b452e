import type { ConversationID } from 'tim-reactive';
import { c2cID, groupID, requireConversationID } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { partnerOf } from '../../src/conversations/conversation-id.ts';

describe('partnerOf', () => {
  it('tells whom a conversation is with', () => {
    expect(partnerOf(c2cID('alice'))).toEqual({ type: 'C2C', ID: 'alice' });
    expect(partnerOf(groupID('team'))).toEqual({ type: 'GROUP', ID: 'team' });
    expect(partnerOf(c2cID('GROUP\nC2C'))).toEqual({ type: 'C2C', ID: 'GROUP\nC2C' });
    expect(partnerOf('@TIM#SYSTEM')).toBeUndefined();
  });
});

describe('requireConversationID', () => {
  it('gives a conversation ID back, and throws for anything else', () => {
    const ids: readonly ConversationID[] = [c2cID('alice'), groupID('team'), '@TIM#SYSTEM'];
    for (const id of ids) expect(requireConversationID(id, 'show it')).toBe(id);
    expect(() => requireConversationID('alice', 'show it')).toThrow(
      'unable to show it; "alice" is not a conversation ID: use c2cID("alice") for a user or groupID("alice") for a group',
    );
  });
});
