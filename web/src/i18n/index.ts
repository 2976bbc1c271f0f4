// SPDX-License-Identifier: Apache-2.0
import { en } from './en.js';
import { es } from './es.js';

// The language of the page. Views and components ask here and nowhere else, whenever they show
// something: `t` is another object once another language is chosen.
type Words<T> = T extends string
  ? string
  : T extends (...parts: infer P) => infer R
    ? (...parts: P) => R extends string ? string : R
    : { readonly [K in keyof T]: Words<T[K]> };
export type Texts = Words<typeof en>;

export const kLanguages = ['en', 'es'] as const;
export type Language = (typeof kLanguages)[number];
const kTexts: Readonly<Record<Language, Texts>> = { en, es };

export let language: Language = 'en';
export let t: Texts = en;

// What the page does not speak leaves the language as it is.
export function useLanguage(wanted: string): void {
  const known = kLanguages.find((one) => one === wanted);
  if (!known) return;
  language = known;
  t = kTexts[known];
}
