import { describeRenderCounts } from '../adapters/render-counts.ts';
import { mountBusyPage } from './busy-page.tsx';

describeRenderCounts(mountBusyPage);
