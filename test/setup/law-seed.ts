/**
 * In CI the laws run on the same examples each time, so that a red run tells of the change and not of luck; elsewhere on
 * new ones, whose seed a failure prints.
 */
import fc from 'fast-check';

if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_260_101 });
