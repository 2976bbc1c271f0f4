// SPDX-License-Identifier: Apache-2.0
import type { Texts } from './index.js';

export const whatIf: Texts['whatIf'] = {
  title: 'Qué lo cambiaría',
  lead:
    'Dónde empieza la siguiente regla, a qué distancia está y qué hace allí un dólar más o menos. ' +
    'El motor lo calcula con exactitud al abrir esta parte.',
  working: 'Calculando …',
  input: 'Qué sería distinto',
  range: (input, from, to) => `${input} de ${from} a ${to}, y todo lo demás como se introdujo.`,
  points: (count) =>
    count === 0
      ? 'Ninguna regla cambia en este intervalo.'
      : count === 1
        ? 'Un punto en el que cambia una regla:'
        : `${count} puntos en los que cambia una regla:`,
  now: (at, result) => `Ahora: ${at} da ${result}.`,
  more: (at, distance) => `${at}: ${distance} más que ahora`,
  less: (at, distance) => `${at}: ${distance} menos que ahora`,
  here: (at) => `${at}: donde está ahora`,
  rule: {
    truth: (label, before, after) => `${label}: ${before} por debajo, ${after} desde aquí.`,
    choice: (label, before, after) =>
      `${label}: es «${before}» por debajo, «${after}» desde aquí.`,
    row: (label) => `${label}: se aplica otra fila de su tabla.`,
    begins: (label) => `${label}: se aplica desde aquí.`,
    ends: (label) => `${label}: solo se aplica por debajo.`,
    other: (label) => `${label}: sigue otra regla.`,
  },
  cliff: (before, after) => `Un salto: ${before} justo antes, ${after} en este punto.`,
  bend: (before, after) => `Sin salto: ${before} justo antes, ${after} en este punto.`,
  slopes: (before, after) => `Por debajo, ${before}; más allá, ${after}.`,
  slope: {
    none: 'nada cambia',
    saved: (amount) => `cada dólar ahorrado paga ${amount}`,
    adds: (step, amount) => `cada ${step} más suma ${amount}`,
    takes: (step, amount) => `cada ${step} más resta ${amount}`,
  },
  notAnalysed: (from, to, why) => `Sin analizar de ${from} a ${to}: ${why}`,
  narrowed: (at, why) => `El intervalo termina antes de ${at}, que se rechaza: ${why}`,
  seek: 'Qué paga un importe',
  target: (input) => `${input}: el valor que da este resultado`,
  targetHint: 'Un importe que se debe se escribe con un menos.',
  targetError: 'Introduzca una cifra, como 12 o 12.50.',
  find: 'Buscar',
  gives: (input, at, target) => `${input}: ${at} da exactamente ${target}.`,
  givesAll: (input, from, to, target) =>
    `${input}: cualquier valor de ${from} a ${to} da exactamente ${target}.`,
  none: (target, from, to) => `Ningún valor de ${from} a ${to} da exactamente ${target}.`,
  nearestBelow: (result, at) => `El más cercano por debajo es ${result}, con ${at}.`,
  nearestAbove: (result, at) => `El más cercano por encima es ${result}, con ${at}.`,
  lowest: (result, at) => `El más bajo de todos es ${result}, con ${at}.`,
  highest: (result, at) => `El más alto de todos es ${result}, con ${at}.`,
  tornado: 'Qué dato importa más',
  change: 'Cada dato menor y mayor en un',
  compare: 'Comparar todos los datos',
  tornadoOf: (change, present) =>
    `Cada dato un ${change} menor y mayor por sí solo, primero el de mayor efecto. El resultado ahora es ${present}.`,
  tornadoNote: (shown, all) => `Los ${shown} de mayor efecto de ${all}; la tabla los tiene todos.`,
  tornadoFlat: (change) => `Ningún dato un ${change} menor o mayor cambia el resultado.`,
  lower: (change) => `dato un ${change} menor`,
  higher: (change) => `dato un ${change} mayor`,
  presentValue: 'Ahora',
  lowValue: 'Menor',
  highValue: 'Mayor',
  atLow: 'Resultado si es menor',
  atHigh: 'Resultado si es mayor',
  swing: 'Diferencia',
  leftOut: 'Sin comparar',
};
