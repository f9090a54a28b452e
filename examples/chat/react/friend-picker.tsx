import { useUserName } from 'tim-reactive/react';

interface FriendPickerProps {
  readonly title: string;
  readonly userIDs: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Boxes to tick, one for each friend. */
export function FriendPicker({ title, userIDs, chosen, onChange }: FriendPickerProps) {
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      {userIDs.length === 0 && <p className="hint">You have no friends to choose from.</p>}
      {userIDs.map((userID) => (
        <label key={userID} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(userID)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, userID] : chosen.filter((other) => other !== userID))
            }
          />
          <Name userID={userID} />
        </label>
      ))}
    </fieldset>
  );
}

function Name({ userID }: { readonly userID: string }) {
  return useUserName(userID);
}
