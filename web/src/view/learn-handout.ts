// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import { learnWords } from '../i18n/learn.js';
import type { Sheet } from '../lessons/class-set.js';
import { figureIn, filled, type Lesson } from '../lessons/lesson.js';
import { figures } from './learn-parts.js';

// Sheets for paper, from the same data as the lesson: blank, answered, or a set with its key.
export type HandoutKind = 'blank' | 'answered' | 'set';

// What is asked for on a sheet, and what the engine settles it to.
function tasksOf(lesson: Lesson, { example, varied, solved }: Sheet, language: Language) {
  const cases = { now: example, new: varied, goal: solved, old: example };
  const { vary, puzzle } = lesson.texts[language];
  const asked = lesson.figures[lesson.vary.asks]!.label[language];
  return [
    {
      text: learnWords(language).workOut(asked),
      answer: figureIn(example, lesson.vary.asks, language),
    },
    { text: filled(vary, cases, language), answer: figureIn(varied, lesson.vary.asks, language) },
    {
      text: filled(puzzle, cases, language),
      answer: figureIn(solved, lesson.puzzle.given, language),
    },
  ];
}

function page(
  lesson: Lesson,
  sheet: Sheet,
  language: Language,
  isAnswered: boolean,
): TemplateResult {
  const words = learnWords(language);
  const { title, hook } = lesson.texts[language];
  const number = sheet.number > 0 ? `, ${words.sheet(sheet.number).toLowerCase()}` : '';
  return html`<section class="sheet">
    <h2>${title}${number}</h2>
    <p class="sheet-name">${words.name} <span class="blank"></span></p>
    <p>${filled(hook, { now: sheet.example }, language)}</p>
    ${figures(words.given, lesson.givens, [{ head: words.given, one: sheet.example }], language)}
    <ol>
      ${tasksOf(lesson, sheet, language).map(
        ({ text, answer }) =>
          html`<li>
            <p>${text}</p>
            ${isAnswered
              ? html`<p class="sheet-answer">${answer}</p>`
              : html`<p><span class="blank"></span></p>`}
          </li>`,
      )}
    </ol>
    <p class="source">${words.source}</p>
  </section>`;
}

function answerKey(
  lesson: Lesson,
  sheets: readonly Sheet[],
  language: Language,
  seed: string,
): TemplateResult {
  const words = learnWords(language);
  return html`<section class="sheet">
    <h2>${lesson.texts[language].title}: ${words.key}</h2>
    <p>${words.seedOf(seed)}</p>
    <table class="ledger answer-key">
      <caption class="visually-hidden">
        ${words.key}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${[1, 2, 3].map((task) => html`<th scope="col" class="figure">${task}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${sheets.map(
          (sheet) =>
            html`<tr>
              <th scope="row">${words.sheet(sheet.number)}</th>
              ${tasksOf(lesson, sheet, language).map(
                ({ answer }) => html`<td class="figure">${answer}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function handoutPages(
  lesson: Lesson,
  sheets: readonly Sheet[],
  kind: HandoutKind,
  { language, seed }: { language: Language; seed: string },
): TemplateResult {
  return html`<div class="sheets">
    ${sheets.map((sheet) => page(lesson, sheet, language, kind === 'answered'))}
    ${kind === 'set' ? answerKey(lesson, sheets, language, seed) : nothing}
  </div>`;
}
