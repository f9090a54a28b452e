import { messagePreview } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { messageOf } from './arbitrary-messages.ts';

describe('messagePreview', () => {
  const text = messageOf({ payload: { text: ' one\n two ' } });

  it('makes one line of a text, and leaves what it quotes alone', () => {
    expect(messagePreview(text)).toBe('one two');
    expect(messagePreview(messageOf({ payload: { text: '100% $& %s' } }))).toBe('100% $& %s');
  });

  it('tells who recalled a message', () => {
    const names = (userID: string): string => userID.toUpperCase();
    expect(messagePreview({ ...text, isRevoked: true })).toBe('alice recalled a message');
    expect(messagePreview({ ...text, isRevoked: true, revoker: 'bob' }, { names })).toBe(
      'BOB recalled a message',
    );
  });

  it('takes words of another language', () => {
    const texts = { TIMTextElem: '«%s»', TIMSoundElem: 'Sprache, %s s', unknown: 'Neues' };
    expect(messagePreview(text, { texts })).toBe('« one two »');
    const sound = messageOf({ type: 'TIMSoundElem', payload: { second: 7 } });
    expect(messagePreview(sound, { texts })).toBe('Sprache, 7 s');
    const unknown = messageOf({ type: 'x' });
    expect(messagePreview(unknown, { texts })).toBe('Neues');
  });

  it('says of tips and notices what happened', () => {
    const names = (userID: string): string => userID.toUpperCase();
    const tip = messageOf({ type: 'TIMGroupTipElem', payload: { operationType: 1, userIDList: ['bob'] } });
    expect(messagePreview(tip, { names })).toBe('BOB joined the group');
    const notice = messageOf({
      type: 'TIMGroupSystemNoticeElem',
      payload: { operationType: 5, operatorID: 'alice' },
    });
    expect(messagePreview(notice, { names })).toContain('by ALICE');
    expect(messagePreview(notice, { texts: { TIMGroupSystemNoticeElem: '[Hinweis]' } })).toBe('[Hinweis]');
  });
});
