import { parentPort } from 'node:worker_threads';
import type { NumberedLine } from '../../language-model/analyst.ts';
import { loadLanguage } from '../../understanding/intents/words.ts';
import { readByScript } from './scripted-reading.ts';

// A thread of its own, started by scripted-reader.ts: it is sent the lines of one call at a time, and sends back what
// it reads out of them. What it throws ends it, and the reader hears of that.
loadLanguage();
parentPort?.on('message', (lines: NumberedLine[]) => parentPort?.postMessage(readByScript(lines)));
parentPort?.postMessage('ready');
