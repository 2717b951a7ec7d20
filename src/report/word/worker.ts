import { parentPort } from 'node:worker_threads';
import { wordDocument, type WordParts } from './document.ts';

/** Beside the house: makes one Word file after another. What goes wrong ends this worker, and tells the office so. */
parentPort?.on('message', (parts: WordParts) => void write(parts));

async function write(parts: WordParts): Promise<void> {
  const document = await wordDocument(parts);
  parentPort?.postMessage(document, [document.buffer]);
}
