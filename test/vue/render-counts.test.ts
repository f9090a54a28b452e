import { describeRenderCounts } from '../adapters/render-counts.ts';
import { mountBusyPage } from './busy-page.ts';

describeRenderCounts(mountBusyPage);
