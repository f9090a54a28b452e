import type { ApplicationMethods } from './client/application-methods.ts';
import type { AttributeMethods } from './client/attribute-methods.ts';
import type { GroupMethods } from './client/group-methods.ts';
import type { MemberChangeMethods } from './client/member-change-methods.ts';
import type { MemberMethods } from './client/member-methods.ts';
import type { TopicMethods } from './client/topic-methods.ts';
import type { VisitMethods } from './client/visit-methods.ts';

/** The SDK's methods about groups and their members. */
export interface GroupSdk
  extends GroupMethods,
    MemberMethods,
    MemberChangeMethods,
    ApplicationMethods,
    AttributeMethods,
    TopicMethods,
    VisitMethods {}
