// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { field, fieldId, type FieldContext } from '../components/field.js';
import type { ColumnNode, FormNode, GroupNode, ListNode, MapNode } from '../form/node.js';
import { kNames } from '../form/nodes.js';
import { t } from '../i18n/index.js';
import type { Parts } from '../form/part.js';
import * as edits from '../model/any-edits.js';
import type { ShownIssue } from '../model/shown-issues.js';
import { alternativesSelect, openNext, opens } from './any-parts.js';

// The form of a document, made from the schema: fields, groups, lists and alternatives, whatever
// the kind of contract.

export class FormView<D extends edits.FormDraft> {
  readonly #context: FieldContext;

  constructor(
    readonly owner: edits.FormOwner<D>,
    readonly issues: readonly ShownIssue[],
    nodes: readonly FormNode[],
  ) {
    const byPointer = new Map(nodes.map((node) => [node.pointer, node]));
    const draft: Record<string, string> = {};
    for (const node of nodes) if (node.type === 'field') draft[node.pointer] = node.text;
    const type = (pointer: string, text: string): void => {
      const node = byPointer.get(pointer);
      if (node?.type === 'field') owner.edit((old) => edits.type(old, node, text));
    };
    this.#context = { prefix: owner.prefix, draft, issues, type };
  }

  #id(pointer: string): string {
    return fieldId(this.owner.prefix, pointer);
  }

  // Edits, then puts the focus where the work goes on.
  #do(change: (draft: D) => D, focus?: string): void {
    this.owner.edit(change);
    if (focus === undefined) return;
    requestAnimationFrame(() => {
      const place = document.getElementById(this.#id(focus));
      const inner = place?.querySelector<HTMLElement>('input, select, textarea, summary, button');
      (place?.matches('input, select, textarea, button') ? place : inner)?.focus();
    });
  }

  get #parts(): Parts {
    return this.owner.parts;
  }

  #errors(pointer: string): TemplateResult | typeof nothing {
    const found = this.issues.filter(({ spec }) => spec?.path === pointer);
    if (found.length === 0) return nothing;
    return html`<p class="error">
      <strong>${t.issues.prefix}</strong> ${found.map(({ message }) => message).join(' ')}
    </p>`;
  }

  #button(label: string, name: string, act: () => void, disabled = false): TemplateResult {
    return html`<button
      type="button"
      class="small"
      aria-label=${name}
      ?disabled=${disabled}
      @click=${act}
    >
      ${label}
    </button>`;
  }

  #remove(node: FormNode, focus: string): TemplateResult {
    return this.#button(t.any.remove, t.any.removeOf(node.label), () =>
      this.#do((draft) => edits.remove(draft, node.pointer), focus),
    );
  }

  #alternatives(node: FormNode): TemplateResult | typeof nothing {
    const { alternatives } = node;
    if (!alternatives || alternatives.names.length < 2) return nothing;
    const isLeaf = node.type === 'field' || node.type === 'constant';
    const id = `${this.#id(node.pointer)}-which`;
    const choose = (to: number) => this.#do((draft) => edits.choose(draft, node, to, this.#parts));
    return html`<div class="field wide">
      <label for=${id}>${isLeaf ? t.any.statedAs(node.label) : t.any.alternative}</label>
      ${alternativesSelect(id, alternatives, choose)}
    </div>`;
  }

  #addable(node: GroupNode): TemplateResult | typeof nothing {
    if (node.addable.length === 0) return nothing;
    return html`<div class="adds" role="group" aria-label=${t.any.addMore(node.label)}>
      ${node.addable.map(({ key, label, help, part }) => {
        const pointer = `${node.pointer}/${key}`;
        return html`<button
          type="button"
          class="small add"
          id=${this.#id(pointer)}
          title=${help || nothing}
          aria-label=${t.any.add(label)}
          @click=${() =>
            this.#do((draft) => edits.addMember(draft, pointer, part, this.#parts), pointer)}
        >
          ${label}
        </button>`;
      })}
    </div>`;
  }

  // What a group holds, without its frame.
  #inside(node: FormNode): TemplateResult {
    if (node.type === 'field' || node.type === 'column' || node.type === 'raw')
      return html`${this.#alternatives(node)}${this.node(node, true)}`;
    const help = node.help ? html`<p class="hint">${node.help}</p>` : nothing;
    const around = html`${help}${this.#errors(node.pointer)}${this.#alternatives(node)}`;
    if (node.type !== 'group') return html`${around}${this.node(node, true)}`;
    return html`<div class="fields">${around}${node.members.map((one) => this.node(one))}</div>
      ${this.#addable(node)}`;
  }

  #framed(node: FormNode, inside: TemplateResult): TemplateResult {
    const parent = node.pointer.slice(0, node.pointer.lastIndexOf('/'));
    return html`<fieldset
      class="part"
      id=${this.#id(node.pointer)}
      tabindex="-1"
      aria-label=${node.label}
    >
      <legend>${node.label} ${node.removable ? this.#remove(node, parent) : nothing}</legend>
      ${inside}
    </fieldset>`;
  }

  // An item that is as it was, with the same issues, is not rendered again.
  #guarded(item: FormNode, list: ListNode, i: number): unknown {
    const inside = (pointer: string | undefined): boolean =>
      pointer === item.pointer || (pointer?.startsWith(`${item.pointer}/`) ?? false);
    const issues = this.issues.filter(({ spec }) => inside(spec?.path));
    const words = issues.map(({ spec, message }) => `${spec?.path} ${message}`).join('\n');
    return guard([item, list.items.length, i, words], () => this.#item(item, list, i));
  }

  #item(item: FormNode, list: ListNode, i: number): TemplateResult {
    const { pointer, label } = item;
    const count = list.items.length;
    const to = (by: number) => `${list.pointer}/${i + by}`;
    const move = (by: number) => () =>
      this.#do((draft) => edits.moveItem(draft, pointer, by), to(by));
    return html`<details
      class="item"
      id=${this.#id(pointer)}
      tabindex="-1"
      ?open=${opens(pointer, count)}
    >
      <summary>${label}</summary>
      <div role="group" aria-label=${label}>
        ${this.#inside(i === 0 ? item : { ...item, help: '' })}
        <div class="part-tools">
          ${
            count > 1
              ? html`${this.#button(t.any.up, t.any.upOf(label), move(-1), i === 0)}
                ${this.#button(t.any.down, t.any.downOf(label), move(1), i === count - 1)}`
              : nothing
          }
          ${count > (list.part.min ?? 0) ? this.#remove(item, list.pointer) : nothing}
        </div>
      </div>
    </details>`;
  }

  #list(node: ListNode): TemplateResult {
    const { pointer, items, itemName, part } = node;
    const next = `${pointer}/${items.length}`;
    const full = part.max !== undefined && items.length >= part.max;
    const add = () => {
      openNext(next);
      this.#do((draft) => edits.addItem(draft, node, this.#parts), next);
    };
    return html`${items.map((item, i) => this.#guarded(item, node, i))}
      <div class="adds">
        <button
          type="button"
          class="small add"
          aria-label=${t.any.addItem(itemName)}
          ?disabled=${full}
          @click=${add}
        >
          ${itemName}
        </button>
      </div>`;
  }

  #column(node: ColumnNode): TemplateResult {
    const id = this.#id(node.pointer);
    const own = this.issues.filter(({ spec }) => spec?.path === node.pointer);
    return html`<div class="field field-column ${own.length > 0 ? 'has-error' : ''}">
      <label for=${id}>${node.label}</label>
      <textarea
        id=${id}
        class="figure"
        rows=${Math.min(12, Math.max(3, node.text.split('\n').length))}
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${own.length > 0 ? 'true' : nothing}
        aria-describedby="${id}-hint"
        .value=${live(node.text)}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLTextAreaElement;
          this.#do((draft) => edits.typeColumn(draft, node, value));
        }}
      ></textarea>
      <p class="hint" id="${id}-hint">${node.help} ${t.any.columnHint}</p>
      ${this.#errors(node.pointer)}
    </div>`;
  }

  #map(node: MapNode): TemplateResult {
    const { pointer, entries } = node;
    return html`${entries.map(({ key, node: value }) => {
        const id = `${this.#id(value.pointer)}-name`;
        return html`<div class="entry-row">
          <div class="field">
            <label for=${id}>${t.any.entryName}</label>
            <input
              id=${id}
              type="text"
              list=${kNames}
              autocomplete="off"
              spellcheck="false"
              maxlength="60"
              aria-label=${t.any.entryNameOf(key)}
              .value=${live(key)}
              @change=${(event: Event) => {
                const { value: to } = event.target as HTMLInputElement;
                this.#do((draft) => edits.renameEntry(draft, pointer, key, to));
              }}
            />
          </div>
          ${this.node(value)} ${this.#remove(value, pointer)}
        </div>`;
      })}
      <div class="adds">
        <button
          type="button"
          class="small add"
          aria-label=${t.any.addItem(node.label)}
          @click=${() => this.#do((draft) => edits.addEntry(draft, node, this.#parts), pointer)}
        >
          ${t.any.addEntry}
        </button>
      </div>`;
  }

  #raw(node: FormNode & { type: 'raw' }): TemplateResult {
    const parent = node.pointer.slice(0, node.pointer.lastIndexOf('/'));
    return html`<div class="field raw" id=${this.#id(node.pointer)} tabindex="-1">
      <span>${node.label}</span> <code>${node.text}</code>
      <p class="hint">${t.any.rawHint}</p>
      ${this.#errors(node.pointer)} ${this.#remove(node, parent)}
    </div>`;
  }

  // `bare`: the frame around it is already there.
  node(node: FormNode, bare = false): TemplateResult | typeof nothing {
    switch (node.type) {
      case 'constant':
        return node.alternatives && !bare ? this.#framed(node, this.#inside(node)) : nothing;
      case 'raw':
        return this.#raw(node);
      case 'column':
        return html`${this.#column(node)}${
          node.removable && !bare
            ? this.#remove(node, node.pointer.slice(0, node.pointer.lastIndexOf('/')))
            : nothing
        }`;
      case 'field':
        return html`${bare ? nothing : this.#alternatives(node)}${field(
          node.spec,
          this.#context,
          node.label,
        )}`;
      case 'list':
        return bare ? this.#list(node) : this.#framed(node, this.#inside(node));
      case 'map':
        return bare ? this.#map(node) : this.#framed(node, this.#inside(node));
      case 'group':
        return this.#framed(node, this.#inside(node));
    }
  }

  // A whole document: its groups under a heading of the view.
  root(node: FormNode): TemplateResult {
    return this.#inside({ ...node, help: '' });
  }
}
