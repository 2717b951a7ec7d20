import type { PageServerLoad } from './$types';

/** Back to where somebody came from, if that was one of our conversations. */
export const load: PageServerLoad = ({ url }) => {
  const back = url.searchParams.get('terug') ?? '';
  return { back: /^\/gesprek\/[\w-]+\/[\w-]+(\/[\w/-]*)?$/.test(back) ? back : null };
};
