import type { Context, ReactElement, ReactNode } from 'react';
import { createContext, createElement, useEffect, useLayoutEffect } from 'react';
import type { TimStore } from '../../src/index.ts';

/** Carries the store from `TimProvider` to the hooks. */
export const StoreContext: Context<TimStore | undefined> = createContext<TimStore | undefined>(undefined);

/**
 * Children may call actions in their effects, so the connection has to come before those. On a server neither kind
 * runs, but React 18 warns of a layout effect.
 */
const useEarlyEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** What `TimProvider` takes. */
export interface TimProviderProps {
  readonly store: TimStore;
  readonly children?: ReactNode;
}

/**
 * Gives the store to all components inside, and holds a connection to the SDK while mounted.
 *
 * @example
 * <TimProvider store={store}>
 *   <Chat />
 * </TimProvider>
 */
export function TimProvider({ store, children }: TimProviderProps): ReactElement {
  useEarlyEffect(() => store.connect(), [store]);
  return createElement(StoreContext.Provider, { value: store }, children);
}
