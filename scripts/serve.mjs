// SPDX-License-Identifier: Apache-2.0
// A static server for this machine alone. As a command:
//   node scripts/serve.mjs FOLDER [--port N] [--or-any] [--log FILE]
// It logs nothing unless asked; --log writes one line per request, which is how the tests prove
// that the page sends none. --or-any takes a free port where N is taken.
import { appendFileSync, writeFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// The file that a request names, or nothing: never one outside the folder.
async function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const named = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  const real = await realpath(named).catch(() => undefined);
  return real?.startsWith(folder + sep) ? real : undefined;
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileFor(folder, request.url);
  const body = file && (await readFile(file).catch(() => undefined));
  if (!body) {
    response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function listen(server, port) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done(server.address().port);
    });
  });
}

// Serves a folder; `onRequest({method, url})` sees every request. Port 0 is any free one.
export async function serve(folder, { port = 0, orAny = false, onRequest = () => {} } = {}) {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    onRequest({ method: request.method, url: request.url });
    answer(root, request, response).catch(() => response.destroy());
  });
  const taken = await listen(server, port).catch((error) => {
    if (!orAny || error.code !== 'EADDRINUSE') throw error;
    return listen(server, 0);
  });
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}/`, port: taken, close };
}

function argument(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const log = argument('--log');
  if (log) writeFileSync(log, '');
  const onRequest = log ? ({ method, url }) => appendFileSync(log, `${method} ${url}\n`) : undefined;
  try {
    const { url } = await serve(process.argv[2] ?? 'dist', {
      port: Number(argument('--port') ?? 8080),
      orAny: process.argv.includes('--or-any'),
      onRequest,
    });
    console.log(`Gainshare: ${url}  (Ctrl-C stops it)`);
  } catch (error) {
    console.error(`Cannot serve: ${error.message}`);
    process.exitCode = 1;
  }
}
