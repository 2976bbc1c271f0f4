// SPDX-License-Identifier: Apache-2.0
import createEngine from 'virtual:gainshare-glue';
import { byOwnBuffer, byStream, type Way } from './file-bytes.js';
import type { FromWorker, Progress, Request, ToWorker } from './population-protocol.js';
import { PopulationSession, UnreadableFile } from './population-session.js';

// Keeps a population off the main thread. An error that is not caught here would reach nobody.

const kTellEvery = 100; // milliseconds

const scope = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

// The page hands over the chunks of a file that cannot be read here (WebKit, under file://).
type Waiting = { done: (chunk: Uint8Array | null) => void; fail: (error: Error) => void };
let waiting: Waiting | null = null;

const fromPage =
  (file: number): Way =>
  (_, from) => {
    let fresh = true;
    return {
      next: () =>
        new Promise((done, fail) => {
          waiting = { done, fail };
          scope.postMessage({ pull: { file, from, fresh } });
          fresh = false;
        }),
      close: () => {},
    };
  };

// Not with every chunk, but always with the last one.
function sparing(tell: (progress: Progress) => void, total: number): (now: Progress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < kTellEvery && progress.bytes < total) return;
    last = now;
    tell(progress);
  };
}

let session: PopulationSession | null = null;

function opened(): PopulationSession {
  if (!session) throw new Error('The engine has not been started.');
  return session;
}

async function answerTo(request: Request): Promise<unknown> {
  switch (request.ask) {
    case 'start':
      session = new PopulationSession(await createEngine({ wasmBinary: request.wasm }));
      return null;
    case 'sniff':
      return opened().sniff(request.head, request.mapping);
    case 'read': {
      const ways = (file: number) => [byOwnBuffer, byStream, fromPage(file)];
      const total = request.files.reduce((sum, { file }) => sum + file.size, 0);
      const tell = sparing((progress) => scope.postMessage({ progress }), total);
      return opened().read(request.terms, request.files, ways, tell);
    }
    case 'terms':
      return opened().setTerms(request.terms);
    case 'table':
      return opened().table(request.name);
    case 'explain':
      return opened().explain(request.member);
  }
}

async function answer(request: Request): Promise<void> {
  try {
    const found = await answerTo(request);
    scope.postMessage({ answer: found }, found instanceof Uint8Array ? [found.buffer] : []);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = error instanceof UnreadableFile ? `${error.file}: ${message}` : message;
    scope.postMessage({ failure });
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('ask' in data) void answer(data);
  else if ('chunk' in data) waiting?.done(data.chunk);
  else waiting?.fail(new Error(data.chunkFailure));
};
