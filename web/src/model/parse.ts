// SPDX-License-Identifier: Apache-2.0
import { NumberText, type Json } from './json.js';

// Figures as they stand in a letter, read into what the engine takes. Digits are moved, never
// computed with: "$1,250.50" becomes 125050, "50%" becomes 0.50.
export type FieldKind =
  | 'money' // dollars typed, cents sent
  | 'rate' // percent or fraction typed, fraction sent
  | 'count' // whole numbers
  | 'year' // one of the calendar: its digits are not grouped
  | 'number' // plain decimals
  | 'date'
  | 'text'
  | 'choice'
  | 'flag'; // choice of yes, no or nothing

export type Reading =
  | { state: 'empty' }
  | { state: 'read'; json: Json; note?: 'as_percent' | 'as_fraction' }
  | { state: 'unreadable' };

const kUnreadable: Reading = { state: 'unreadable' };
const kScales: Record<string, number> = { thousand: 3, million: 6, billion: 9 };
const kLongest = 80;

const kPlain = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/;

// Sign, whole digits and decimal digits of a plain or grouped number.
interface Digits {
  negative: boolean;
  whole: string;
  part: string;
}

function digitsOf(text: string): Digits | null {
  const match = /^([-−–+]?)(.*)$/.exec(text.trim());
  const body = match?.[2] ?? '';
  const plain = kPlain.exec(body);
  if (!plain || !/\d/.test(body)) return null;
  return {
    negative: match?.[1] !== '' && match?.[1] !== '+',
    whole: (plain[1] ?? '').replaceAll(',', ''),
    part: plain[2] ?? '',
  };
}

// The digits with the decimal point moved right (positive) or left (negative).
function shifted({ negative, whole, part }: Digits, places: number): string {
  let left = whole;
  let right = part;
  if (places > 0) {
    const padded = right.padEnd(places, '0');
    left += padded.slice(0, places);
    right = padded.slice(places);
  } else if (places < 0) {
    const padded = left.padStart(-places + 1, '0');
    right = padded.slice(places) + right;
    left = padded.slice(0, places);
  }
  left = left.replace(/^0+(?=\d)/, '') || '0';
  right = right.replace(/0+$/, '');
  const sign = negative && /[1-9]/.test(left + right) ? '-' : '';
  return `${sign}${left}${right && `.${right}`}`;
}

function readMoney(typed: string): Reading {
  let text = typed.toLowerCase().replace(/[\s\u00a0\u202f]+/g, ' ');
  const inParentheses = /^\((.*)\)$/.exec(text);
  if (inParentheses) text = `-${inParentheses[1]!.trim()}`;
  const scaled = /^(.*?) ?(thousand|million|billion)$/.exec(text);
  if (scaled) text = scaled[1]!;
  text = text.replace(/^([-−–+]?) ?(?:us)?\$ ?([-−–+]?)/, '$1$2').replace(/ ?usd$/, '');
  const digits = digitsOf(text);
  if (!digits) return kUnreadable;
  const places = 2 + (scaled ? kScales[scaled[2]!]! : 0);
  return { state: 'read', json: new NumberText(shifted(digits, places)) };
}

// Below one without a percent sign is a fraction of one (.5 is 50 %); from one on it is percent
// (2 is 2 %). The page says which way it was read.
function readRate(typed: string): Reading {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,12}\/\d{1,12}$/.test(text)) return { state: 'read', json: text, note: 'as_fraction' };
  const percent = text.endsWith('%');
  const digits = digitsOf(percent ? text.slice(0, -1) : text);
  if (!digits) return kUnreadable;
  if (percent) return { state: 'read', json: shifted(digits, -2) };
  const belowOne = !/[1-9]/.test(digits.whole);
  return belowOne && /[1-9]/.test(digits.part)
    ? { state: 'read', json: shifted(digits, 0), note: 'as_fraction' }
    : { state: 'read', json: shifted(digits, -2), note: 'as_percent' };
}

function readNumber(typed: string): Reading {
  const digits = digitsOf(typed);
  return digits ? { state: 'read', json: new NumberText(shifted(digits, 0)) } : kUnreadable;
}

function readDate(typed: string): Reading {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  if (!american) return { state: 'read', json: typed };
  const [, month, day, year] = american;
  return { state: 'read', json: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` };
}

export function read(kind: FieldKind, typed: string): Reading {
  const text = typed.trim();
  if (text === '') return { state: 'empty' };
  if (kind === 'text') return { state: 'read', json: text };
  if (kind === 'choice') return { state: 'read', json: text };
  if (kind === 'flag') return { state: 'read', json: text === 'yes' };
  if (text.length > kLongest) return kUnreadable;
  if (kind === 'money') return readMoney(text);
  if (kind === 'rate') return readRate(text);
  if (kind === 'date') return readDate(text);
  return readNumber(text);
}
