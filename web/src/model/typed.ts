// SPDX-License-Identifier: Apache-2.0
import { money, percent, plain } from '../i18n/format.js';
import type { FieldKind } from './parse.js';

// The reverse of reading: a value from a document as a person would have typed it. Exact: a
// figure that has no finite text stays the fraction it is.
export function typed(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'flag') return value === true ? 'yes' : value === false ? 'no' : '';
  const text = String(value);
  const shown =
    kind === 'money'
      ? money(text)
      : kind === 'rate'
        ? percent(text)
        : kind === 'count' || kind === 'number'
          ? plain(text)
          : text;
  return shown === '' || shown.includes('\u2026') ? text : shown.replace('\u2212', '-');
}
