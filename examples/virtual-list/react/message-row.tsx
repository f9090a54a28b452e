import type { ReactElement } from 'react';
import { memo } from 'react';
import type { MessageRow } from 'tim-reactive';
import { classOf, separatorText, textOf } from '../shared/describe-row.ts';

/** One message, and what stands above it. A row is another object only when something in it has changed. */
export const Row = memo(function Row({ row }: { readonly row: MessageRow }): ReactElement {
  return (
    <>
      {row.separators.map((separator) => (
        <p key={separator.kind} className={`separator ${separator.kind}`}>
          {separatorText(separator)}
        </p>
      ))}
      <div className={classOf(row)} data-index={row.index}>
        {row.isFirstOfSender && <p className="name">{row.message.from}</p>}
        <span className="text">{textOf(row)}</span>
      </div>
    </>
  );
});
