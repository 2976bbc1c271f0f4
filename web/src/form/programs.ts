// SPDX-License-Identifier: Apache-2.0
import { t } from '../i18n/index.js';
import type { Option } from '../model/fields.js';
import { NumberText } from '../model/json.js';
import type { Catalogue } from '../model/wire.js';
import { resolved, type Part, type Parts } from './part.js';
import { Typed, type Branch } from './tree.js';
import { programTitle, wordOf } from './words.js';

// What the schema leaves to the engine's own description: names of programs, the years that have
// an edition, the tracks of a year.
export function textOf(branch: Branch, key: string): string {
  const value = Object.hasOwn(branch, key) ? branch[key] : undefined;
  if (value instanceof NumberText || value instanceof Typed) return value.text;
  return typeof value === 'string' ? value : '';
}

type Program = Catalogue['programs'][number];

function programOf(
  part: Part,
  branch: Branch,
  parts: Parts,
  { programs }: Catalogue,
): Program | undefined {
  const name = part.p?.['name'] && resolved(part.p['name'], parts);
  const wanted = name?.v === undefined ? textOf(branch, 'name') : String(name.v);
  return programs.find(({ program }) => program === wanted);
}

const yearsOf = ({ editions }: Program): Option[] =>
  [...editions]
    .sort((a, b) => b.performance_year - a.performance_year)
    .map(({ performance_year: year, law }) => ({
      value: `${year}`,
      label: law === 'not_settled' ? t.any.yearNotSettled(`${year}`) : `${year}`,
    }));

// The choices for each member of an object that names a program; nothing where the schema's hold.
export function programChoices(
  part: Part,
  branch: Branch,
  { parts, catalogue }: { parts: Parts; catalogue: Catalogue },
): (key: string, inner: Part) => readonly Option[] | undefined {
  if (!part.p?.['performance_year']) return () => undefined;
  const program = programOf(part, branch, parts, catalogue);
  const year = textOf(branch, 'performance_year');
  const edition = program?.editions.find(({ performance_year: of }) => `${of}` === year);
  return (key, inner) => {
    if (key === 'performance_year' && program) return yearsOf(program);
    if (inner.t !== 'choice') return undefined;
    if (key === 'name')
      return inner.e?.map((value) => ({
        value,
        label: programTitle(value, catalogue) ?? wordOf(key, value),
      }));
    const tracks = edition?.tracks.filter(({ id }) => inner.e?.includes(id)) ?? [];
    return tracks.length === 0
      ? undefined
      : tracks.map(({ id, title }) => ({ value: id, label: title }));
  };
}
