/** Runs the job that it is given as JSON, and prints what came of it: a process of its own for each library. */
import type { Job } from './measure.ts';
import { measure } from './measure.ts';

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
process.stdout.write(`${JSON.stringify(await measure(job))}\n`);
process.exit(0); // some libraries keep timers
