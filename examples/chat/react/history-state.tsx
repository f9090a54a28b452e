import type { UseMessagesResult } from 'tim-reactive/react';
import { describeError } from '../shared/describe-error.ts';

interface HistoryStateProps
  extends Pick<UseMessagesResult, 'isLoaded' | 'isLoading' | 'isCompleted' | 'error' | 'loadOlder'> {
  readonly isEmpty: boolean;
  readonly name: string;
}

/** What stands above the oldest message: more is coming, did not come, or is not there. */
export function HistoryState(props: HistoryStateProps) {
  const { isLoaded, isLoading, isCompleted, error, loadOlder, isEmpty, name } = props;
  return <div className="history-state">{content()}</div>;

  function content() {
    if (isLoading) return isLoaded ? 'Loading older messages…' : 'Loading messages…';
    if (error !== undefined) {
      return (
        <span role="alert">
          {isLoaded ? 'Older messages' : 'The messages'} did not load. {describeError(error)}{' '}
          <button type="button" className="text-button" onClick={() => void loadOlder()}>
            Try again
          </button>
        </span>
      );
    }
    if (!isCompleted) return null;
    return isEmpty
      ? `No messages yet. Say hello to ${name}.`
      : `The beginning of your conversation with ${name}`;
  }
}
