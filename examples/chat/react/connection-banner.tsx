import { useState } from 'react';
import { useSession } from 'tim-reactive/react';
import { describeConnection } from '../shared/describe-connection.ts';
import { describeThrown } from '../shared/describe-error.ts';

interface ConnectionBannerProps {
  readonly logIn: () => Promise<void>;
}

/** Says what is wrong with the connection, and offers the way back where there is one. */
export function ConnectionBanner({ logIn }: ConnectionBannerProps) {
  const notice = describeConnection(useSession());
  const [error, setError] = useState('');

  function retry() {
    setError('');
    logIn().catch((thrown: unknown) => setError(describeThrown(thrown)));
  }

  return (
    <div aria-live="polite" className={notice && 'banner'} data-tone={notice?.tone}>
      {notice?.text} {notice?.canLogIn && error}
      {notice?.canLogIn && (
        <button type="button" className="text-button" onClick={retry}>
          Log in again
        </button>
      )}
    </div>
  );
}
