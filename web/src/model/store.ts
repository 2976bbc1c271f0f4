// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/module.js';
import { loadForms } from '../form/data.js';
import { AnyContracts, firstPreset, presetDraft, type AnyDraft } from './any.js';
import { documents, type Documents } from './documents.js';
import type { Draft, FieldGroup } from './fields.js';
import { sheetConstants, sheetGroups, type SheetId } from './sheets.js';
import type { State } from './state.js';
import type { Catalogue, Issue, Settlement } from './wire.js';

// A sheet settled: a settlement, or every issue that stands in its way, never both and never
// what an earlier input gave.
export interface Settled {
  draft: Draft;
  title: string;
  groups: readonly FieldGroup[];
  documents: Documents;
  settlement: Settlement | null;
  issues: readonly Issue[];
}

// The one store of the page. Contract and experience are state; a result is derived from them by
// the engine whenever it is asked for, and kept only as long as its draft.
export class Store extends EventTarget {
  readonly engine: Engine;
  readonly catalogue: Catalogue;
  readonly opening: State['drafts']; // what stands in the fields when the page opens
  readonly #titles: () => Readonly<Record<SheetId, string>>; // in the language of the page
  readonly #settled = new Map<SheetId, Settled>();
  #state: State;
  #any: AnyContracts | null = null;
  #loading: Promise<AnyContracts> | null = null;

  constructor(engine: Engine, state: State, titles: () => Readonly<Record<SheetId, string>>) {
    super();
    this.engine = engine;
    this.#state = state;
    this.opening = state.drafts;
    this.#titles = titles;
    this.catalogue = engine.describe();
  }

  get state(): State {
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event('change'));
  }

  // Types the same text into one field of one or several sheets.
  type(sheets: readonly SheetId[], path: string, text: string): void {
    const drafts = { ...this.#state.drafts };
    for (const id of sheets) drafts[id] = { ...drafts[id], [path]: text };
    this.set({ drafts });
  }

  // The contracts of any kind, once their forms are unpacked, which asking for them begins.
  get any(): AnyContracts | null {
    void this.forms();
    return this.#any;
  }

  forms(): Promise<AnyContracts> {
    this.#loading ??= loadForms().then((data) => {
      this.#any = new AnyContracts(data, this.catalogue, this.engine);
      this.set({ any: this.#state.any ?? presetDraft(firstPreset(data.presets)) });
      return this.#any;
    });
    return this.#loading;
  }

  get firstPreset(): string {
    return this.#any ? firstPreset(this.#any.data.presets).id : '';
  }

  edit(change: (draft: AnyDraft) => AnyDraft): void {
    if (this.#state.any) this.set({ any: change(this.#state.any) });
  }

  title(id: SheetId): string {
    const typed = this.#state.drafts[id]['/contract/title']?.trim();
    return typed || this.titleUnlessTyped(id);
  }

  titleUnlessTyped(id: SheetId): string {
    return this.#titles()[id];
  }

  settled(id: SheetId): Settled {
    const draft = this.#state.drafts[id];
    const known = this.#settled.get(id);
    const title = this.title(id);
    if (known?.draft === draft && known.title === title) return known;
    const groups = sheetGroups(id, draft, this.catalogue);
    const made = documents(draft, groups, sheetConstants(id, draft, title));
    const answer = this.engine.settle(made.contract, made.experience);
    const unreadable = [...made.readings].filter(([, reading]) => reading.state === 'unreadable');
    const own: Issue[] = unreadable.map(([path]) => ({ path, code: 'unreadable', message: '' }));
    const theirs = answer.ok ? [] : answer.issues.filter((issue) => !covered(issue, own));
    const issues = [...own, ...theirs];
    const settled: Settled = {
      draft,
      title,
      groups,
      documents: made,
      settlement: answer.ok && own.length === 0 ? answer : null,
      issues,
    };
    this.#settled.set(id, settled);
    return settled;
  }
}

const covered = (issue: Issue, by: readonly Issue[]): boolean =>
  by.some(({ path }) => issue.path === path);
