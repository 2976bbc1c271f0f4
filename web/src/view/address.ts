// SPDX-License-Identifier: Apache-2.0
import { kViews, type View } from '../model/state.js';

// The part of the address behind '#': the view, the language, and what is entered. It is never
// sent to a server.
const kPaths: Readonly<Record<View, string>> = {
  idea: '#/',
  learn: '#/learn',
  quality: '#/quality',
  check: '#/check',
  any: '#/any',
  claims: '#/claims',
  backtest: '#/back-test',
};

export interface Address {
  view: View;
  within: string; // a place in the view, such as '/2', which the view reads
  language: string;
  scenario: string; // packed; '' where nothing is changed
  preset: string; // an example of the form that holds any contract
}

export function addressOf(hash: string): Address | null {
  const [path = '', query = ''] = hash.split('?', 2);
  const holds = (one: View): boolean =>
    path === kPaths[one] || (one !== 'idea' && path.startsWith(`${kPaths[one]}/`));
  const view = kViews.find(holds) ?? (path === '' ? 'idea' : null);
  const said = new URLSearchParams(query);
  const of = (name: string): string => said.get(name) ?? '';
  const within = view ? path.slice(kPaths[view].length) : '';
  return view && { view, within, language: of('lang'), scenario: of('s'), preset: of('preset') };
}

// The address of a view as the page has it open.
export const viewHash = (view: View, language: string): string =>
  hashOf({ view, within: '', language, scenario: '', preset: '' });

export function hashOf({ view, within, language, scenario, preset }: Address): string {
  const said = Object.entries({ lang: language === 'en' ? '' : language, preset, s: scenario });
  const query = new URLSearchParams(said.filter(([, value]) => value !== ''));
  const path = `${kPaths[view]}${within}`;
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}
