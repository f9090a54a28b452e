import type { Line } from './line.ts';
import type { Answer, PushEvent } from './wire.ts';
import type { World } from './world.ts';

/** What the handlers of commands work with. */
export interface Service {
  readonly world: World;
  /** To every client of the user that is connected, but for `except`. */
  readonly push: (userID: string, event: PushEvent, except?: Line) => void;
  /** The same, and kept for clients of the user that are not connected. */
  readonly deliver: (userID: string, event: PushEvent, except?: Line) => void;
  readonly online: (userID: string) => boolean;
}

/** A command as its handler sees it: from whom, on which line. */
export interface Caller {
  readonly userID: string;
  readonly line: Line;
}

/**
 * Answers one command. Each handler declares the body it reads; `never` lets handlers with different ones stand in one
 * table, and the dispatcher vouches for it.
 */
export type Handler = (body: never, caller: Caller) => Answer;
export type Handlers = Readonly<Record<string, Handler>>;
