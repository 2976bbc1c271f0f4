// SPDX-License-Identifier: Apache-2.0
import { language as spoken, type In, type Language } from './language.js';

// The words around the pictures that view/pictures.ts makes.
const en = {
  table: 'The picture as a table, or to save',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  axis: (to: string) =>
    `Bars longer than the others are cut off: the axis ends at ${to}, so that the rest can be seen.`,
  whole: 'Every bar is drawn in full, from $0.',
  what: 'What',
  amount: 'Amount',
  waterfall: 'From the benchmark to the payment',
  waterfallOf: (from: string, to: string) =>
    `A bar a line, from a benchmark of ${from} down to ${to}.`,
  lines: {
    benchmark: 'Expected spending',
    expenditure: 'Actual spending',
    savings: 'Savings',
    pool: 'Shared pool',
    payerShare: 'Payer’s share of the pool',
    withheld: 'Withheld by cap or sequestration',
    payment: 'Payment to the provider',
    loss: 'Loss',
    beforeLimit: 'Provider’s share of the loss, before its limit',
    owed: 'Owed by the provider',
  },
  flows: 'Who pays whom',
  flowsOf: (count: number) => `${count} payments as bands as wide as their amounts.`,
  from: 'From',
  to: 'To',
  purpose: 'For',
  back: (party: string) => `${party} (back)`,
  map: 'What cost and quality pay together',
  mapOf: 'Actual spending from left to right, scores from the top down.',
  mapNote: 'Each cell is a settlement of this contract; the framed one is this year.',
  spending: 'Actual spending',
  score: 'Score',
  curve: 'What is paid at other spending',
  curveOf: (from: string, to: string) => `Payment by actual spending, from ${from} to ${to}.`,
  curveNote: (step: string) =>
    `Settled at every ${step} of spending, with straight lines between; below zero the provider owes.`,
  curveExact:
    'Each line begins and ends at the cent where a rule changes; below zero the provider owes.',
  payment: 'Payment',
  thisYear: 'this year',
  next: (from: string, points: string) => `The next step begins at ${from}, for ${points} points.`,
  top: 'The last step is reached.',
};

const es: typeof en = {
  table: 'La imagen como tabla, o para guardar',
  saveSvg: 'Guardar como SVG',
  savePng: 'Guardar como PNG',
  axis: (to) =>
    `Las barras mucho más largas se cortan: el eje termina en ${to}, para que se vea el resto.`,
  whole: 'Todas las barras están completas, desde $0.',
  what: 'Concepto',
  amount: 'Importe',
  waterfall: 'Del gasto de referencia al pago',
  waterfallOf: (from, to) => `Una barra por línea, de una referencia de ${from} hasta ${to}.`,
  lines: {
    benchmark: 'Gasto previsto',
    expenditure: 'Gasto real',
    savings: 'Ahorro',
    pool: 'Fondo compartido',
    payerShare: 'Parte del fondo para el pagador',
    withheld: 'Retenido por tope o secuestro',
    payment: 'Pago al proveedor',
    loss: 'Pérdida',
    beforeLimit: 'Parte de la pérdida del proveedor, antes del límite',
    owed: 'Debe el proveedor',
  },
  flows: 'Quién paga a quién',
  flowsOf: (count) => `${count} pagos como bandas tan anchas como sus importes.`,
  from: 'De',
  to: 'A',
  purpose: 'Por',
  back: (party) => `${party} (devolución)`,
  map: 'Lo que pagan juntos el costo y la calidad',
  mapOf: 'El gasto real de izquierda a derecha, la calidad de arriba abajo.',
  mapNote: 'Cada celda es una liquidación de este contrato; la enmarcada es este año.',
  spending: 'Gasto real',
  score: 'Calidad',
  curve: 'Lo que se paga con otro gasto',
  curveOf: (from, to) => `Pago según el gasto real, de ${from} a ${to}.`,
  curveNote: (step) =>
    `Liquidado cada ${step} de gasto, con rectas entre medio; por debajo de cero el proveedor debe.`,
  curveExact:
    'Cada línea empieza y termina en el centavo en que cambia una regla; por debajo de cero el proveedor debe.',
  payment: 'Pago',
  thisYear: 'este año',
  next: (from, points) => `El siguiente escalón empieza en ${from}, por ${points} puntos.`,
  top: 'Se ha alcanzado el último escalón.',
};

const texts: In<typeof en> = { en, es };

export const pictureTexts = (language: Language = spoken): typeof en => texts[language];
