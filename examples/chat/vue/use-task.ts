import type { Ref } from 'vue';
import { readonly, ref } from 'vue';
import type { TaskNotice, Work } from '../shared/task-notice.ts';
import { carryOut } from '../shared/task-notice.ts';

/** What the user does on a page, one thing at a time, and what became of the last one. */
export interface Task {
  readonly isBusy: Readonly<Ref<boolean>>;
  readonly notice: Readonly<Ref<TaskNotice | undefined>>;
  /** Answers whether it went well. */
  readonly run: (work: Work) => Promise<boolean>;
}

/** A place for things that take a moment and may fail. */
export function useTask(): Task {
  const isBusy = ref(false);
  const notice = ref<TaskNotice>();
  const run = async (work: Work): Promise<boolean> => {
    isBusy.value = true;
    notice.value = undefined;
    notice.value = await carryOut(work);
    isBusy.value = false;
    return notice.value.tone === 'done';
  };
  return { isBusy: readonly(isBusy), notice: readonly(notice), run };
}
