import type { MemoryServer } from 'tim-reactive/memory';

/** The server's number for a message that it does not take. */
export const REFUSAL = 20_004;

/** Whose sends are refused, until one is seen to have failed: what tells that somebody is typing is a send, too. */
export interface Refusals {
  readonly begin: (userID: string) => void;
  readonly end: (userID: string) => void;
}

/** Nobody's at first. One for all panels, as the server forgets all faults at once. */
export function createRefusals(server: MemoryServer): Refusals {
  const users = new Set<string>();
  const refuse = (userID: string): void =>
    server.failNext('sendMessage', { userID, code: REFUSAL, times: Infinity });
  return {
    begin: (userID) => {
      users.add(userID);
      refuse(userID);
    },
    end: (userID) => {
      if (!users.delete(userID)) return;
      server.clearFaults();
      users.forEach(refuse);
    },
  };
}
