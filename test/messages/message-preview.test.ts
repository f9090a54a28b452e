import { messagePreview, TYPES } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { messageOf } from './arbitrary-messages.ts';

describe('messagePreview', () => {
  const text = messageOf({ payload: { text: ' one\n two ' } });

  it('makes one line of a text, and leaves what it quotes alone', () => {
    expect(messagePreview(text)).toBe('one two');
    expect(messagePreview(messageOf({ payload: { text: '100% $& %s' } }))).toBe('100% $& %s');
  });

  it.each([
    ['TIMTextElem', { text: 'hello' }, 'hello'],
    ['TIMImageElem', {}, '[Image]'],
    ['TIMSoundElem', { second: 7 }, '[Voice]'],
    ['TIMVideoFileElem', { videoSecond: 7 }, '[Video]'],
    ['TIMFileElem', { fileName: 'plan.pdf' }, '[File] plan.pdf'],
    ['TIMCustomElem', { description: 'a die' }, '[Custom] a die'],
    ['TIMFaceElem', { index: 1, data: 'tt00' }, '[Sticker]'],
    ['TIMLocationElem', { description: 'Shenzhen' }, '[Location] Shenzhen'],
    ['TIMRelayElem', { title: 'Alice and Bob' }, '[Chat history] Alice and Bob'],
    ['TIMGroupTipElem', { operationType: 2, userIDList: ['bob'] }, 'bob left the group'],
    ['TIMGroupSystemNoticeElem', { operationType: 255 }, 'Custom system group notification'],
    ['TIMHologramElem', { depth: 3 }, '[Message]'],
  ])('makes one line of a %s', (type, payload, line) => {
    expect(messagePreview(messageOf({ type, payload }))).toBe(line);
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
    const german = {
      tips: { [TYPES.GRP_TIP_MBR_JOIN]: ({ users }: { readonly users: string }) => `${users} ist da` },
      notices: { 0: 'Etwas mit Gruppen', 5: 'Die Gruppe ist aufgelöst' },
    };
    expect(messagePreview(tip, german)).toBe('bob ist da');
    expect(messagePreview(notice, german)).toBe('Die Gruppe ist aufgelöst');
    expect(messagePreview(notice, { texts: { TIMGroupSystemNoticeElem: '[Hinweis]' } })).toBe('[Hinweis]');
  });
});
