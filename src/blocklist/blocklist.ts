/** The slice `state.blocklist`: whom I block. */
export interface BlocklistState {
  /** In the SDK's order. */
  readonly userIDs: readonly string[];
  /** Whether the list of this account has come from the SDK. */
  readonly isLoaded: boolean;
}
