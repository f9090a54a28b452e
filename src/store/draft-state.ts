import type { Draft } from 'immer';
import { createDraft, finishDraft } from 'immer';
import { copyMessages } from '../messages/reduce-messages.ts';
import { copyProfiles } from '../profiles/reduce-profiles.ts';
import type { TimState } from '../state.ts';

/** A state that is being changed. */
export interface DraftState {
  /** A slice as it is by now, to be read. */
  readonly read: <K extends keyof TimState>(name: K) => TimState[K];
  /** A slice as a draft, to be written to. */
  readonly write: <K extends keyof TimState>(name: K) => Draft<TimState[K]>;
  /** Puts other slices in the place of these. */
  readonly replace: (slices: Partial<TimState>) => void;
  /** What has become of the state: the very same where nothing changed. Ends the draft. */
  readonly finish: () => TimState;
}

/**
 * Slices of which each message changes something, and of which the reducers only ever assign whole fields: a copy does
 * for them, at a tenth of the cost of immer's draft. `docs/decisions/0015-drafts-by-slice.md` says more.
 */
const COPIERS: { readonly [K in keyof TimState]?: (slice: TimState[K]) => TimState[K] } = {
  messages: copyMessages,
  profiles: copyProfiles,
};

/** Begins to change a state. Only the slices that are written to become drafts: for one message, most are not. */
export function draftState(state: TimState): DraftState {
  let base = state;
  let drafts: { [K in keyof TimState]?: Draft<TimState[K]> } = {};
  const finish = (): TimState => {
    const changed: { -readonly [K in keyof TimState]?: unknown } = {};
    for (const name of Object.keys(drafts) as (keyof TimState)[]) {
      const draft: object | undefined = drafts[name];
      if (draft === undefined) continue;
      const slice = name in COPIERS ? finishCopy(base[name], draft) : finishDraft(draft);
      if (slice !== base[name]) changed[name] = slice;
    }
    drafts = {};
    base = withSlices(base, changed as Partial<TimState>);
    return base;
  };
  return {
    read: <K extends keyof TimState>(name: K) => (drafts[name] ?? base[name]) as TimState[K],
    write: <K extends keyof TimState>(name: K) =>
      (drafts[name] ??= (COPIERS[name]?.(base[name]) ?? createDraft(base[name])) as never) as Draft<
        TimState[K]
      >,
    replace: (slices) => {
      finish();
      base = withSlices(base, slices);
    },
    finish,
  };
}

/** The copy, frozen; what it was made of where nothing was assigned. */
function finishCopy<T extends object>(slice: T, copy: object): T {
  for (const key of Object.keys(slice) as (keyof T)[])
    if (slice[key] !== (copy as T)[key]) return Object.freeze(copy as T);
  return slice;
}

/** The state with these slices in it. A literal: V8 before 12 gives each spread of a frozen object a shape of its own. */
function withSlices(state: TimState, slices: Partial<TimState>): TimState {
  if ((Object.keys(slices) as (keyof TimState)[]).every((name) => slices[name] === state[name])) return state;
  return Object.freeze({
    session: slices.session ?? state.session,
    conversations: slices.conversations ?? state.conversations,
    messages: slices.messages ?? state.messages,
    groups: slices.groups ?? state.groups,
    members: slices.members ?? state.members,
    friends: slices.friends ?? state.friends,
    blocklist: slices.blocklist ?? state.blocklist,
    profiles: slices.profiles ?? state.profiles,
    typing: slices.typing ?? state.typing,
  });
}
