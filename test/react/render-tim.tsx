import type { RenderHookResult } from '@testing-library/react';
import { renderHook } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { Profiler } from 'react';
import type { TimStore } from 'tim-reactive';
import { TimProvider } from 'tim-reactive/react';

/** A hook that runs, and how often its component was rendered. */
export interface RenderedTim<T, Props> extends RenderHookResult<T, Props> {
  readonly renders: () => number;
}

/** Runs a hook in a component inside a `TimProvider`. */
export function renderTim<T, Props = undefined>(
  store: TimStore,
  hook: (props: Props) => T,
  initialProps?: NoInfer<Props>,
): RenderedTim<T, Props> {
  let renders = 0;
  const count = (): void => {
    renders += 1;
  };
  function Wrapper({ children }: { readonly children: ReactNode }): ReactElement {
    return (
      <TimProvider store={store}>
        <Profiler id="hook" onRender={count}>
          {children}
        </Profiler>
      </TimProvider>
    );
  }
  // Without props, `Props` is `undefined`.
  const rendered = renderHook<T, Props>(hook, { wrapper: Wrapper, initialProps: initialProps as Props });
  return { ...rendered, renders: () => renders };
}
