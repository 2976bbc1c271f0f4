// SPDX-License-Identifier: Apache-2.0
// Numbers from a seed: the same seed gives the same ones on every machine.

// xorshift128: small, and good enough to pick documents.
export class Random {
  #state;
  constructor(seed) {
    this.#state = new Uint32Array([seed >>> 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162]);
    for (let i = 0; i < 20; i += 1) this.next();
  }
  next() {
    const s = this.#state;
    let t = s[3];
    const first = s[0];
    s[3] = s[2];
    s[2] = s[1];
    s[1] = first;
    t ^= t << 11;
    t ^= t >>> 8;
    s[0] = t ^ first ^ (first >>> 19);
    return s[0];
  }
  below(limit) {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }
  whole(low, high) {
    return low + this.below(high - low + 1);
  }
  chance(percent) {
    return this.below(100) < percent;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
}

// A share of 0 to 1 in one of the ways in which it may be written.
export function share(random) {
  const form = random.below(6);
  if (form === 0) return random.pick([0, 1, '0', '1', '1.0', 0.5, 0.02, '0.02']);
  if (form === 1) {
    const denominator = random.whole(1, 999);
    return `${random.whole(0, denominator)}/${denominator}`;
  }
  const places = random.whole(1, 6);
  const digits = String(random.whole(0, 10 ** places)).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  if (form === 2) return `${Number(digits)}e-${places}`;
  return form === 3 ? Number(text) : text;
}
