// SPDX-License-Identifier: Apache-2.0
import type { Figures } from './lesson.js';

// Figures that several lessons talk about: where they stand and what they are called.
const kTerms = '/contract/streams/0/terms';
const kResult = '/settlement/streams/0';

export const savingsFigures: Figures = {
  benchmark: {
    at: '/experience/spending/benchmark_cents',
    unit: 'money',
    label: { en: 'Expected spending', es: 'Gasto previsto' },
  },
  spending: {
    at: '/experience/spending/expenditure_cents',
    unit: 'money',
    label: { en: 'Actual spending', es: 'Gasto real' },
  },
  minimum: {
    at: `${kTerms}/minimum_savings_rate`,
    unit: 'rate',
    label: { en: 'Minimum savings rate', es: 'Tasa mínima de ahorro' },
  },
  share: {
    at: `${kTerms}/sharing_rate`,
    unit: 'rate',
    label: { en: 'Provider’s share of savings', es: 'Parte del ahorro para el proveedor' },
  },
  cap: {
    at: `${kTerms}/cap/rate`,
    unit: 'rate',
    label: { en: 'Cap, of expected spending', es: 'Tope, del gasto previsto' },
  },
  loss_minimum: {
    at: `${kTerms}/minimum_loss_rate`,
    unit: 'rate',
    label: { en: 'Minimum loss rate', es: 'Tasa mínima de pérdida' },
  },
  loss_share: {
    at: `${kTerms}/loss_sharing_rate`,
    unit: 'rate',
    label: { en: 'Provider’s share of losses', es: 'Parte de la pérdida para el proveedor' },
  },
  loss_limit: {
    at: `${kTerms}/loss_limit/rate_of_benchmark`,
    unit: 'rate',
    label: { en: 'Loss limit, of expected spending', es: 'Límite de pérdida, del gasto previsto' },
  },
  gate: {
    at: `${kTerms}/quality/minimum_score`,
    unit: 'rate',
    label: { en: 'Minimum quality score', es: 'Calidad mínima' },
  },
  score: {
    at: '/experience/quality/score',
    unit: 'rate',
    label: { en: 'Quality score', es: 'Puntuación de calidad' },
  },
  savings: {
    at: `${kResult}/savings_cents`,
    unit: 'money',
    label: { en: 'Savings', es: 'Ahorro' },
  },
  least: {
    at: `${kResult}/minimum_savings_exact`,
    unit: 'money',
    label: { en: 'Minimum savings', es: 'Ahorro mínimo' },
  },
  pool: {
    at: `${kResult}/pool_exact`,
    unit: 'money',
    label: { en: 'Shared pool', es: 'Fondo compartido' },
  },
  final_share: {
    at: `${kResult}/final_sharing_rate`,
    unit: 'rate',
    label: { en: 'Share after quality', es: 'Parte según la calidad' },
  },
  payment: {
    at: `${kResult}/payment_cents`,
    unit: 'money',
    label: { en: 'Payment to the provider', es: 'Pago al proveedor' },
  },
  keeps: {
    at: `${kResult}/payer_keeps_cents`,
    unit: 'money',
    label: { en: 'The payer keeps', es: 'Se queda el pagador' },
  },
  owed: {
    at: `${kResult}/loss_owed_cents`,
    unit: 'money',
    label: { en: 'Owed by the provider', es: 'Debe el proveedor' },
  },
};
