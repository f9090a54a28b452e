import { PageFrame } from './page-frame.tsx';
import { RequestForm } from './request-form.tsx';

/** Asks somebody for friendship whose user ID one knows. */
export function AddFriendPage({ onClose }: { readonly onClose: () => void }) {
  return (
    <PageFrame title="Add a friend" onClose={onClose}>
      <RequestForm />
    </PageFrame>
  );
}
