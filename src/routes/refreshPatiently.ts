import { refreshAll } from '$app/navigation';

/**
 * Asks for the data of this page again, for a page that nobody watches over. Kit would put an error page in its place
 * when the house cannot be reached just now, and a wall would stay there: so it first waits until it can.
 */
export async function refreshPatiently(): Promise<void> {
  const page = location.href;
  while (!(await isReached(page))) await new Promise((done) => setTimeout(done, AGAIN_MS));
  if (location.href === page) await refreshAll();
}

/** A house that says no was reached. */
async function isReached(page: string): Promise<boolean> {
  return fetch(page, { method: 'HEAD' }).then(
    ({ status }) => status < 500,
    () => false,
  );
}

const AGAIN_MS = 2_000;
