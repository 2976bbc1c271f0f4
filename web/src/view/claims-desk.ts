// SPDX-License-Identifier: Apache-2.0
import { PopulationWorker, Stopped } from '../engine/population.js';
import { kKinds, type KindMapping, type SourceKind } from '../engine/population-protocol.js';
import { t } from '../i18n/index.js';
import {
  canRead,
  emptyClaims,
  emptySearch,
  hasAll,
  kParts,
  mappedKind,
  readingOrder,
  sourcesOf,
  type ClaimsFile,
  type ClaimsState,
} from '../model/claims.js';
import { mappingOf, type Choice } from '../model/claims-mapping.js';
import { withLook } from '../model/claims-progress.js';
import type { ExplanationAnswer, PopulationAnswer } from '../model/claims-result.js';
import { askedFacts, settlementDraft, termsFor } from '../model/claims-settlement.js';
import { placed, termsText, type TermsDraft } from '../model/claims-terms.js';
import type { Store } from '../model/store.js';
import { sortDropped } from './claims-dropped.js';
import { passFocus } from './claims-focus.js';
import { looked, mapped, opened, sniffsIn, withChoices, type Sniffs } from './claims-look.js';
import { save } from '../components/save.js';

// What the view from claims to settlement does: takes files, has them read in a worker, asks it.
// Whatever is under way belongs to a run; a newer run makes its answer void.

const kTermsRest = 250; // milliseconds without a change, before the terms are applied

