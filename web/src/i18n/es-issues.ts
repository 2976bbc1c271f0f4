// SPDX-License-Identifier: Apache-2.0
import type { FieldKind } from '../model/parse.js';
import { shownAs, type Params } from './en-issues.js';

const examples: Partial<Record<FieldKind, string>> = {
  money: 'Escríbalo así: $1,250.50.',
  rate: 'Escríbalo así: 50% o .5.',
  count: 'Escriba un número entero, por ejemplo 12,500.',
  year: 'Escríbalo así: 2024.',
  number: 'Escriba un número, por ejemplo 1.8.',
  date: 'Escríbalo así: 2024-01-31.',
};

const range = (kind: FieldKind, { low, high }: Params): string => {
  if (low !== undefined && high !== undefined)
    return `Escriba una cifra de ${shownAs(kind, low)} a ${shownAs(kind, high)}.`;
  if (low !== undefined) return `Escriba ${shownAs(kind, low)} o más.`;
  return high === undefined ? '' : `Escriba ${shownAs(kind, high)} o menos.`;
};

export function issueSentence(
  code: string,
  label: string,
  kind: FieldKind,
  params: Params,
  typed: string,
): string | null {
  switch (code) {
    case 'missing':
      return kind === 'choice' || kind === 'flag'
        ? `${label}: elija una opción.`
        : `Falta: ${label}. ${examples[kind] ?? ''}`.trim();
    case 'unreadable':
    case 'not_a_number':
    case 'wrong_type':
      return `${label}: «${typed.trim()}» no se puede leer. ${examples[kind] ?? ''}`.trim();
    case 'out_of_range': {
      const allowed = range(kind, params);
      if (!allowed) return null;
      return `${label} es ${shownAs(kind, params['value']) || `«${typed.trim()}»`}. ${allowed}`;
    }
    case 'bad_date':
      return `${label}: «${typed.trim()}» no es una fecha. ${examples.date}`;
    default:
      return null;
  }
}

export const issues = {
  title: (count: number) =>
    count === 1 ? 'Un dato necesita corrección' : `${count} datos necesitan corrección`,
  noResult: 'No se muestra ningún resultado hasta que se corrija.',
  elsewhere: (path: string) => `En ${path}`,
  prefix: 'Error:',
};
