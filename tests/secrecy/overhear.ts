import type { Ending } from '../helpers/app.ts';

/** Everything this process, and so the house in it, says on its standard output and error output from now on. */
export function overhear(test: Ending): () => string {
  let said = '';
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
      said += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return Reflect.apply(write, stream, [chunk, ...rest]) as boolean;
    };
    test.after(() => {
      stream.write = write;
    });
  }
  return () => said;
}
