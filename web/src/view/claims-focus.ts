// SPDX-License-Identifier: Apache-2.0

// A button that goes away while it has the focus passes it on to where the work goes on.
export function passFocus(from: string, to: string): void {
  if (document.activeElement?.id !== from) return;
  requestAnimationFrame(() => document.getElementById(to)?.focus());
}
