import type { Format } from '#conversation/format.ts';
import { formats } from '#formats/list.ts';
import { inputs } from '#inputs/rules.ts';
import { playEvening } from '#rehearsal/evening.ts';
import type { Room } from '#rehearsal/room.ts';
import { everything } from '../formats/everything.ts';

/** Evenings for properties that must hold in every one of them; the seed stands in every name. */
export const EVENINGS: readonly { readonly name: string; readonly format: Format; readonly play: (watched?: boolean) => Room }[] = [
  ...formats,
  everything,
].flatMap((format) =>
  [1, 2].map((number) => {
    const seed = `${format.id} ${number}`;
    return {
      name: `seed "${seed}"`,
      format,
      play: (watched = false) => playEvening({ format, inputs, people: 4 + 4 * number, seed, watched }),
    };
  }),
);
