// SPDX-License-Identifier: Apache-2.0

// How fast files are read, from a few looks at how far they are.
export interface Look {
  at: number; // milliseconds
  bytes: number;
}
export interface Pace {
  rate: number; // bytes a second; 0 while it is not known
  remaining: number | null; // seconds
}

const kOver = 3_000; // milliseconds that a rate is taken over
const kSettles = 400; // milliseconds before there is one

export function withLook(looks: readonly Look[], now: Look): readonly Look[] {
  const recent = looks.filter(({ at }) => now.at - at <= kOver);
  return [...recent, now];
}

export function paceOf(looks: readonly Look[], total: number): Pace {
  const first = looks[0];
  const last = looks.at(-1);
  const none = { rate: 0, remaining: null };
  if (!first || !last || last.at - first.at < kSettles) return none;
  const rate = ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
  return rate > 0 ? { rate, remaining: Math.max(total - last.bytes, 0) / rate } : none;
}
