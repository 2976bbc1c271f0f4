// SPDX-License-Identifier: Apache-2.0
import { kViews, type View } from '../model/state.js';

// The part of the address behind '#': the view, the language, and what is entered. It is never
// sent to a server.
const kPaths: Readonly<Record<View, string>> = {
  idea: '#/',
  quality: '#/quality',
  check: '#/check',
  any: '#/any',
  claims: '#/claims',
  backtest: '#/back-test',
};

export interface Address {
  view: View;
  language: string;
  scenario: string; // packed; '' where nothing is changed
  preset: string; // an example of the form that holds any contract
}

export function addressOf(hash: string): Address | null {
  const [path = '', query = ''] = hash.split('?', 2);
  const view = kViews.find((one) => kPaths[one] === path) ?? (path === '' ? 'idea' : null);
  const said = new URLSearchParams(query);
  const of = (name: string): string => said.get(name) ?? '';
  return view && { view, language: of('lang'), scenario: of('s'), preset: of('preset') };
}

export function hashOf({ view, language, scenario, preset }: Address): string {
  const said = Object.entries({ lang: language === 'en' ? '' : language, preset, s: scenario });
  const query = new URLSearchParams(said.filter(([, value]) => value !== ''));
  return query.size > 0 ? `${kPaths[view]}?${query.toString()}` : kPaths[view];
}
