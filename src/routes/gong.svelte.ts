import { untrack } from 'svelte';

/** Sounds a gong each time this becomes true while the page is open. */
export function soundWhen(rings: () => boolean): void {
  let before = untrack(rings);
  $effect(() => {
    const now = rings();
    if (now && !before) soundGong();
    before = now;
  });
}

/** A soft gong, made on the spot. Browsers let a page sound only once somebody has touched it: until then it stays silent. */
function soundGong(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const context = new AudioContext();
  for (const [frequency, loudness, seconds] of TONES) ring(context, frequency, loudness, seconds);
  setTimeout(() => void context.close(), LONGEST_MS);
}

const TONES = [
  [196, 0.3, 4.5],
  [294, 0.16, 3.2],
  [470, 0.08, 2],
] as const;
const LONGEST_MS = 5_000;

function ring(context: AudioContext, frequency: number, loudness: number, seconds: number): void {
  const tone = new OscillatorNode(context, { frequency });
  const volume = new GainNode(context, { gain: 0 });
  const { currentTime: now } = context;
  volume.gain.linearRampToValueAtTime(loudness, now + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start(now);
  tone.stop(now + seconds);
}
