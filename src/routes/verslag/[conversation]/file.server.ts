import { redirect } from '@sveltejs/kit';

/** A file to keep, made for this reader: no cache keeps it for another. */
export function fileAnswer(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  });
}

/** Its page says why there is nothing to keep. An address may be typed with any sign; a header holds only some. */
export function toPage(path: string): never {
  redirect(303, encodeURI(path));
}
