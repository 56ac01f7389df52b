import { parentPort, workerData } from 'node:worker_threads';
import { readMarkwhen } from '../../core/timeline/importMarkwhen.ts';
import { readTimelineCsv } from '../../core/timeline/importTimelineCsv.ts';
import type { ImportOrder } from './importEvents.ts';
import { takeWords } from '../l10n.ts';

takeWords();

const { format, bytes } = workerData as ImportOrder;
const text = new TextDecoder().decode(bytes);
parentPort!.postMessage(format === 'markwhen' ? readMarkwhen(text) : readTimelineCsv(text));
