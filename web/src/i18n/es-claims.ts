// SPDX-License-Identifier: Apache-2.0
import { programWords, reconciliationWords, riskWords } from './es-claims-risk.js';
import {
  categoryWords,
  fieldWords,
  methodReasons,
  methodWords,
  noteWords,
  reasonWords,
  typeWords,
} from './es-claims-words.js';

const people = (count: string): string => (count === '1' ? '1 paciente' : `${count} pacientes`);
const files = (count: number): string => (count === 1 ? 'un archivo' : `${count} archivos`);

export const claims = {
  nav: 'Desde reclamaciones',
  title: 'De las reclamaciones a un bono',
  lead:
    'Suelte sus reclamaciones, la elegibilidad y la lista de proveedores. Verá qué pacientes son ' +
    'suyos, cuánto cuestan y cuánto pagaría un contrato.',
  privacy:
    'Los archivos se quedan en esta computadora. Los lee dentro de esta página un código que no ' +
    'puede llegar a la red; no se envía nada a ninguna parte.',
  choose: 'Elegir archivos',
  drop: 'o suéltelos aquí: CSV o gzip, varios de un tipo si los tiene',
  formats:
    'Las columnas de la capa de entrada de Tuva se conocen por su nombre (medical_claim, ' +
    'eligibility; y una lista de npi, tin, specialty, group, participant). Con otros nombres, la ' +
    'página ayuda a decir cuál es cuál. También se puede soltar una asignación guardada, unas ' +
    'condiciones o un contrato, como JSON.',

  files: 'Sus archivos',
  kinds: {
    claims: 'Reclamaciones',
    eligibility: 'Elegibilidad',
    roster: 'Lista de proveedores',
    risk_coefficients: 'Riesgo: coeficientes',
    risk_diagnoses: 'Riesgo: diagnósticos',
    risk_hierarchy: 'Riesgo: jerarquía',
    risk_interactions: 'Riesgo: interacciones',
    risk_eligible_codes: 'Riesgo: códigos elegibles',
  },
  riskTable: 'Para condiciones que puntúan el riesgo por enfermedades',
  kindOf: (file: string) => `Qué contiene ${file}`,
  unknownKind: 'No reconocido',
  file: 'Archivo',
  holds: 'Contiene',
  size: 'Tamaño',
  state: 'Columnas',
  tools: 'Qué hacer',
  recognized: (fields: number) => `${fields} campos encontrados`,
  missing: (fields: string) => `Ninguna columna para ${fields}`,
  notRead: 'No es una tabla que esta página conozca',
  remove: 'Quitar',
  removeOf: (file: string) => `Quitar ${file}`,
  columnsOf: 'Columnas',
  columnsOfFile: (file: string) => `Columnas de ${file}`,
  read: (count: number) => `Leer ${files(count)}`,
  readAgain: 'Leer de nuevo',
  filesThere: (count: number, kinds: string) =>
    kinds ? `${files(count)}: ${kinds}.` : `${files(count)}.`,
  missingKinds: (kinds: string) => `Faltan: ${kinds}.`,
  without: {
    claims: 'Sin reclamaciones no hay nada que atribuir.',
    eligibility: 'Sin elegibilidad nadie tiene meses-afiliado, así que no hay costo por mes.',
    roster: 'Sin lista de proveedores ninguno tiene TIN ni especialidad.',
  },
  mendFirst: (count: number) =>
    count === 1
      ? 'Hay que nombrar las columnas de un archivo antes de poder leerlo.'
      : `Hay que nombrar las columnas de ${count} archivos antes de poder leerlos.`,
  isZip: (name: string) =>
    `${name} es una hoja de cálculo o un archivo zip. Guarde la tabla como CSV y suelte eso.`,
  isEmpty: (name: string) => `${name} está vacío. Elija el archivo que tiene las filas.`,
  jsonUnknown: (name: string) =>
    `${name} es JSON, pero ni una asignación, ni condiciones, ni un contrato.`,
  notJson: (name: string) => `${name} parece JSON pero está roto. Guárdelo de nuevo y suéltelo.`,
  unreadable: (name: string) => `No se pudo leer ${name}. Elíjalo de nuevo.`,
  mapped: (name: string) => `${name}: la asignación está en uso.`,

  mapping: {
    title: (file: string) => `¿Qué columna es cuál? ${file}`,
    lead: 'Lo que se parece ya está elegido. Compruébelo con las primeras filas.',
    field: 'Campo',
    column: 'Columna del archivo',
    example: 'Primer valor',
    none: 'Ninguna',
    constant: 'Lo mismo en cada fila …',
    constantOf: (field: string) => `${field}: el texto de cada fila`,
    required: 'necesario',
    needs: (field: string) => `Elija la columna que contiene: ${field}.`,
    firstRows: 'Primeras filas',
    use: 'Usar estas columnas',
    save: 'Guardar esta asignación',
    saveHint: 'Suelte aquí el archivo guardado la próxima vez, o déselo al comando con --mapping.',
    close: 'Cerrar',
    unused: (columns: string) => `Sin usar: ${columns}.`,
  },
  fields: fieldWords,

  reading: (file: string) => `Leyendo ${file}`,
  starting: 'Empezando …',
  computing: 'Atribuyendo pacientes y sumando costos …',
  progress: 'Avance',
  progressOf: (read: string, total: string) => `${read} de ${total}`,
  rate: (rate: string) => `${rate} por segundo`,
  remaining: (time: string) => `${time} por leer`,
  seconds: (n: number) => (n <= 1 ? 'cerca de un segundo' : `unos ${n} segundos`),
  minutes: (n: number) => (n === 1 ? 'cerca de un minuto' : `unos ${n} minutos`),
  cancel: 'Cancelar',
  cancelled: 'Cancelado. No se conservó nada de los archivos.',
  newsPart: (percent: number) => `${percent}% leído`,
  failed: 'Los archivos no se pudieron leer.',
  failedMend: 'No se conservó nada de ellos. Revise los archivos y léalos de nuevo.',
  refused: 'El motor rechazó esto',

  terms: 'Condiciones',
  termsLead:
    'De quién es un paciente y qué cuenta como costo. Los cambios se aplican al momento; los ' +
    'archivos no se leen de nuevo.',
  preset: 'Empezar con',
  ownTerms: 'Sus propias condiciones',
  changedTerms: (title: string) => `${title} (modificadas)`,
  presets: {
    mssp_two_step: 'Medicare Shared Savings Program: dos pasos',
    plurality_of_visits: 'Más visitas de atención primaria',
    mssp_base_years: 'Medicare Shared Savings Program: punto de referencia de tres años base',
    allowed_charges_by_tin: 'Más cargos permitidos de atención primaria, por TIN',
  } as Record<string, string>,
  editTerms: 'Cambiar las condiciones',
  saveTerms: 'Guardar las condiciones',
  stale: 'Las cifras de abajo son de las condiciones anteriores: corríjalas para ver otras nuevas.',

  story: (assigned: string, of: string, pmpm: string) =>
    `${people(assigned)} de ${of} se atribuyen, a ${pmpm} al mes cada uno.`,
  storyNobody: (of: string) => `No se atribuye ninguno de ${people(of)}.`,
  result: 'Resultado',
  year: (begin: string, end: string, terms: string) => `De ${begin} a ${end}. Condiciones: ${terms}.`,
  summary: {
    members: 'Pacientes con cobertura',
    contract: 'Atribuidos, para el contrato',
    unassigned: 'Atribuidos a nadie',
    months: 'Meses-afiliado, para el contrato',
    cost: 'Su costo',
    pmpm: 'Por afiliado y mes',
    risk: 'Puntaje medio de riesgo, para el contrato',
    cut: 'Costo por encima del límite, dejado fuera',
    ownLimit:
      'Los límites anuales son un percentil del costo de estos mismos pacientes. Los de Medicare lo ' +
      'son del de toda la nación, que ningún archivo dice aquí: para usarlo, ponga un importe en ' +
      'las condiciones.',
    late: (lines: string, amount: string) =>
      `Dejadas fuera por pagarse después del plazo: ${lines} líneas, ${amount}.`,
    uncovered: (lines: string, amount: string) =>
      `Contadas aunque ese día el paciente no tenía cobertura: ${lines} líneas, ${amount}.`,
  },
  cutAt: (type: string) => `Límite anual, ${type.toLowerCase()}`,
  candidates: 'Quién tiene cuántos pacientes',
  candidate: 'TIN o grupo',
  nobody: 'Nadie',
  participant: 'participante',
  members: 'Pacientes',
  memberMonths: 'Meses-afiliado',
  cost: 'Costo',
  pmpm: 'Por mes',
  shownOf: (shown: string, all: string) =>
    `Los primeros ${shown} de ${all}. La tabla como CSV los tiene todos.`,
  categories: 'Costo por categoría',
  category: 'Categoría',
  ofContract: 'Para el contrato',
  ofAll: 'Todos los pacientes',
  costs: categoryWords,
  types: typeWords,
  months: 'Meses-afiliado por tipo',
  type: 'Tipo',
  years: 'Año por año',
  yearOf: 'Año',
  span: (begin: string, end: string) => `${begin} a ${end}`,
  personYears: 'Personas-año',
  methods: 'Cómo se atribuyeron',
  method: 'Método',
  step: (n: number) => `paso ${n}`,
  methodWords,
  intake: 'Lo que se leyó',
  intakeStory: (rows: string, kept: string, rejected: string) =>
    `${rows} líneas leídas, ${kept} conservadas, ${rejected} rechazadas.`,
  taken: (lines: string, claims: string) => `Cuentan ${lines} líneas de ${claims} reclamaciones.`,
  blank: (lines: string) => `En blanco: ${lines}.`,
  repeated: (member: string, line: string, date: string, paid: string) =>
    `${member}, línea ${line} de la reclamación, ${date}, ${paid}`,
  conflicting: (count: string) =>
    `NPI con varias entradas en la lista: ${count}. Se toma la primera por TIN, especialidad y grupo.`,
  reason: 'Razón',
  count: 'Líneas',
  firstPlaces: 'Primeros lugares',
  place: (line: string, column: string) => (column ? `línea ${line}, ${column}` : `línea ${line}`),
  reasons: reasonWords,
  notes: noteWords,
  noneRejected: 'Se conservaron todas las líneas.',
  scrolls: (table: string) => `${table}: tabla que se desplaza a los lados`,
  csv: 'CSV',
  csvOf: (table: string) => `Guardar como CSV: ${table}`,
  everyMember: 'Todos los pacientes',
  saveExperience: 'Guardar la experiencia (JSON)',
  saveHint: 'Las celdas que una hoja de cálculo ejecutaría como fórmula llevan un apóstrofo delante.',

  member: 'Un paciente',
  memberLead: '¿Por qué un paciente es de quién es? Escriba su id como está en sus archivos.',
  memberId: 'Id del paciente',
  explain: 'Explicar',
  notFound: (id: string) => `Ningún paciente tiene el id ${id}. Compárelo con el archivo de elegibilidad.`,
  belongs: (member: string, to: string) => `${member} es de ${to}.`,
  belongsAsOne: (member: string, to: string) =>
    `${member} es de los participantes juntos; ${to} tiene la mayor parte entre ellos.`,
  belongsNobody: (member: string) => `${member} no es de nadie.`,
  because: {
    nothing: 'Ningún servicio del año cuenta para nadie.',
    designation: 'La designación los nombra.',
    amount: 'Tienen la mayor parte de lo que se compara.',
    most_recent: 'Dos o más eran iguales; decidió la visita más reciente.',
    lowest_id: 'Dos o más eran iguales hasta el final; decidió el número más bajo.',
    county: 'El condado donde vive el paciente es de ellos.',
  } as Record<string, string>,
  compared: 'Lo que se comparó',
  allowed: 'Cargos permitidos',
  visits: 'Visitas',
  latest: 'Última visita',
  tried: 'Paso a paso',
  together: 'Participantes juntos',
  services: 'Todos los servicios que cuentan',
  methodReasons,
  noCandidates: 'Ningún proveedor prestó un servicio que cuente.',
  memberCost: (cost: string, months: string) => `Costo de ${cost} en ${months} meses de cobertura.`,
  memberCut: (uncapped: string) => `Antes del límite: ${uncapped}.`,

  notCounted: 'No se cuenta en los meses del contrato: vea las condiciones.',

  settle: 'Lo que paga un contrato',
  settleLead:
    'Elija un contrato. Los datos que dan las reclamaciones entran en él; los que no pueden dar los ' +
    'introduce usted.',
  contract: 'Contrato',
  noContract: 'Elija un contrato',
  droppedContract: 'El contrato que soltó',
  fromClaims: 'De sus reclamaciones',
  distribute: 'Repartir el pago entre los participantes según sus pacientes',
  byPatients: 'Por pacientes',
  facts: 'Todos los datos',
  openAny: 'Abrir en «Cualquier contrato»',
  edition: (program: string, edition: string) =>
    `Reglas de ${programWords[program] ?? program}, edición ${edition}.`,
  doubts: 'De estas reglas nadie ha verificado:',
  reconciled: reconciliationWords,
  risk: riskWords,
  memberBecame: (became: string) => `Asignado antes del año: ${became.toLowerCase()}.`,
  noBaseYears:
    'Este contrato forma su punto de referencia con años base. Añada años base a las condiciones y suelte ' +
    'las reclamaciones y la elegibilidad de esos años.',
};
