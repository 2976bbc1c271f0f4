// SPDX-License-Identifier: Apache-2.0
// The reference job (claims-job.mjs) in JavaScript by hand, on bytes: the careful opponent in the
// benchmarks, and one more opinion on the answer. No text is made of a field; members, TINs and
// (member, TIN) pairs are numbers in open-addressed tables.
import { answer, cap, job } from './claims-job.mjs';

const newline = 0x0a;
const carriageReturn = 0x0d;
const comma = 0x2c;
const quote = 0x22;

// Splits chunks into rows; calls row(bytes, begins, ends) with the places of its fields, where a
// quoted field lies without its quotes. A row that crosses chunks is put together first.
export class RowReader {
  #rest = new Uint8Array(0);
  #row;
  #begins = new Int32Array(512);
  #ends = new Int32Array(512);
  constructor(row) {
    this.#row = row;
  }

  take(chunk) {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    const used = this.#rows(bytes);
    this.#rest = bytes.slice(used);
  }

  finish() {
    if (this.#rest.length > 0) this.take(Uint8Array.of(newline));
  }

  // Reads whole rows; gives how many bytes they take.
  #rows(bytes) {
    const begins = this.#begins;
    const ends = this.#ends;
    const length = bytes.length;
    let at = 0;
    let used = 0;
    let fields = 0;
    while (at < length) {
      let begin = at;
      let end = at;
      if (bytes[at] === quote) {
        begin += 1;
        end = closing(bytes, begin);
        at = end + 1;
        if (end < 0 || at >= length) return used;
        if (bytes[at] === carriageReturn) at += 1;
      } else {
        while (at < length && bytes[at] !== comma && bytes[at] !== newline) at += 1;
        end = at > begin && bytes[at - 1] === carriageReturn ? at - 1 : at;
      }
      if (at >= length) return used;
      begins[fields] = begin;
      ends[fields] = end;
      fields += 1;
      at += 1;
      if (bytes[at - 1] === newline) {
        this.#row(bytes, begins, ends, fields);
        fields = 0;
        used = at;
      }
    }
    return used;
  }
}

// The quote that ends a field which begins here; -1 where the bytes end before it.
function closing(bytes, begin) {
  for (let at = begin; at < bytes.length; at += 1) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at;
    at += 1;
  }
  return -1;
}

// Texts and the number that each of them has, from 0 in order of their first appearance.
class Dictionary {
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #offsets = new Int32Array((1 << 11) + 1);
  #bytes = new Uint8Array(1 << 16);
  count = 0;

