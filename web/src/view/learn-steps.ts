// SPDX-License-Identifier: Apache-2.0
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../components/live-region.js';
import type { Engine } from '../engine/module.js';
import type { Language } from '../i18n/language.js';
import { learnWords } from '../i18n/learn.js';
import { handout, type Sheet } from '../lessons/class-set.js';
import {
  exact,
  figureIn,
  filled,
  same,
  settleCase,
  shown,
  textOf,
  tried,
  typedAs,
  type Case,
  type Lesson,
} from '../lessons/lesson.js';
import type { Json } from '../model/json.js';
import { lessonPicture } from './learn-pictures.js';
import { asTyped, entry, figures, readEntry, taskEntry } from './learn-parts.js';

// The steps of a lesson. What a person has typed and seen is kept for as long as the lesson is open.
export interface Progress {
  prediction: string;
  revealed: boolean; // what the step hides
  other: string | null; // of the figure that is varied; null is the lesson's own
  answer: string;
  checked: Json | null; // the answer that the engine was asked about
}
export const noProgress: Progress = {
  prediction: '',
  revealed: false,
  other: null,
  answer: '',
  checked: null,
};
export interface StepContext {
  engine: Engine;
  lesson: Lesson;
  language: Language;
  presenting: boolean;
  progress: Progress;
  set(change: Partial<Progress>): void;
}

const casesOf = ({ example, varied, solved }: Sheet) => ({
  now: example,
  old: example,
  new: varied,
  goal: solved,
});

function revealButton({ language, set }: StepContext): TemplateResult {
  const { reveal } = learnWords(language);
  return html`<p class="step-actions">
    <button type="button" class="main-button" @click=${() => set({ revealed: true })}>${reveal}</button>
  </p>`;
}

export function ideaStep({ engine, lesson, language }: StepContext): TemplateResult {
  const example = settleCase(engine, lesson);
  return html`<p class="hook">${filled(lesson.texts[language].hook, { now: example }, language)}</p>`;
}

export function exampleStep(context: StepContext): TemplateResult {
  const { engine, lesson, language, presenting, progress } = context;
  const words = learnWords(language);
  const example = settleCase(engine, lesson);
  const given = figures(words.given, lesson.givens, [{ head: words.given, one: example }], language);
  if (presenting && !progress.revealed)
    return html`${given}
      <p class="hint">${words.hidden}</p>
      ${revealButton(context)}`;
  return html`${given}
    <p class="outcome">${filled(lesson.texts[language].example, { now: example }, language)}</p>
    ${lessonPicture(engine, example, language)}
    ${figures(words.settled, lesson.results, [{ head: words.settled, one: example }], language)}`;
}

// What was predicted beside what the engine settled.
function predictedOf({ lesson, language, progress }: StepContext, varied: Case): string {
  const words = learnWords(language);
  const { asks } = lesson.vary;
  const { unit, label } = lesson.figures[asks]!;
  const is = figureIn(varied, asks, language);
  if (progress.prediction.trim() === '') return words.notPredicted(label[language], is);
  const read = typedAs(unit, progress.prediction);
  if (read === undefined) return words.predicted(progress.prediction, is);
  return same(textOf(read), exact(varied, asks))
    ? words.predictedRight(is)
    : words.predicted(shown(unit, textOf(read), language), is);
}

// The figure that is varied, at any other value.
function otherFigures(context: StepContext, sheet: Sheet): TemplateResult {
  const { engine, lesson, language, progress, set } = context;
  const words = learnWords(language);
  const { given } = lesson.vary;
  const { example, varied } = sheet;
  const typed = progress.other ?? asTyped(varied, given, language);
  const value = readEntry(lesson, lesson.vary, typed);
  const one = value === undefined ? null : settleCase(engine, lesson, { [given]: value });
  const problem =
    one === null ? words.unreadable(typed) : one.issues[0] && words.refused(one.issues[0].message);
  const columns = [
    { head: words.example, one: example },
    ...(one && !problem ? [{ head: words.now, one }] : []),
  ];
  return html`<div class="others">
      ${taskEntry(example, lesson.vary, language, {
        id: 'lesson-other',
        label: `${words.others}: ${lesson.figures[given]!.label[language]}`,
        typed,
        type: (text) => set({ other: text }),
      })}
      ${problem ? html`<p class="error">${problem}</p>` : nothing}
    </div>
    ${one && !problem ? lessonPicture(engine, one, language) : nothing}
    ${figures(words.settled, [given, ...lesson.results], columns, language)}`;
}

