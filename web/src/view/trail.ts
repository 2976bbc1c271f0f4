// SPDX-License-Identifier: Apache-2.0
import { language, useLanguage } from '../i18n/index.js';
import { linkText } from '../model/scenario.js';
import { pack } from '../model/packed.js';
import { scenarioOf, sheetsOf } from '../model/scenario-state.js';
import type { State } from '../model/state.js';
import type { Store } from '../model/store.js';
import { addressOf, hashOf, type Address } from './address.js';
import { openAddress } from './scenario-actions.js';

// The browser's history as the history of edits: each field that is edited is one entry, however
// many keys it took, and the address of an entry is a link to it. What an entry held stays in
// memory; after a reload the address alone gives it back.
const kRest = 400; // milliseconds: browsers refuse to have the address changed at every key

type Snapshot = Partial<State> & Pick<State, 'view'>;

interface Entry {
  snapshot: Snapshot;
  edit: string; // what was edited: an edit of the same goes into the same entry
}

function snapshotOf({ view, drafts, source, original, unplaced, any }: State): Snapshot {
  if (view === 'any') return { view, any };
  const sheets = sheetsOf(view);
  if (sheets.length === 0) return { view };
  return { view, drafts, ...(view === 'check' ? { source, original, unplaced } : {}) };
}

// Lists and plain objects; what someone types into a field is of a class of its own.
const isBranch = (node: unknown): boolean =>
  Array.isArray(node) ||
  (typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype);

// The pointers at which two states of a view differ, as far down as tells fields apart.
function changes(before: unknown, after: unknown, path = '~'): string[] {
  if (before === after) return [];
  if (![before, after].every(isBranch)) return [path];
  const [one, other] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => changes(one[key], other[key], `${path}/${key}`));
}

function editBetween(before: Snapshot, after: Snapshot): string {
  if (before.view !== after.view) return '';
  const sheets = sheetsOf(after.view);
  const pairs: [unknown, unknown][] = sheets.map((id) => [before.drafts?.[id], after.drafts?.[id]]);
  pairs.push([before.any?.documents, after.any?.documents]);
  return [...new Set(pairs.flatMap(([one, other]) => changes(one, other)))].join(' ');
}

export class Trail {
  readonly #id = Math.random();
  readonly #entries: Entry[] = [];
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;
  #opening: string | null = null; // the address being opened

  constructor(
    readonly store: Store,
    readonly arrived: () => void, // at another view
  ) {}

  start(): void {
    this.#put(0);
    this.store.addEventListener('change', this.#later);
    globalThis.addEventListener('popstate', this.#pop);
    globalThis.addEventListener('hashchange', this.#hash);
    void this.#open();
  }
  stop(): void {
    this.store.removeEventListener('change', this.#later);
    globalThis.removeEventListener('popstate', this.#pop);
    globalThis.removeEventListener('hashchange', this.#hash);
  }

  get canUndo(): boolean {
    return this.#has(-1);
  }
  get canRedo(): boolean {
    return this.#has(1);
  }
  undo(): void {
    if (this.canUndo) history.back();
  }
  redo(): void {
    if (this.canRedo) history.forward();
  }

  // Undoing edits never leaves the view.
  #has(by: number): boolean {
    return this.#entries[this.#at + by]?.snapshot.view === this.store.state.view;
  }

  readonly #later = (): void => {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#record();
    });
  };

  // A link may have been followed already whose arrival has not been told yet.
  #isHere(): boolean {
    const { trail, at } = (history.state ?? {}) as { trail?: number; at?: number };
    return trail === this.#id && at === this.#at;
  }

  // Several changes in one turn are one edit.
  #record(): void {
    const current = this.#entries[this.#at]!;
    const snapshot = snapshotOf(this.store.state);
    if (snapshot.view !== current.snapshot.view) {
      this.#push({ snapshot, edit: '' });
      this.arrived();
      return this.#writeSoon();
    }
    const edit = editBetween(current.snapshot, snapshot);
    if (edit === '') return;
    const began = current.snapshot.any === null;
    if (began || edit === current.edit) current.snapshot = snapshot;
    else this.#push({ snapshot, edit });
    this.#writeSoon();
  }

  #push(entry: Entry): void {
    this.#at += 1;
    this.#entries.splice(this.#at, this.#entries.length, entry);
    this.#history('pushState', location.hash);
    this.store.set({}); // what can be undone has changed
  }

  #put(at: number): void {
    this.#at = at;
    this.#entries.splice(at, this.#entries.length, {
      snapshot: snapshotOf(this.store.state),
      edit: '',
    });
    this.#history('replaceState', location.hash);
  }

  // A frame without an address of its own has no history to write to; editing goes on.
  #history(how: 'pushState' | 'replaceState', hash: string): void {
    try {
      history[how]({ trail: this.#id, at: this.#at }, '', hash === '' ? null : hash);
    } catch {
      clearTimeout(this.#timer);
    }
  }

  #writeSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.write(), kRest);
  }

  // The address of what is entered now, also as a link to copy; false where it would be too long.
  async write(): Promise<boolean> {
    clearTimeout(this.#timer);
    const at = this.#at;
    const address = await this.#address();
    if (at !== this.#at || !this.#isHere() || !address) return false;
    const hash = hashOf(address);
    if (hash !== location.hash) this.#history('replaceState', hash);
    return true;
  }

  async #address(): Promise<Address | null> {
    const { view, any } = this.store.state;
    const first = this.#pristine();
    const isPreset = view === 'any' && any !== null && !any.changed;
    const scenario = first || isPreset ? null : scenarioOf(this.store);
    const packed = scenario ? await pack(linkText(scenario)) : '';
    if (packed === null) return null;
    const preset = isPreset && !first ? any.preset : '';
    const within = addressOf(location.hash)?.within ?? '';
    return { view, within, language, preset, scenario: packed };
  }

  #pristine(): boolean {
    const { view, drafts, any } = this.store.state;
    if (view === 'any') return any === null || (!any.changed && any.preset === this.store.firstPreset);
    return sheetsOf(view).every((id) => drafts[id] === this.store.opening[id]);
  }

  readonly #pop = ({ state }: PopStateEvent): void => {
    const { trail, at } = (state ?? {}) as { trail?: number; at?: number };
    const entry = trail === this.#id && at !== undefined ? this.#entries[at] : undefined;
    if (!entry) return;
    clearTimeout(this.#timer);
    const { view } = this.store.state;
    this.#at = at!;
    this.store.set({ ...entry.snapshot, notice: null });
    if (entry.snapshot.view !== view) this.arrived();
  };

  readonly #hash = (): void => {
    if (this.#isHere()) return;
    const address = addressOf(location.hash);
    if (!address) return;
    const isOther = address.view !== this.store.state.view;
    this.store.set({ view: address.view, notice: null });
    this.#put(this.#at + 1);
    if (isOther) this.arrived();
    void this.#open();
  };

  async #open(): Promise<void> {
    const { hash } = location;
    const address = addressOf(hash);
    if (!address) return;
    if (address.language) useLanguage(address.language);
    this.#opening = hash;
    const change = await openAddress(this.store, address);
    if (this.#opening !== hash) return;
    this.#opening = null;
    if (change) {
      this.store.set(change);
      this.#put(this.#at);
    }
    this.#writeSoon();
  }
}
