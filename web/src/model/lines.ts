// SPDX-License-Identifier: Apache-2.0
import type { Line } from './wire.js';

// The lines of several statements in one reading order: a line that only a later statement has
// stands after the line it follows there.
export function mergedLines(statements: readonly (readonly Line[])[]): Line[] {
  const merged: Line[] = [];
  for (const statement of statements) {
    let after = -1;
    for (const line of statement) {
      const known = merged.findIndex((candidate) => candidate.step === line.step);
      after = known >= 0 ? known : after + 1;
      if (known < 0) merged.splice(after, 0, line);
    }
  }
  return merged;
}
