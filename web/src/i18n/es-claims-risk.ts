// SPDX-License-Identifier: Apache-2.0

const members = (count: string): string => (count === '1' ? '1 paciente' : `${count} pacientes`);

export const programWords: Readonly<Record<string, string>> = {
  mssp_assignment: 'la asignación de beneficiarios de Medicare',
  cms_hcc: 'el ajuste por riesgo CMS-HCC',
};

export const reconciliationWords = {
  title: 'Conciliación al final del año',
  lead: (before: string) =>
    `Antes de comenzar el año se atribuyeron ${members(before)}. Esto fue de ellos.`,
  became: 'Al final del año',
  reasons: {
    kept: 'Siguió',
    died_before: 'Murió antes del año',
    lost_coverage: 'Perdió la cobertura',
    moved_away: 'Se mudó fuera de la zona',
  } as Record<string, string>,
};

const partWords: Readonly<Record<string, string>> = {
  age_and_sex: 'Edad y sexo',
  originally_disabled: 'Con derecho original por discapacidad',
  institutional_dual: 'En una institución, con Medicaid',
  category: 'Afección',
  category_count: 'Número de afecciones',
  interaction: 'Afecciones a la vez',
};

export const riskWords = {
  title: 'Puntaje medio de riesgo por tipo',
  everyType: 'Todos los tipos',
  diagnoses: (begin: string, end: string) => `Diagnósticos del ${begin} al ${end}.`,
  newEnrollees: (count: string) =>
    `${members(count)} sin cobertura en todo ese tiempo: con puntaje solo por edad y sexo.`,
  unscored: (count: string) =>
    `${members(count)} del contrato sin puntaje de riesgo: en ninguna media.`,
  unreadable: (count: string) =>
    `${members(count)} cuyo puntaje declarado no es un número. Corrija el archivo de ` +
    'elegibilidad.',
  ratio: (uncapped: string, capped: string) =>
    uncapped === capped
      ? `La media del contrato es ${capped} veces la del último año base.`
      : `La media del contrato es ${uncapped} veces la del último año base; el tope de las ` +
        `condiciones deja ${capped}.`,
  unused: (variables: string) =>
    `Coeficientes que nada define y que por eso no cuentan: ${variables}. Una tabla de ` +
    'interacciones los define.',
  ofMember: 'Puntaje de riesgo',
  methods: {
    given: 'El puntaje que declara el archivo de elegibilidad.',
    demographic: 'Según la tabla de edades de las condiciones.',
    hcc: 'Según las tablas del modelo que usted soltó.',
  } as Record<string, string>,
  age: (years: string) => `${years} años el día que cuenta.`,
  noAge: 'Sin fecha de nacimiento, y por eso sin puntaje.',
  model: (name: string) => `Modelo ${name}`,
  segment: (name: string) => `Coeficientes del segmento «${name}».`,
  part: 'Parte',
  from: 'Por',
  figure: 'Puntaje',
  parts: partWords,
  category: (name: string) => `Categoría de afección ${name}`,
  raw: 'Puntaje bruto',
  coding: 'Ajuste de codificación',
  less: (part: string) => `× (1 − ${part})`,
  normalisation: 'Normalización',
  weight: 'Parte de la mezcla',
  weighted: 'Puntaje de pago del modelo',
  frailty: 'Fragilidad',
  divisor: 'Media de la población',
  mean: (type: string) => `Media dada para ${type}`,
  months: (months: string) => `${months} meses`,
  score: 'Puntaje de riesgo',
  dropped: (category: string, by: string) =>
    `La categoría ${category} no cuenta junto a ${by}, más grave.`,
  free: (categories: string) => `Categorías que aquí no pagan nada: ${categories}.`,
};
