// SPDX-License-Identifier: Apache-2.0
import { any } from './es-any.js';
import { claims } from './es-claims.js';
import { fieldTexts, groupTexts, optionTexts, parameterTexts } from './es-fields.js';
import { issueSentence, issues } from './es-issues.js';
import { lines } from './es-lines.js';
import { payer } from './es-payer.js';
import { scenario } from './es-scenario.js';
import { backtest, check, headline, idea, picture, quality } from './es-views.js';
import { formula, sourceWords, statusMeaning, statusWords, working } from './es-working.js';
import { whatIf } from './es-what-if.js';
import type { Texts } from './index.js';

// Every sentence of the page in the Spanish of the United States, whose figures are written as
// the form reads them: $1,250.50.
export const es: Texts = {
  locale: 'es-US',
  engineWords:
    'Las citas de las reglas, las notas sobre ellas, las partes del formulario hecho de los esquemas, ' +
    'algunas líneas y algunos avisos del motor están en inglés, la lengua de la ley.',
  language: 'Idioma',
  product: 'Gainshare',
  tagline: 'Ahorro compartido, liquidado al centavo y explicado línea por línea',
  skip: 'Saltar al contenido',
  nav: 'Vistas',
  starting: 'Iniciando el motor …',
  failed:
    'El motor no pudo iniciarse en este navegador. Necesita WebAssembly y DecompressionStream; ' +
    'cualquier Chrome, Edge, Firefox o Safari actual tiene los dos.',
  idea,
  check,
  quality,
  backtest,
  any,
  claims,
  headline,
  picture,
  working,
  formula,
  statusWords,
  statusMeaning,
  sourceWords,
  fields: fieldTexts,
  options: optionTexts,
  groups: groupTexts,
  parameters: parameterTexts,
  issues,
  issueSentence,
  payer,
  scenario,
  whatIf,
  lines,
  form: {
    optional: 'opcional',
    notStated: 'Sin indicar',
    yes: 'Sí',
    no: 'No',
    readAs: (figure: string) => `Leído como ${figure}`,
    addTier: 'Añadir un tramo',
    removeTier: 'Quitar el último tramo',
    tier: (n: number) => `Tramo ${n}`,
    step: (n: number) => `Escalón ${n}`,
    lawNotSettled: 'ley no definitiva',
  },
  statement: {
    line: 'Línea',
    amount: 'Importe',
    noLines: 'Este contrato no tiene líneas en dólares.',
    note: 'Las cifras en cuadros azules y marcadas «introducido» son suyas; todo lo demás se calcula.',
  },
  marked: {
    title: 'No es seguro en este resultado',
    item: (label: string, status: string) => `${label}: ${status}`,
  },
  replay: {
    button: 'Comprobar el cálculo',
    explain:
      'Un segundo programa, separado, en esta página recalcula cada paso a partir de los anteriores y ' +
      'busca de dónde viene cada cifra dada.',
    agrees: (steps: number) =>
      `${steps} pasos recalculados por código separado en este navegador: todos coinciden.`,
    differs: (count: number, steps: number) =>
      `${count} de ${steps} pasos no coinciden. No confíe en este resultado.`,
    failure: (id: string, found: string, expected: string) =>
      `${id}: indicado ${found}, recalculado ${expected}`,
  },
  footer: {
    editions: 'Ediciones',
    engine: (version: string) => `Motor ${version}`,
    edition: (title: string, edition: string) => `${title}: edición de las reglas ${edition}`,
    ownTerms: 'Condiciones indicadas por el contrato; no se usa la edición de ningún programa.',
    privacy: 'Todo se calcula en esta página. Nada de lo que introduce sale de este navegador.',
    worked:
      'Ejemplos resueltos: presentación sobre pago por valor de la State Innovation Model de ' +
      'Connecticut; escalas de calidad según las Integrated Health Partnerships de Minnesota.',
  },
};
