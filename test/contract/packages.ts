import type { PackageName } from '../real-sdk/boot.ts';

/** The flavours of the embedded SDK. lite-chat has none, so it is not compared. */
export const flavours = ['2.x', '3.x'] as const;
export type Flavour = (typeof flavours)[number];

/** Which package a flavour is like. */
export const packageOf: Readonly<Record<Flavour, PackageName>> = {
  '2.x': 'tim-js-sdk',
  '3.x': '@tencentcloud/chat',
};
