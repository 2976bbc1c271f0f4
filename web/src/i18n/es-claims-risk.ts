// SPDX-License-Identifier: Apache-2.0

const members = (count: string): string => (count === '1' ? '1 paciente' : `${count} pacientes`);

export const reconciliationWords = {
  title: 'Conciliado al final del año',
  lead: (before: string) =>
    `Antes de empezar el año se atribuyeron ${members(before)}. Esto fue de ellos.`,
  became: 'Al final del año',
  reasons: {
    kept: 'Siguieron',
    died_before: 'Murieron antes del año',
    lost_coverage: 'Perdieron la cobertura',
    moved_away: 'Se mudaron fuera de la zona',
  } as Record<string, string>,
};

const partWords: Readonly<Record<string, string>> = {
  age_and_sex: 'Edad y sexo',
  originally_disabled: 'Derecho original por discapacidad',
  institutional_dual: 'En una institución, con Medicaid',
  category: 'Enfermedad',
  category_count: 'Número de enfermedades',
  interaction: 'Enfermedades juntas',
};

export const riskWords = {
  title: 'Puntaje medio de riesgo por tipo',
  everyType: 'Todos los tipos',
  diagnoses: (begin: string, end: string) => `Diagnósticos de ${begin} a ${end}.`,
  newEnrollees: (count: string) =>
    `${members(count)} sin cobertura durante todo ese tiempo: puntuados solo por edad y sexo.`,
  unscored: (count: string) =>
    `${members(count)} del contrato sin puntaje de riesgo: no entran en ninguna media.`,
  unreadable: (count: string) =>
    `${members(count)} cuyo puntaje de riesgo indicado no es un número. Corrija el archivo de elegibilidad.`,
  ratio: (uncapped: string, capped: string) =>
    uncapped === capped
      ? `La media del contrato es ${capped} veces la del último año base.`
      : `La media del contrato es ${uncapped} veces la del último año base; el tope de las ` +
        `condiciones deja ${capped}.`,
  unused: (variables: string) =>
    `Coeficientes que nada define, así que no cuentan: ${variables}. Los define una tabla de ` +
    'interacciones.',

  ofMember: 'Puntaje de riesgo',
  methods: {
    given: 'El puntaje que indica el archivo de elegibilidad.',
    demographic: 'Según la tabla de edades de las condiciones.',
    hcc: 'Según las tablas del modelo que usted soltó.',
  } as Record<string, string>,
  age: (years: string) => `${years} años de edad el día que cuenta.`,
  noAge: 'Sin fecha de nacimiento, así que sin puntaje.',
  model: (name: string) => `Modelo ${name}`,
  segment: (name: string) => `Coeficientes del segmento «${name}».`,
  part: 'Parte',
  from: 'Según',
  figure: 'Puntaje',
  parts: partWords,
  category: (name: string) => `Categoría de enfermedad ${name}`,
  raw: 'Puntaje bruto',
  coding: 'Ajuste por codificación',
  less: (part: string) => `× (1 − ${part})`,
  normalisation: 'Normalización',
  weight: 'Parte en la mezcla',
  weighted: 'Puntaje de pago del modelo',
  frailty: 'Fragilidad',
  divisor: 'Media de la población',
  mean: (type: string) => `Media indicada para ${type}`,
  months: (months: string) => `${months} meses`,
  score: 'Puntaje de riesgo',
  dropped: (category: string, by: string) =>
    `La categoría ${category} no cuenta junto a la más grave ${by}.`,
  free: (categories: string) => `Categorías que aquí no pagan nada: ${categories}.`,
};
