// SPDX-License-Identifier: Apache-2.0
import { attributionLessons } from './attribution.js';
import { distributionLessons } from './distribution.js';
import { fundsLessons } from './funds.js';
import type { Lesson } from './lesson.js';
import { qualityLessons } from './quality.js';
import { savingsLessons } from './savings.js';

// In the order in which they build on each other.
export const lessons: readonly Lesson[] = [
  ...savingsLessons,
  ...qualityLessons,
  ...fundsLessons,
  ...distributionLessons,
  ...attributionLessons,
];

export const lessonOf = (id: string): Lesson | undefined => lessons.find((one) => one.id === id);

export const kSteps = ['idea', 'example', 'vary', 'puzzle', 'contract', 'handout'] as const;
export type Step = (typeof kSteps)[number];

// "#/learn/cap/puzzle": a lesson and a step of it; the first step where none is named.
export function placeOf(hash: string): { lesson: Lesson | null; step: Step } {
  const [, , id = '', step = ''] = hash.split('?')[0]!.split('/');
  return {
    lesson: lessonOf(id) ?? null,
    step: kSteps.find((one) => one === step) ?? kSteps[0],
  };
}
export const hashOf = (lesson?: Lesson, step: Step = kSteps[0]): string =>
  lesson ? `#/learn/${lesson.id}/${step}` : '#/learn';
