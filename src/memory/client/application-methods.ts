import type { Verdict } from '../cloud/application-cloud.ts';
import type { ApplicationCard } from '../cloud/group-wire.ts';
import { response, type SdkResponse } from './context.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';
import { property, requireParams } from './validate.ts';

/** An application that nobody has answered yet, in the SDK's shape. */
export interface GroupApplication {
  readonly applicant: string;
  readonly applicantNick: string;
  readonly groupID: string;
  readonly groupName: string;
  readonly authentication: string;
  readonly messageKey: number;
  /** 0: somebody asks to be let in. */
  readonly applicationType: number;
  readonly userID: string | undefined;
  /** 3.x only. */
  readonly note?: string;
}

/** An answer: to a notice, or, instead, to an entry of `getGroupApplicationList`. */
export interface HandleApplicationOptions {
  /** 'Agree' or 'Reject'. */
  readonly handleAction: string;
  readonly handleMessage?: string;
  readonly message?: object;
  readonly application?: object;
}

type Answer<Data> = Promise<SdkResponse<Data>>;

/** The SDK's methods about those who want to be let in. */
export interface ApplicationMethods {
  readonly getGroupApplicationList: () => Answer<{ readonly applicationList: readonly GroupApplication[] }>;
  /** The notice goes from the client's system conversation. 10024 when somebody else was faster. */
  readonly handleGroupApplication: (
    options: HandleApplicationOptions,
  ) => Answer<{ readonly group: Group | undefined }>;
}

/** The methods of one client. */
export function createApplicationMethods({ whenReady }: Session): ApplicationMethods {
  return {
    getGroupApplicationList: whenReady('getGroupApplicationList', ({ context }) => {
      const { cloud, flavour, userID } = context;
      return context
        .request('getGroupApplicationList', () => cloud.groups.applications(userID))
        .then((cards) => response({ applicationList: cards.map((card) => applicationOf(card, flavour)) }));
    }),

    handleGroupApplication: whenReady('handleGroupApplication', ({ context, groups, store }, options) => {
      requireParams(options !== undefined && options !== null);
      const { cloud, connection, userID } = context;
      const verdict = verdictOf(options);
      return context
        .request('handleGroupApplication', () => cloud.groups.answer(userID, verdict))
        .then(() => {
          const notice = store.find(String(property(options.message, 'ID')));
          if (notice === undefined) return response({ group: groups.get(verdict.groupID) });
          store.remove(notice);
          // What becomes of it at the server the SDK does not wait for.
          connection.request(() => cloud.remove(userID, [notice.ID])).catch(() => undefined);
          return response({ group: groups.get(verdict.groupID) });
        });
    }),
  };
}

/** It reads no more of a notice than this, so that a plain object does as well. */
function verdictOf({
  handleAction,
  handleMessage = '',
  message,
  application,
}: HandleApplicationOptions): Verdict {
  const payload = property(message, 'payload');
  const source = message === undefined ? application : payload;
  const groupID = property(
    message === undefined ? application : property(payload, 'groupProfile'),
    'groupID',
  );
  return {
    groupID: String(groupID),
    key: Number(property(source, 'messageKey')),
    isAccepted: handleAction === 'Agree',
    message: handleMessage,
  };
}

function applicationOf(card: ApplicationCard, flavour: string): GroupApplication {
  const { applicantID, applicantNick, groupID, groupName, authentication, key, note } = card;
  return {
    applicant: applicantID,
    applicantNick,
    groupName,
    groupID,
    authentication,
    messageKey: key,
    applicationType: 0,
    userID: undefined,
    ...(flavour === '3.x' && { note }),
  };
}
