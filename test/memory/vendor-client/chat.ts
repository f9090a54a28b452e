// A client written for the vendor's package, of which it knows nothing else: it is bundled with an alias.
import TencentCloudChat from '@tencentcloud/chat';

/** Logs in, answers the next message, and says what it has seen. */
export async function chat(userID: string): Promise<readonly string[]> {
  const sdk = TencentCloudChat.create({ SDKAppID: 1_400_000_001 });
  const seen: string[] = [];
  sdk.setLogLevel(1);
  const ready = new Promise((resolve) => sdk.on(TencentCloudChat.EVENT.SDK_READY, resolve));
  const answered = new Promise<void>((resolve) => {
    sdk.on(TencentCloudChat.EVENT.MESSAGE_RECEIVED, ({ data: [message] }: { data: [Received] }) => {
      seen.push(`${message.from}: ${message.payload.text}`);
      const answer = sdk.createTextMessage({
        to: message.from,
        conversationType: TencentCloudChat.TYPES.CONV_C2C,
        payload: { text: 'hello yourself' },
      });
      void sdk.sendMessage(answer).then(() => resolve());
    });
  });
  await sdk.login({ userID, userSig: 'any' });
  await ready;
  seen.push('ready');
  await answered;
  await sdk.destroy();
  return seen;
}

interface Received {
  readonly from: string;
  readonly payload: { readonly text: string };
}

// What a page's script would do.
export { server } from 'tim-reactive/memory/tim';