export class ClaimsDesk {
  #worker: PopulationWorker | null = null;
  #run = 0;
  #dropping: Promise<void> = Promise.resolve();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly store: Store,
    readonly wasm: Uint8Array,
  ) {}

  get state(): ClaimsState {
    return this.store.state.claims;
  }
  set(part: Partial<ClaimsState>): void {
    this.store.set({ claims: { ...this.state, ...part } });
  }

  #asked(): PopulationWorker {
    this.#worker ??= new PopulationWorker(this.wasm);
    return this.#worker;
  }

  get #isReading(): boolean {
    return this.state.phase === 'reading' || this.state.phase === 'computing';
  }

  #stop(): void {
    this.#run += 1;
    this.#worker?.stop();
    this.#worker = null;
  }

  // One drop after another. Files of all kinds in any order. Those that say which they are and have all their columns are
  // read at once when there are some of each kind.
  drop(files: readonly File[]): Promise<void> {
    this.#dropping = this.#dropping
      .then(() => this.#drop(files))
      .catch((error: unknown) => this.#failed(error));
    return this.#dropping;
  }

  async #drop(files: readonly File[]): Promise<void> {
    const dropped = await sortDropped(files);
    if (dropped.terms) this.useTerms(dropped.terms);
    const changes = dropped.tables.length > 0 || dropped.mapping !== null;
    // The files change, so what is being read is read in vain; and a worker at it answers nothing.
    if (changes && this.#isReading) this.#forget(this.state.files);
    const mapping = dropped.mapping ?? {};
    const added: ClaimsFile[] = [];
    for (const table of dropped.tables) added.push(await looked(table, this.#sniff, mapping));
    // Those that are there by now, and not under the same name among the new ones.
    const kept: ClaimsFile[] = [];
    for (const file of this.state.files)
      if (!added.some((one) => one.file.name === file.file.name))
        kept.push(dropped.mapping ? await mapped(file, this.#sniff, mapping) : file);
    if (changes) this.#forget([...kept, ...added]);
    this.set({ problems: dropped.problems });
    if (dropped.contract) this.useContract(dropped.contract, '');
    if (changes && hasAll(this.state)) void this.read();
  }

  // Other files: what was computed of the ones before is gone.
  #forget(files: readonly ClaimsFile[]): void {
    const { terms, settlement } = this.state;
    this.#stop();
    const phase = files.length > 0 ? 'ready' : 'empty';
    this.set({ ...emptyClaims, terms, settlement, files, phase });
  }

  readonly #sniff = async (head: Uint8Array, mapping: KindMapping): Promise<Sniffs> => {
    const byKind = Object.fromEntries(kKinds.map((kind) => [kind, mapping]));
    const ask = () => this.#asked().ask({ ask: 'sniff', head, mapping: byKind });
    // Other files may end the worker meanwhile; the next one sniffs as well.
    const texts = await ask().catch((error: unknown) => {
      if (error instanceof Stopped) return ask();
      throw error;
    });
    return sniffsIn(texts);
  };

  #change(id: number, change: (file: ClaimsFile) => ClaimsFile): void {
    const files = this.state.files.map((file) => (file.id === id ? change(file) : file));
    this.set({ files });
  }

  remove(id: number): void {
    const rest = this.state.files.filter((file) => file.id !== id);
    const next = rest.at(-1);
    passFocus(`claims-remove-${id}`, next ? `claims-remove-${next.id}` : 'claims-files');
    this.#forget(rest);
  }

  setKind(id: number, kind: SourceKind | ''): void {
    const files = this.state.files.map((file) =>
      file.id === id ? opened({ ...file, kind, mapping: {}, choices: null }) : file,
    );
    this.#forget(files);
  }

  // Opens the panel in which columns are chosen, or closes it.
  toggleMapping(id: number): void {
    this.#change(id, (file) => (file.choices ? { ...file, choices: null } : withChoices(file)));
  }

  choose(id: number, field: string, choice: Choice): void {
    this.#change(id, (file) => ({ ...file, choices: { ...file.choices, [field]: choice } }));
  }

  async applyMapping(id: number): Promise<void> {
    const file = this.state.files.find((one) => one.id === id);
    const kind = file ? mappedKind(file) : '';
    if (!file?.choices || kind === '') return;
    const mapping = mappingOf(file.choices, file.mapping);
    const sniff = (await this.#sniff(file.head, mapping))[kind];
    if (!sniff) return;
    const sniffs = { ...file.sniffs, [kind]: sniff };
    const choices = sniff.missing.length === 0 ? null : file.choices;
    const files = this.state.files.map((one) =>
      one.id === id ? { ...one, mapping, sniffs, choices } : one,
    );
    this.#forget(files);
    const isReady = hasAll(this.state);
    passFocus(`map-${id}-use`, isReady ? 'claims-cancel' : 'claims-read');
    if (isReady) void this.read();
  }

  async read(): Promise<void> {
    const { terms, files } = this.state;
    if (!canRead(this.state)) return;
    this.#stop();
    passFocus('claims-read', 'claims-cancel');
    const run = this.#run;
    const text = termsText(terms);
    this.set({
      ...{ phase: 'reading', looks: [], reading: '', result: null, failure: '', issues: [] },
      search: emptySearch,
    });
    const worker = this.#asked();
    const order = readingOrder(files);
    const total = order.reduce((sum, { file }) => sum + file.size, 0);
    worker.onProgress = ({ file, bytes }) => {
      if (run !== this.#run) return;
      const looks = withLook(this.state.looks, { at: performance.now(), bytes });
      const phase = bytes >= total ? 'computing' : 'reading';
      this.set({ phase, looks, reading: order[file]?.file.name ?? '' });
    };
    try {
      const answer = await worker.ask({ ask: 'read', terms: text, files: sourcesOf(files) });
      if (run !== this.#run) return;
      if (!('refusal' in answer)) this.#computed(answer.result, text);
      else if (answer.file === undefined) this.#refused(answer.refusal);
      else this.#refusedFile(answer.refusal, answer.file);
    } catch (error) {
      if (run === this.#run && !(error instanceof Stopped)) this.#failed(error);
    }
  }

  cancel(): void {
    this.#stop();
    passFocus('claims-cancel', 'claims-read');
    this.set({ phase: 'ready', looks: [], reading: '', problems: [t.claims.cancelled] });
  }

  #failed(error: unknown): void {
    this.#stop();
    passFocus('claims-cancel', 'claims-read');
    const failure = error instanceof Error ? error.message : String(error);
    this.set({ phase: 'failed', looks: [], failure });
  }

  #refused(text: string): void {
    const { issues } = JSON.parse(text) as { issues: ClaimsState['issues'] };
    this.set({ issues: placed(issues), phase: this.state.result ? 'done' : 'ready' });
  }

  #refusedFile(text: string, file: string): void {
    this.#stop();
    const { issues } = JSON.parse(text) as { issues: ClaimsState['issues'] };
    const problems = issues.map(({ path, message }) => `${path || file}: ${message}`);
    passFocus('claims-cancel', 'claims-read');
    this.set({ phase: 'ready', looks: [], problems });
  }

  #computed(text: string, terms: string): void {
    const answer = JSON.parse(text) as PopulationAnswer;
    if (!answer.ok) return this.#refused(text);
    passFocus('claims-cancel', 'claims-result-title');
    const parts = this.state.result ? kParts : 1;
    this.set({ phase: 'done', result: answer, parts, resultTerms: terms, issues: [] });
    this.#unfold();
    const { settlement } = this.state;
    if (settlement) this.useContract(settlement.documents.contract, settlement.preset);
  }

  #unfold(): void {
    requestAnimationFrame(() => {
      const { result, parts } = this.state;
      if (!result || parts >= kParts) return;
      this.set({ parts: parts + 1 });
      this.#unfold();
    });
  }

  editTerms(change: (draft: TermsDraft) => TermsDraft): void {
    this.useTerms(change(this.state.terms));
  }

  // Applied once they rest; only the newest answer counts.
  useTerms(terms: TermsDraft): void {
    this.set({ terms });
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#applyTerms(), kTermsRest);
  }

  async #applyTerms(): Promise<void> {
    const { terms } = this.state;
    // What is being read now is read under the terms before: begin anew, reading is quick.
    if (this.#isReading) return void this.read();
    const run = this.#run;
    const text = termsText(terms);
    try {
      const answer = await this.#asked().ask({ ask: 'terms', terms: text });
      if (run !== this.#run || this.state.terms !== terms) return;
      if ('refusal' in answer) this.#refused(answer.refusal);
      else if (answer.result !== '') this.#computed(answer.result, text);
      else this.set({ issues: [] });
      const { typed } = this.state.search;
      if (this.state.search.explanation) void this.explain(typed);
    } catch (error) {
      if (run === this.#run && !(error instanceof Stopped)) this.#failed(error);
    }
  }

  typeMember(typed: string): void {
    this.set({ search: { ...this.state.search, typed } });
  }

  async explain(typed: string): Promise<void> {
    const member = typed.trim();
    if (member === '' || !this.state.result) return;
    const text = await this.#asked().ask({ ask: 'explain', member });
    const answer = JSON.parse(text) as ExplanationAnswer;
    const found = answer.ok ? answer : null;
    const problem = found ? '' : t.claims.notFound(member);
    if (this.state.search.typed === typed)
      this.set({ search: { typed, explanation: found, problem } });
  }

  async saveTable(name: string): Promise<void> {
    save(`${name}.csv`, await this.#asked().ask({ ask: 'table', name }), 'text/csv');
  }

  useContract(contract: TermsDraft['documents']['population'], preset: string): void {
    const { any } = this.store;
    const { result, settlement, terms } = this.state;
    // The forms are still being unpacked: once they are, this contract is waited for.
    const again = () => this.useContract(contract, preset);
    if (!any) return this.store.addEventListener('change', again, { once: true });
    const fitting = termsFor(contract, terms);
    if (fitting !== terms) this.useTerms(fitting);
    const facts = result?.experience ?? { format: 'gainshare-experience-1' };
    const asked = askedFacts(any, contract);
    this.set({ settlement: settlementDraft(contract, preset, facts, settlement, asked) });
  }
}
