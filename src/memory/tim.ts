import { createMemoryServer } from './create-memory-server.ts';
import type { Tim } from './create-tim.ts';
import type { MemoryServer } from './memory-server.ts';

/**
 * The server behind the default export, for whoever writes the demo or the test: users, messages and faults.
 *
 * @example
 * import { server } from 'tim-reactive/memory/tim';
 * server.addUser('alice', { nick: 'Alice' });
 * server.sendText({ from: 'alice', to: 'me', text: 'hello' });
 */
export const server: MemoryServer = createMemoryServer();

/**
 * Stands in the place of the vendor's import, by a bundler's alias: of `tim-js-sdk`, or of `@tencentcloud/chat`.
 *
 * @example
 * // vite.config.ts
 * export default { resolve: { alias: { '@tencentcloud/chat': 'tim-reactive/memory/tim' } } };
 */
const TIM: Tim = server.TIM;
export default TIM;
