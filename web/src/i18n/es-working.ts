// SPDX-License-Identifier: Apache-2.0
import type { Op, Status } from '../trace/step.js';

export const statusWords: Readonly<Record<Status, string>> = {
  contract: 'introducido',
  source_document: 'en el documento de origen',
  verified: 'hallado en una fuente pública',
  reproduced: 'reproducido con resultados publicados',
  convention: 'convención',
  not_settled: 'no definitivo',
  unverified: 'sin verificar',
};

export const statusMeaning: Readonly<Record<Status, string>> = {
  contract: 'Indicado por el contrato o introducido en esta página.',
  source_document: 'En los documentos de los que se tomaron los modelos de pago.',
  verified: 'Hallado en la fuente pública que nombra la cita.',
  reproduced: 'Recalculado a partir de resultados que CMS ha publicado.',
  convention: 'Elegido aquí porque ninguna fuente decide el punto.',
  not_settled: 'Propuesto, proyectado o tomado de un año anterior: todavía puede cambiar.',
  unverified: 'De memoria: compruébelo antes de confiar en ello.',
};

const joined = (parts: readonly string[], word: string): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]}`;

export function formula(op: Op, inputs: readonly string[], truth: boolean | null): string {
  const [a = '', b = '', c = ''] = inputs;
  switch (op) {
    case 'given':
      return '';
    case 'subtract':
      return `${a} − ${b}`;
    case 'add':
      return inputs.join(' + ');
    case 'multiply':
      return inputs.join(' × ');
    case 'divide':
      return `${a} ÷ ${b}`;
    case 'complement':
      return `100% − ${a}`;
    case 'minimum':
      return `el menor de ${joined(inputs, 'y')}`;
    case 'maximum':
      return `el mayor de ${joined(inputs, 'y')}`;
    case 'at_least':
      return `${a} es al menos ${b}`;
    case 'more_than':
      return `${a} es más que ${b}`;
    case 'all':
      return `se cumplen todos: ${joined(inputs, 'y')}`;
    case 'any':
      return `se cumple uno: ${joined(inputs, 'o')}`;
    case 'not':
      return `no: ${a}`;
    case 'when':
      return truth === null ? `si ${a}: ${b}; si no, ${c}` : truth ? b : c;
    case 'interpolate':
      return `leído de la tabla de tamaños en ${a}`;
    case 'tier':
      return `leído de la tabla en ${a}`;
    case 'nearest_rank':
      return `el costo en ${a} de los ${inputs.length - 1}, por el rango más cercano`;
    case 'round':
      return a;
    case 'carry':
      return `${a}, con nueve decimales de centavo`;
    case 'apportion':
      return `los centavos de ${a} por el resto mayor`;
  }
}

export const working = {
  yes: 'sí',
  no: 'no',
  entered: 'introducido',
  assumed: 'supuesto',
  given: 'Dado',
  source: 'Fuente',
  clause: 'cláusula',
  result: 'Resultado',
  show: 'cómo',
  showFor: (label: string) => `Cómo se calcula «${label}»`,
  rounding: (mode: string, place: string) =>
    place === 'whole'
      ? `redondeado ${mode} a un número entero`
      : `redondeado ${mode} al ${place === 'dollar' ? 'dólar' : 'centavo'}`,
  modes: {
    half_up: 'con la mitad hacia arriba',
    half_even: 'con la mitad al par',
    down: 'hacia abajo',
    up: 'hacia arriba',
  } as Record<string, string>,
  because: (label: string, holds: boolean) => `porque «${label}» es ${holds ? 'sí' : 'no'}`,
  displayRounded: 'Se muestra al centavo más cercano; el cálculo tiene la cifra exacta.',
  displayRoundedShort: 'redondeado',
  table: {
    caption: (title: string) => `Todos los pasos del cálculo: ${title}`,
    step: 'Paso',
    formula: 'Fórmula',
    figures: 'Con cifras',
    result: 'Resultado',
    source: 'Fuente',
  },
  whole: 'El cálculo completo',
  band: (from: string, to: string, start: string, end: string) =>
    to === '' ? `${from} y más: ${start}` : `${from} a ${to}: de ${start} a ${end}`,
  tier: (from: string, value: string) => `desde ${from}: ${value}`,
};

export const sourceWords: Readonly<Record<string, string>> = {
  contract: 'Contrato',
  experience: 'Introducido',
  definition: 'Definición',
};
