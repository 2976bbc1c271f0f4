// SPDX-License-Identifier: Apache-2.0

// Texts of a part of the page in every language, as objects of one type.
export type Language = 'en' | 'es';
export const kLanguages = ['en', 'es'] as const satisfies readonly Language[];
export type In<Texts> = Readonly<Record<Language, Texts>>;

// The language of the page.
export let language: Language = 'en';

// What the page does not speak leaves the language as it is.
export function speak(wanted: string): void {
  language = kLanguages.find((one) => one === wanted) ?? language;
}