// Predict, then reveal, then why.
export function varyStep(context: StepContext): TemplateResult {
  const { engine, lesson, language, progress, set } = context;
  const words = learnWords(language);
  const sheet = handout(engine, lesson);
  const cases = casesOf(sheet);
  const question = html`<p class="hook">${filled(lesson.texts[language].vary, cases, language)}</p>`;
  if (!progress.revealed) {
    const reveal = (event: Event): void => {
      event.preventDefault();
      set({ revealed: true });
      announce(predictedOf(context, sheet.varied));
    };
    return html`${question}
      <form class="step-form" @submit=${reveal}>
        ${entry({
          id: 'lesson-prediction',
          label: words.predict,
          typed: progress.prediction,
          type: (text) => set({ prediction: text }),
        })}
        <button type="submit" class="main-button">${words.reveal}</button>
      </form>`;
  }
  const why = filled(lesson.texts[language].why, { ...cases, now: sheet.varied }, language);
  return html`${question}
    <p class="outcome">${predictedOf(context, sheet.varied)}</p>
    <p>${why}</p>
    ${otherFigures(context, sheet)}`;
}

// What the engine says of an answer, and the case that it settled.
function verdictOf({ engine, lesson, language }: StepContext, answer: Json) {
  const words = learnWords(language);
  const { asks, to, given } = lesson.puzzle;
  const { right, result } = tried(engine, lesson, answer);
  const [issue] = result.issues;
  if (issue) return { right, result, text: words.refused(issue.message) };
  const is = `${lesson.figures[asks]!.label[language]}: ${figureIn(result, asks, language)}`;
  const goal = settleCase(engine, lesson, { [given]: to });
  const text = right ? words.right(is) : words.wrong(is, figureIn(goal, asks, language));
  return { right, result, text };
}

function verdictShown(context: StepContext, answer: Json): TemplateResult {
  const { engine, lesson, language } = context;
  const { settled } = learnWords(language);
  const { right, result, text } = verdictOf(context, answer);
  return html`<p class=${right ? 'agrees' : 'error'}>${right ? '✓ ' : ''}${text}</p>
    ${result.issues.length > 0
      ? nothing
      : html`${lessonPicture(engine, result, language)}
        ${figures(settled, lesson.results, [{ head: settled, one: result }], language)}`}`;
}

export function puzzleStep(context: StepContext): TemplateResult {
  const { engine, lesson, language, progress, set } = context;
  const words = learnWords(language);
  const sheet = handout(engine, lesson);
  const { given } = lesson.puzzle;
  const label = lesson.figures[given]!.label[language];
  const value = readEntry(lesson, lesson.puzzle, progress.answer);
  const isUnread = progress.answer.trim() !== '' && value === undefined;
  const check = (event: Event): void => {
    event.preventDefault();
    set({ checked: value ?? null });
    if (value !== undefined) announce(verdictOf(context, value).text);
  };
  return html`<p class="hook">${filled(lesson.texts[language].puzzle, casesOf(sheet), language)}</p>
    <form class="step-form" @submit=${check}>
      ${entry({
        id: 'lesson-answer',
        label: `${words.answer}: ${label}`,
        typed: progress.answer,
        type: (text) => set({ answer: text, checked: null }),
      })}
      <button type="submit" class="main-button">${words.check}</button>
      <button type="button" @click=${() => set({ revealed: true })}>${words.showAnswer}</button>
    </form>
    ${isUnread ? html`<p class="error">${words.unreadable(progress.answer)}</p>` : nothing}
    ${progress.checked === null ? nothing : verdictShown(context, progress.checked)}
    ${progress.revealed
      ? html`<p class="outcome">
          ${words.oneAnswer(label, figureIn(sheet.solved, given, language))}
        </p>`
      : nothing}`;
}
