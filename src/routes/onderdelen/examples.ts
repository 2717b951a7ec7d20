import type { Marked } from '#parts/side.ts';

/** Seats from letters: r(esident), p(rofessional), m(unicipality). */
export function seatsFrom(letters: string): Marked[] {
  return [...letters].map((letter) => ({
    side: letter === 'r' ? 'resident' : letter === 'p' ? 'professional' : 'municipality',
  }));
}

export const sixSeats = seatsFrom('rprmrr');

/** A drawing of the right kind for the style page; it leads nowhere. */
export const exampleQr = {
  modules: 21,
  path: [
    'M0 0h7v7h-7zM1 1v5h5v-5zM2 2h3v3h-3zM14 0h7v7h-7zM15 1v5h5v-5zM16 2h3v3h-3z',
    'M0 14h7v7h-7zM1 15v5h5v-5zM2 16h3v3h-3zM9 0h1v2h-1zM11 1h2v1h-2zM8 4h3v1h-3zM12 5h1v3h-1z',
    'M0 9h2v1h-2zM4 8h1v3h-1zM6 9h3v1h-3zM10 8h1v4h-1zM12 10h4v1h-4zM17 9h1v3h-1zM19 8h2v2h-2z',
    'M8 12h1v3h-1zM11 13h2v2h-2zM14 13h1v1h-1zM16 12h3v2h-3zM9 16h2v1h-2zM12 17h3v1h-3zM17 16h1v4h-1zM19 15h2v1h-2zM8 19h4v1h-4zM14 20h2v1h-2zM19 19h1v2h-1z',
  ].join(''),
};
