import { createServer, type ServerResponse } from 'node:http';

/** The least that a live server can do: two frames a second to everybody, each with the time it was sent. Run as a process of its own. */
const streams = new Set<ServerResponse>();
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  streams.add(response);
  response.on('close', () => streams.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
setInterval(() => {
  const frame = Buffer.from(`data: {"at":${performance.timeOrigin + performance.now()},"filling":"${'.'.repeat(260)}"}\n\n`);
  for (const stream of streams) stream.write(frame);
}, 500);
process.on('disconnect', () => process.exit(0));
