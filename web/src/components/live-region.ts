// SPDX-License-Identifier: Apache-2.0

// The one live region of the page. What changes with every keystroke is said once it rests, and
// nothing is said twice.
const kRest = 900; // milliseconds

let element: HTMLElement | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
let said = '';

export function useLiveRegion(region: HTMLElement): void {
  element = region;
}

export function announce(text: string): void {
  clearTimeout(waiting);
  if (text === said) return;
  waiting = setTimeout(() => {
    said = text;
    if (element) element.textContent = text;
  }, kRest);
}

// What stands on the page when it opens need not be said.
export function alreadyKnown(text: string): void {
  said = text;
}
