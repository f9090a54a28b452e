import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TimProvider } from 'tim-reactive/react';
import type { ClientOptions } from '../shared/client-options.ts';
import { Client } from './client.tsx';

/** Puts the React client into an element of the page. */
export function mountReactClient(element: Element, options: ClientOptions): void {
  createRoot(element).render(
    <StrictMode>
      <TimProvider store={options.store}>
        <Client {...options} />
      </TimProvider>
    </StrictMode>,
  );
}
