import { parseArgs } from 'node:util';
import type { Format } from '#conversation/format.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { play, type Play } from '#rehearsal/play.ts';
import { reportOf } from '#report/model.ts';

/**
 * Plays formats in memory with simulated people, and looks after every step whether a hidden word stands
 * on a screen. `--format ID --people N --seed S`, or `--all --seeds 50`; `--json` for one JSON line at the end.
 */
const { values } = parseArgs({
  options: {
    format: { type: 'string' },
    people: { type: 'string', default: '14' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
});

if (values.all) playAll(Number(values.seeds));
else playOne(values.format ?? '', Number(values.people), values.seed);

function playOne(id: string, people: number, seed: string): void {
  const format = formats.find((each) => each.id === id);
  if (!format || !(people >= 1)) {
    console.error(`Say which: --format ${formats.map((each) => each.id).join(' | ')} --people 14 --seed 1`);
    process.exitCode = 2;
    return;
  }
  const played = playFrom(format, people, seed);
  tell(played);
  if (values.json) console.log(JSON.stringify(summaryOf(played)));
  if (hasFailed(played)) process.exitCode = 1;
}

function playAll(seeds: number): void {
  const started = performance.now();
  const failed: Play[] = [];
  let canaries = 0;
  for (const format of formats) {
    for (let seed = 1; seed <= seeds; seed++) {
      const played = playFrom(format, 4 + ((seed * 7) % 21), `${seed}`);
      canaries += played.leaks.length;
      if (!hasFailed(played)) continue;
      failed.push(played);
      tell(played);
    }
    console.log(`${format.id}: ${seeds} evenings played`);
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const result = { formats: formats.length, plays: formats.length * seeds, failed: failed.length, canaries, seconds };
  if (values.json) console.log(JSON.stringify(result));
  else console.log(`${result.plays} evenings, ${result.failed} failed, ${canaries} canaries leaked, in ${seconds} seconds.`);
  if (failed.length > 0) process.exitCode = 1;
}

/** From its JSON, as a conversation keeps it. */
function playFrom(format: Format, people: number, seed: string): Play {
  return play({ format: JSON.parse(JSON.stringify(format)) as Format, inputs, people, seed }, reportOf);
}

function hasFailed({ problem, leaks, phases, report }: Play): boolean {
  return problem !== null || leaks.length > 0 || phases.reached < phases.of || !report;
}

function summaryOf({ leaks, ...played }: Play) {
  return { ...played, canaries: leaks.length };
}

function tell(played: Play): void {
  const { format, people, seed, phases, cards, refusals, report, seen, leaks, problem } = played;
  console.log(`${format} with ${people} people, seed ${seed}`);
  console.log(`  steps reached     ${phases.reached} of ${phases.of}`);
  console.log(`  cards             ${cards}`);
  console.log(
    `  refused           ${
      Object.entries(refusals)
        .map(([code, count]) => `${code} ${count}`)
        .join(', ') || 'nothing'
    }`,
  );
  console.log(`  report            ${report ? 'built' : 'NOT BUILT'}`);
  console.log(`  canaries          ${seen} seen where they may be, ${leaks.length} leaked`);
  for (const { channel, what } of leaks.slice(0, 10)) console.error(`  LEAK ${what} on ${channel} (seed ${seed})`);
  if (problem) console.error(`  FAILED with seed ${seed}: ${problem}`);
}
