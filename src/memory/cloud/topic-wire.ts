/** A topic of a community, for its members; field names are the SDK's. */
export interface TopicCard {
  readonly groupID: string;
  readonly topicID: string;
  readonly topicName: string;
  readonly avatar: string;
  readonly introduction: string;
  readonly notification: string;
  readonly customData: string;
  readonly muteAllMembers: boolean;
  readonly nextMessageSeq: number;
}

/** What of a topic can be changed. */
export type TopicChange = Partial<Omit<TopicCard, 'groupID' | 'topicID' | 'nextMessageSeq'>>;

/** What became of a topic that was named in a call. */
export interface TopicOutcome<Done> {
  readonly done: readonly Done[];
  readonly failed: readonly { readonly topicID: string; readonly code: number; readonly message: string }[];
}

/** What the server tells about topics. */
export type TopicPush =
  | { readonly kind: 'topicCreated'; readonly groupID: string; readonly topicID: string }
  | { readonly kind: 'topicDeleted'; readonly groupID: string; readonly topicIDList: readonly string[] }
  | { readonly kind: 'topicUpdated'; readonly topic: TopicCard };
