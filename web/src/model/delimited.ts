// SPDX-License-Identifier: Apache-2.0

// A small table from a spreadsheet or a CSV file as rows of cells: tabs, semicolons or commas,
// whichever the first row has, and quotes as CSV has them. Claims are read by the engine.
const kDelimiters = ['\t', ';', ','];

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const outside = first.replaceAll(/"[^"]*"/g, '');
  return kDelimiters.find((one) => outside.includes(one)) ?? ',';
}

export function delimitedRows(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(plain);
  const quoted = '"((?:[^"]|"")*)"';
  const bare = `([^${delimiter}\\r\\n]*)`;
  const cell = new RegExp(`(?:${quoted}|${bare})(${delimiter}|\\r\\n|\\r|\\n|$)`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < plain.length) {
    const found = cell.exec(plain);
    if (!found) break; // text behind a closing quote: what was read before it stands
    const [, inQuotes, asIs = '', end] = found;
    row.push((inQuotes?.replaceAll('""', '"') ?? asIs).trim());
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return [...rows, row].filter((one) => one.some((text) => text !== ''));
}