  // The number of a text; one that is new gets the next where `add` says so, and else -1.
  at(bytes, begin, end, add) {
    let hash = 0x811c9dc5;
    for (let i = begin; i < end; i += 1) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot];
      if (found < 0) return add ? this.#add(slot, hash, bytes.subarray(begin, end)) : -1;
      if (this.#hashes[found] === hash && this.#equal(found, bytes, begin, end)) return found;
    }
  }

  #equal(at, bytes, begin, end) {
    const from = this.#offsets[at];
    if (this.#offsets[at + 1] - from !== end - begin) return false;
    for (let i = 0; i < end - begin; i += 1) {
      if (this.#bytes[from + i] !== bytes[begin + i]) return false;
    }
    return true;
  }

  #add(slot, hash, text) {
    const at = this.count;
    this.#slots[slot] = at;
    this.#hashes[at] = hash;
    const from = this.#offsets[at];
    if (from + text.length > this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes.set(text, from);
    this.#offsets[at + 1] = from + text.length;
    this.count += 1;
    if (this.count * 2 >= this.#slots.length) this.#grow();
    return at;
  }

  #grow() {
    const size = this.#slots.length * 2;
    this.#hashes = grown(this.#hashes);
    this.#offsets = grown(this.#offsets);
    this.#slots = new Int32Array(size).fill(-1);
    for (let at = 0; at < this.count; at += 1) {
      let slot = this.#hashes[at] & (size - 1);
      while (this.#slots[slot] >= 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = at;
    }
  }

  text(at) {
    return new TextDecoder().decode(this.#bytes.subarray(this.#offsets[at], this.#offsets[at + 1]));
  }
}

function grown(array) {
  const larger = new array.constructor(array.length * 2);
  larger.set(array);
  return larger;
}

// Digits with at most two places, as cents.
function centsOf(bytes, begin, end) {
  let at = begin;
  const negative = bytes[at] === 0x2d;
  if (negative) at += 1;
  let value = 0;
  let places = -1;
  for (; at < end; at += 1) {
    if (bytes[at] === 0x2e) {
      places = 0;
      continue;
    }
    value = value * 10 + (bytes[at] - 0x30);
    if (places >= 0) places += 1;
  }
  for (let place = Math.max(places, 0); place < 2; place += 1) value *= 10;
  return negative ? -value : value;
}

const pair = (bytes, at) => (bytes[at] - 0x30) * 10 + (bytes[at + 1] - 0x30);

// YYYY-MM-DD as year × 512 + month × 32 + day, which keeps the order; 0 where it is empty.
function dayOf(bytes, begin, end) {
  if (end === begin) return 0;
  const year = pair(bytes, begin) * 100 + pair(bytes, begin + 2);
  return year * 512 + pair(bytes, begin + 5) * 32 + pair(bytes, begin + 8);
}

export class ByteJob {
  #terms;
  #members = new Dictionary();
  #npis = new Dictionary();
  #tins = new Dictionary();
  #codes = new Dictionary();
  #tinOf = []; // by NPI; -1 where the specialty does not count
  #paid = new Float64Array(1 << 11); // cents by member
  #months = new Uint16Array(1 << 11); // bit by month, by member
  // (member, TIN) pairs in an open-addressed table, and by pair: charges, visits that stand.
  #slots = new Int32Array(1 << 12).fill(-1);
  #pairMember = new Int32Array(1 << 11);
  #pairTin = new Int32Array(1 << 11);
  #allowed = new Float64Array(1 << 11);
  #pairs = 0;
  #visitPair = new Int32Array(1 << 12);
  #visitDay = new Int32Array(1 << 12); // negative: a reversal of that day
  #visits = 0;
  #latest;

  constructor(terms = job) {
    this.#terms = terms;
    for (const code of terms.codes) {
      const bytes = new TextEncoder().encode(code);
      this.#codes.at(bytes, 0, bytes.length, true);
    }
  }

  // A reader for a file of this kind: take(bytes) for every chunk, then finish().
  reader(kind) {
    const kinds = { claims: this.#claim, eligibility: this.#coverage, roster: this.#provider };
    let columns;
    return new RowReader((bytes, begins, ends, fields) => {
      if (columns) {
        kinds[kind].call(this, bytes, begins, ends, columns);
        return;
      }
      columns = {};
      for (let at = 0; at < fields; at += 1) {
        columns[new TextDecoder().decode(bytes.subarray(begins[at], ends[at]))] = at;
      }
    });
  }

  #provider(bytes, begins, ends, { npi, tin, specialty }) {
    const provider = this.#npis.at(bytes, begins[npi], ends[npi], true);
    const text = new TextDecoder().decode(bytes.subarray(begins[specialty], ends[specialty]));
    const counts = this.#terms.specialties.includes(text);
    this.#tinOf[provider] = counts ? this.#tins.at(bytes, begins[tin], ends[tin], true) : -1;
  }

  #member(bytes, begin, end) {
    const member = this.#members.at(bytes, begin, end, true);
    if (member >= this.#paid.length) {
      this.#paid = grown(this.#paid);
      this.#months = grown(this.#months);
    }
    return member;
  }

  #coverage(bytes, begins, ends, columns) {
    const { year } = this.#terms;
    const { person_id: id, enrollment_start_date: start, enrollment_end_date: stop } = columns;
    const first = Math.max(dayOf(bytes, begins[start], ends[start]), year * 512 + 33);
    const last = Math.min(dayOf(bytes, begins[stop], ends[stop]), year * 512 + 12 * 32 + 31);
    const member = this.#member(bytes, begins[id], ends[id]);
    for (let month = (first >> 5) & 15; first <= last && month <= ((last >> 5) & 15); month += 1) {
      this.#months[member] |= 1 << month;
    }
  }

  #claim(bytes, begins, ends, columns) {
    const { claim_line_start_date: lineDay, claim_start_date: claimDay } = columns;
    const own = dayOf(bytes, begins[lineDay], ends[lineDay]);
    const day = own || dayOf(bytes, begins[claimDay], ends[claimDay]);
    if (day >> 9 !== this.#terms.year) return;
    const { person_id: id, paid_amount: paidAt, hcpcs_code: code } = columns;
    const member = this.#member(bytes, begins[id], ends[id]);
    const paid = centsOf(bytes, begins[paidAt], ends[paidAt]);
    this.#paid[member] += paid;
    if (this.#codes.at(bytes, begins[code], ends[code], false) < 0) return;
    const { rendering_npi: rendering, billing_npi: billing } = columns;
    const npi = begins[rendering] === ends[rendering] ? billing : rendering;
    const provider = this.#npis.at(bytes, begins[npi], ends[npi], false);
    if (provider < 0 || this.#tinOf[provider] < 0) return;
    const { allowed_amount: allowedAt } = columns;
    const allowed = centsOf(bytes, begins[allowedAt], ends[allowedAt]);
    this.#visit(
      this.#pair(member, this.#tinOf[provider]),
      allowed,
      paid < 0 || allowed < 0 ? -day : day,
    );
  }

  #visit(at, allowed, day) {
    this.#allowed[at] += allowed;
    if (this.#visits === this.#visitPair.length) {
      this.#visitPair = grown(this.#visitPair);
      this.#visitDay = grown(this.#visitDay);
    }
    this.#visitPair[this.#visits] = at;
    this.#visitDay[this.#visits] = day;
    this.#visits += 1;
  }

  #slot(member, tin) {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(member, 0x9e3779b1) ^ Math.imul(tin, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = this.#slots[slot];
      if (at < 0 || (this.#pairMember[at] === member && this.#pairTin[at] === tin)) return slot;
    }
  }

  #pair(member, tin) {
    const slot = this.#slot(member, tin);
    if (this.#slots[slot] >= 0) return this.#slots[slot];
    const at = this.#pairs;
    this.#slots[slot] = at;
    this.#pairMember[at] = member;
    this.#pairTin[at] = tin;
    this.#pairs += 1;
    if (this.#pairs * 2 >= this.#slots.length) this.#growPairs();
    return at;
  }

  #growPairs() {
    this.#pairMember = grown(this.#pairMember);
    this.#pairTin = grown(this.#pairTin);
    this.#allowed = grown(this.#allowed);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let at = 0; at < this.#pairs; at += 1) {
      this.#slots[this.#slot(this.#pairMember[at], this.#pairTin[at])] = at;
    }
  }

  // By pair, the last day on which more lines than reversals stand; 0 where there is none.
  #latestVisits() {
    const latest = new Int32Array(this.#pairs);
    const reversed = new Set();
    for (let at = 0; at < this.#visits; at += 1) {
      const day = this.#visitDay[at];
      const visited = this.#visitPair[at];
      if (day < 0) reversed.add(visited);
      else if (day > latest[visited]) latest[visited] = day;
    }
    // Few pairs have a reversal: their days are counted one by one.
    const days = new Map([...reversed].map((at) => [at, new Map()]));
    for (let at = 0; at < this.#visits; at += 1) {
      const counts = days.get(this.#visitPair[at]);
      const day = Math.abs(this.#visitDay[at]);
      counts?.set(day, (counts.get(day) ?? 0) + Math.sign(this.#visitDay[at]));
    }
    for (const [at, counts] of days) {
      latest[at] = Math.max(0, ...[...counts].flatMap(([day, lines]) => (lines > 0 ? [day] : [])));
    }
    return latest;
  }

  // The answer; with a threshold it may be asked again, and nothing is read for it.
  answer(terms = this.#terms) {
    this.#latest ??= this.#latestVisits();
    const names = Array.from({ length: this.#tins.count }, (_, tin) => this.#tins.text(tin));
    const best = new Int32Array(this.#members.count).fill(-1);
    for (let at = 0; at < this.#pairs; at += 1) {
      if (this.#allowed[at] <= 0) continue;
      const member = this.#pairMember[at];
      if (best[member] < 0 || this.#beats(at, best[member], names)) best[member] = at;
    }
    const rows = names.concat('').map((name) => [name, 0, 0, 0]);
    for (let member = 0; member < this.#members.count; member += 1) {
      const months = ones(this.#months[member]);
      if (months === 0) continue;
      const row = rows[best[member] < 0 ? names.length : this.#pairTin[best[member]]];
      row[1] += 1;
      row[2] += months;
      row[3] += Math.min(this.#paid[member], cap(months, terms));
    }
    return answer(rows.filter(([, members]) => members > 0));
  }

  #beats(at, than, names) {
    const latest = this.#latest;
    if (this.#allowed[at] !== this.#allowed[than]) return this.#allowed[at] > this.#allowed[than];
    if (latest[at] !== latest[than]) return latest[at] > latest[than];
    return names[this.#pairTin[at]] < names[this.#pairTin[than]];
  }
}

function ones(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}
