import type { Scenario } from '../stage.ts';
import { attaching } from './attaching.ts';
import { beforeReady } from './before-ready.ts';
import { conversations } from './conversations.ts';
import { creating } from './creating.ts';
import { deleting } from './deleting.ts';
import { editing } from './editing.ts';
import { kicks } from './endings.ts';
import { friends } from './friends.ts';
import { groupNews } from './group-news.ts';
import { history } from './history.ts';
import { hopping } from './hopping.ts';
import { members } from './members.ts';
import { network } from './network.ts';
import { ownGroups } from './own-groups.ts';
import { parameters } from './parameters.ts';
import { profiles } from './profiles.ts';
import { reading } from './reading.ts';
import { recalling } from './recalling.ts';
import { receiving } from './receiving.ts';
import { sending } from './sending.ts';
import { session } from './session.ts';

/** All plays, the most used things first. */
export const scenarios: readonly Scenario[] = [
  session,
  beforeReady,
  creating,
  receiving,
  sending,
  recalling,
  editing,
  reading,
  attaching,
  history,
  hopping,
  deleting,
  conversations,
  ownGroups,
  groupNews,
  members,
  friends,
  profiles,
  ...kicks,
  network,
  parameters,
];
