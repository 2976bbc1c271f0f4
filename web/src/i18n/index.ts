// SPDX-License-Identifier: Apache-2.0
import { en } from './en.js';
import { es } from './es.js';
import { language, speak, type In } from './language.js';

// Every text of the page. Views and components ask here and nowhere else, whenever they show
// something: `t` is another object once another language is chosen.
type Words<T> = T extends string
  ? string
  : T extends (...parts: infer P) => infer R
    ? (...parts: P) => R extends string ? string : R
    : { readonly [K in keyof T]: Words<T[K]> };
export type Texts = Words<typeof en>;

const kTexts: In<Texts> = { en, es };

export let t: Texts = en;

export function useLanguage(wanted: string): void {
  speak(wanted);
  t = kTexts[language];
}
export { kLanguages, language } from './language.js';
