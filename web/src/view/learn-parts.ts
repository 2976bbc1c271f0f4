// SPDX-License-Identifier: Apache-2.0
import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import { learnWords } from '../i18n/learn.js';
import {
  exact,
  figureIn,
  shown,
  textOf,
  typedAs,
  type Case,
  type Lesson,
  type Task,
} from '../lessons/lesson.js';
import type { Json } from '../model/json.js';

// Pieces of a lesson's steps.
interface Column {
  head: string;
  one: Case;
}

// Figures by name, of one case or of two side by side.
export function figures(
  caption: string,
  names: readonly string[],
  columns: readonly Column[],
  language: Language,
): TemplateResult {
  const { lesson } = columns[0]!.one;
  const heads = columns.length > 1;
  return html`<table class="ledger lesson-figures">
    <caption>
      ${caption}
    </caption>
    <thead class=${heads ? '' : 'visually-hidden'}>
      <tr>
        <th scope="col">${learnWords(language).figure}</th>
        ${columns.map(({ head }) => html`<th scope="col" class="figure">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${names.map(
        (name) =>
          html`<tr class="line">
            <th scope="row">${lesson.figures[name]!.label[language]}</th>
            ${columns.map(
              ({ one }) => html`<td class="figure">${figureIn(one, name, language)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

// A figure that has only few values is chosen, every other one typed.
function choicesOf(example: Case, { given, to }: Task): readonly string[] {
  const { unit } = example.lesson.figures[given]!;
  if (unit === 'flag') return ['true', 'false'];
  return unit === 'word' ? [exact(example, given), textOf(to)] : [];
}

export interface Entry {
  id: string;
  label: string;
  typed: string;
  type: (text: string) => void;
}

export function entry({ id, label, typed, type }: Entry): TemplateResult {
  const input = (event: Event): void => type((event.target as HTMLInputElement).value);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      class="figure"
      autocomplete="off"
      maxlength="40"
      .value=${typed}
      @input=${input}
    />
  </div>`;
}

// The figure that a task changes, as a field of its own kind.
export function taskEntry(
  example: Case,
  task: Task,
  language: Language,
  one: Entry,
): TemplateResult {
  const choices = choicesOf(example, task);
  if (choices.length === 0) return entry(one);
  const { unit } = example.lesson.figures[task.given]!;
  const choose = (event: Event): void => one.type((event.target as HTMLSelectElement).value);
  return html`<div class="field">
    <label for=${one.id}>${one.label}</label>
    <select id=${one.id} @change=${choose}>
      ${choices.map(
        (value) =>
          html`<option value=${value} ?selected=${value === one.typed}>
            ${shown(unit, value, language)}
          </option>`,
      )}
    </select>
  </div>`;
}

// What a field of a task holds, as the documents have it; undefined where it is no figure.
export function readEntry(lesson: Lesson, task: Task, typed: string): Json | undefined {
  const { unit } = lesson.figures[task.given]!;
  if (unit === 'flag') return typed === 'true';
  return typedAs(unit, typed);
}

// The figure of a case as it would be typed.
export function asTyped(one: Case, name: string, language: Language): string {
  const { unit } = one.lesson.figures[name]!;
  return unit === 'flag' || unit === 'word'
    ? exact(one, name)
    : figureIn(one, name, language, true);
}

// What the keys do while a lesson is presented.
export function keyList(language: Language): TemplateResult {
  const { keysTitle, keyList: keys } = learnWords(language);
  return html`<section class="key-list" aria-labelledby="key-list-title">
    <h2 id="key-list-title">${keysTitle}</h2>
    <dl>
      ${keys.map(
        ([key, what]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
