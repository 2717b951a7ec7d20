import type { Component } from 'svelte';

export type ReadAloudButton = Component<{ text: string; lang: string }>;

/** The button that reads a text aloud, where the browser can speak. What cannot be fetched now is a button less. */
export async function loadReadAloud(): Promise<ReadAloudButton | undefined> {
  if (!('speechSynthesis' in window)) return undefined;
  const loaded = await import('./ReadAloud.svelte').catch(() => undefined);
  return loaded?.default;
}
