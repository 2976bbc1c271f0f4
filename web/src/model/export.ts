// SPDX-License-Identifier: Apache-2.0
import { figure } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { citationOf, inWords, labelOf, shownValue, stepsById } from '../trace/words.js';
import type { Settlement } from './wire.js';

// The statement as a table of texts: CSV, and what a spreadsheet or a letter takes when pasted.
export function statementRows({ statement, trace }: Settlement): string[][] {
  const steps = stepsById(trace);
  const head = [t.statement.line, t.statement.amount, t.payer.sheet.formula, t.working.source];
  const rows = statement.flatMap(({ step: id, amount_cents: cents }) => {
    const step = steps.get(id);
    if (!step) return [];
    const amount = cents === undefined ? shownValue(step) : figure(String(cents), 'cents', '', '');
    return [[labelOf(step), amount, inWords(step, steps), citationOf(step)]];
  });
  return [head, ...rows];
}

// What a spreadsheet would run as a formula gets an apostrophe in front; a minus sign is one.
const safe = (cell: string): string => (/^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell);
const plainMinus = (cell: string): string => cell.replace(/^\u2212(?=\$?\d)/, '-');

const quoted = (cell: string): string => {
  const isFigure = /^-\$?[\d,.]+%?$/.test(cell);
  const text = isFigure ? cell : safe(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

// The engine's version and the editions of the rules stand in the file too.
export function statementCsv(settlement: Settlement, version: string): string {
  const { programs } = settlement;
  const about = [
    [t.payer.sheet.engine, version],
    ...programs.map(({ title, edition }) => [t.payer.sheet.editions, `${title}: ${edition}`]),
  ];
  const rows = [...statementRows(settlement), ...about];
  const lines = rows.map((row) => row.map((cell) => quoted(plainMinus(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function statementTable(settlement: Settlement): { 'text/html': string; 'text/plain': string } {
  const rows = statementRows(settlement);
  const cells = (row: readonly string[], tag: string): string =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const [head, ...body] = rows;
  const table = [cells(head!, 'th'), ...body.map((row) => cells(row, 'td'))].join('');
  return {
    'text/html': `<table>${table}</table>`,
    'text/plain': rows.map((row) => row.join('\t')).join('\n'),
  };
}
