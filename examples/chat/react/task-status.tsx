import type { Task } from './use-task.ts';

/** Says what became of what the user did. */
export function TaskStatus({ task: { notice } }: { readonly task: Task }) {
  return (
    <output className="task-status" data-tone={notice?.tone}>
      {notice?.text}
    </output>
  );
}
