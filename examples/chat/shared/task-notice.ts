import { describeThrown } from './describe-error.ts';

/** What became of something the user did. */
export interface TaskNotice {
  readonly tone: 'done' | 'failed';
  readonly text: string;
}

/** Something the user does; resolves with what there is to say about it, `''` for nothing. */
export type Work = () => Promise<string>;

/** Does it, and answers what to say. */
export async function carryOut(work: Work): Promise<TaskNotice> {
  try {
    return { tone: 'done', text: await work() };
  } catch (error) {
    return { tone: 'failed', text: describeThrown(error) };
  }
}
