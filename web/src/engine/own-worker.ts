// SPDX-License-Identifier: Apache-2.0

// Starts workers from this page's own text: under its policy no other address can be one.

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
declare const globalThis: { trustedTypes?: TrustedTypes } & typeof window;

function ownAddress(url: string): string {
  if (!url.startsWith('blob:')) throw new TypeError('Only scripts of this page may run.');
  return url;
}

const policy = globalThis.trustedTypes?.createPolicy('gainshare', { createScriptURL: ownAddress });

export interface OwnWorker {
  worker: Worker;
  stop: () => void;
}

export function startWorker(text: string): OwnWorker {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(policy ? policy.createScriptURL(url) : url);
  return {
    worker,
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
