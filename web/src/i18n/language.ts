// SPDX-License-Identifier: Apache-2.0

// Texts of a part of the page in every language, as objects of one type.
export type Language = 'en' | 'es';
export const kLanguages = ['en', 'es'] as const satisfies readonly Language[];
export type In<Texts> = Readonly<Record<Language, Texts>>;

// The language of the views that have no choice of their own.
export const kLanguage: Language = 'en';
