// SPDX-License-Identifier: Apache-2.0

// The views of shared savings, quality points and the back-test.
export const idea = {
  nav: 'La idea',
  title: 'La idea',
  story: (expected: string, spent: string, saved: string, sign: number) =>
    sign > 0
      ? `Se esperaban ${expected}. Se gastaron ${spent}. Se ahorraron ${saved}: ¿de quién son?`
      : sign < 0
        ? `Se esperaban ${expected}. Se gastaron ${spent}. ${saved} de más: ¿quién los asume?`
        : `Se esperaban ${expected} y se gastaron ${spent}. Nada se ahorró, nada se perdió.`,
  broken: '¿De quién es el ahorro?',
  lead:
    'Un pagador y un proveedor acuerdan cuánto debería costar la atención. Si cuesta menos, y lo ' +
    'bastante menos, comparten el ahorro. Dos contratos liquidan el mismo año:',
  examples: 'Ejemplos resueltos',
  example: (benchmark: string, spent: string) => `${benchmark} esperados, ${spent} gastados`,
  shared: 'El mismo año para los dos',
  moreYear: 'Más sobre el año',
  slider: 'Gasto real, control deslizante',
  oneSided: 'De un lado',
  twoSided: 'De dos lados',
  oneSidedLead: 'El ahorro se comparte; una pérdida es solo del pagador.',
  twoSidedLead: 'Una parte mayor del ahorro, y una parte de la pérdida.',
  terms: (name: string) => `Condiciones, ${name.toLowerCase()}`,
  moreTerms: (name: string) => `Más condiciones, ${name.toLowerCase()}`,
  statement: 'Los dos estados de cuenta',
  reset: 'Volver al ejemplo resuelto',
  starts: {
    check: 'su contrato, su año, y al lado el estado de cuenta del pagador',
    learn: 'una idea cada vez, con acertijos y hojas para imprimir',
    any: 'retenciones, episodios, capitación y todos los demás tipos',
    claims: 'pacientes y costos de archivos que se quedan aquí',
  },
};

export const headline = {
  earns: (payment: string, savings: string, keeps: string) =>
    `Usted ganaría ${payment} de los ${savings} ahorrados. El pagador conserva ${keeps}.`,
  below: (savings: string, minimum: string) =>
    `Se ahorraron ${savings}, pero el mínimo es ${minimum}. Usted ganaría $0; el pagador lo conserva todo.`,
  quality: (savings: string) =>
    `Se ahorraron ${savings}, pero no se cumplió el estándar de calidad. Usted ganaría $0.`,
  nothing: (savings: string) => `Usted ganaría $0 de los ${savings} ahorrados. El pagador los conserva.`,
  even: 'El gasto igualó exactamente el punto de referencia. No se comparte nada.',
  owes: (loss: string, owed: string) => `Se gastaron ${loss} de más. Usted debería ${owed}.`,
  owesNothing: (loss: string) => `Se gastaron ${loss} de más. Usted no debería nada.`,
  recouped: (recouped: string, net: string) =>
    ` De eso, ${recouped} devuelven anticipos; se pagan ${net}.`,
  provider: (title: string, sentence: string) => `${title}: ${sentence}`,
};

export const check = {
  nav: 'Comprobar mi bono',
  title: 'Comprobar mi bono',
  lead: 'Introduzca un contrato y un año. El estado de cuenta sigue lo que escribe.',
  enter: 'Lo que usted introduce',
  kind: 'El contrato',
  program: 'Medicare Shared Savings Program',
  own: 'Un contrato con condiciones propias',
  other: 'Otro tipo, o más partes …',
  otherHint: 'Abre este contrato en el formulario que tiene cada parte de cada tipo de pago.',
  defaultTitle: 'Mi contrato',
  onPrint: 'En la impresión',
  date: 'Fecha en el estado de cuenta',
  notSettled: (year: string) =>
    `La ley para ${year} no es definitiva: las tasas aún pueden cambiar antes de que CMS pague.`,
  startDecides:
    'Introduzca cuándo comenzó el período del acuerdo. Los acuerdos desde 2024 tienen una ' +
    'salvaguarda para las pérdidas y, en la modalidad BASIC, la mitad de la parte para las ACO de ' +
    'ingresos bajos por debajo de la tasa mínima: sin el comienzo no se aplica ninguna de las dos.',
  dateHint: 'Se imprime como usted la escriba.',
  statement: 'Estado de cuenta',
  print: 'Imprimir',
  from: 'De la comprobación retrospectiva',
  fromRow: (aco: string, year: string, file: string, line: string) =>
    `${aco}, año de desempeño ${year}, como lo publicó CMS (${file}, línea ${line}).`,
  published: 'Publicado por CMS',
  recomputed: 'Recalculado a partir del archivo',
  difference: 'Diferencia',
  verdict: 'Veredicto',
  changed: 'Usted ha cambiado datos desde entonces; las cifras de abajo siguen lo introducido ahora.',
  unplaced: 'Estas partes de la fila no tienen campo en esta página y quedan fuera:',
  projected: (amount: string) =>
    `El gasto del año entero se proyecta en ${amount}. Se apoya en lo marcado como «supuesto».`,
};

export const quality = {
  nav: 'Puntos de calidad',
  title: 'Puntos de calidad',
  contractTitle: 'Logro frente a mejora',
  story: (prior: string, current: string) => `${prior} el año pasado, ${current} este año.`,
  storyAlone: (current: string) => `${current} este año.`,
  change: (change: string) => `${change} de cambio relativo:`,
  earns: (achievement: string, improvement: string) =>
    ` ${achievement} puntos por logro, ${improvement} por mejora.`,
  counts: (points: string, maximum: string) =>
    `Cuenta el mejor de los dos: ${points} de ${maximum} puntos.`,
  lead:
    'El logro compara el puntaje con el de otros proveedores. La mejora lo compara con el puntaje ' +
    'anterior del propio proveedor.',
  achievement: 'Por logro',
  improvement: 'Por mejora',
  points: (points: string) => `${points} puntos`,
  scales: 'Las escalas',
  addStep: 'Añadir un escalón',
  removeStep: 'Quitar el último escalón',
  noChange: 'No hay un puntaje anterior que mejorar.',
  working: 'El cálculo',
};

export const backtest = {
  nav: 'Comprobación retrospectiva',
  title: 'Comprobación retrospectiva',
  headline: 'Recalcule lo que CMS ha publicado',
  story: (rows: string, differ: string) => `${rows} ACO recalculadas. ${differ} difieren.`,
  storyLimited: (rows: string) => ` ${rows} limitadas por ingresos no publicados.`,
  storyUnreadable: (rows: string) => ` ${rows} no se pudieron leer.`,
  lead:
    'CMS publica cómo se liquidó cada organización responsable de la atención (ACO): “Performance ' +
    'Year Financial and Quality Results”, en data.cms.gov. Suelte aquí esos archivos y cada ' +
    'liquidación se calcula de nuevo junto a lo que pagó CMS.',
  privacy:
    'Los archivos se quedan en esta computadora. Se leen y recalculan dentro de esta página; no se ' +
    'envía nada a ninguna parte.',
  choose: 'Elegir archivos CSV',
  drop: 'o suéltelos aquí',
  year: 'Año de desempeño',
  yearHint: 'Solo si un archivo no lo dice.',
  yearFromFile: 'El que diga el archivo',
  running: (files: string) => `Leyendo y recalculando ${files} …`,
  failed: 'Los archivos no se pudieron recalcular.',
  tooLarge: (name: string, limit: string) =>
    `${name} pasa de ${limit}. Los archivos de resultados de CMS son mucho menores; elija uno de ellos.`,
  refused: 'No se pudo leer ninguno de los archivos',
  fileIssues: (count: number) =>
    count === 1 ? 'Un problema en los archivos' : `${count} problemas en los archivos`,
  moreIssues: (count: number) => `y ${count} más`,
  totals: 'Recuento por año',
  everyYear: 'Todos los años',
  rows: 'ACO',
  filterVerdict: 'Veredicto',
  filterYear: 'Año',
  all: 'Todos',
  results: 'ACO por ACO',
  open: (name: string, year: string) => `Abrir ${name}, ${year}, con su cálculo`,
  page: (from: string, to: string, of: string) => `${from} a ${to} de ${of}`,
  pages: 'Páginas de la tabla',
  scrolls: (table: string) => `${table}: tabla que se desplaza a los lados`,
  line: (line: string) => `línea ${line}`,
  previous: 'Anterior',
  next: 'Siguiente',
  none: 'Ninguna ACO tiene este veredicto y año.',
  sortBy: (label: string) => `Ordenar por ${label}`,
  columns: {
    aco_name: 'ACO',
    performance_year: 'Año',
    track: 'Modalidad',
    computed_earned_cents: 'Ganado, calculado',
    published_earned_cents: 'Ganado, publicado',
    difference_cents: 'Diferencia',
    verdict: 'Veredicto',
    beneficiaries: 'Beneficiarios',
    benchmark_cents: 'Punto de referencia',
    expenditure_cents: 'Gasto',
    savings_cents: 'Ahorro',
    minimum_rate: 'Tasa mínima',
    sharing_rate: 'Tasa de reparto',
    computed_generated_cents: 'Generado, calculado',
    published_generated_cents: 'Generado, publicado',
  },
  verdicts: {
    exact: 'exacto',
    within_rounding: 'dentro del redondeo',
    limited_by_unpublished_revenue: 'limitado por ingresos no publicados',
    differs: 'difiere',
    unreadable: 'ilegible',
  },
  verdictMeaning: {
    exact: 'A menos de $1 del importe publicado, que CMS imprime en dólares enteros.',
    within_rounding:
      'Dentro de lo que deja abierto el puntaje de calidad publicado, cortado a cuatro decimales.',
    limited_by_unpublished_revenue:
      'Una pérdida retenida por un límite sobre los ingresos de los participantes, que CMS no publica: no es una coincidencia.',
    differs: 'El importe calculado no es el publicado.',
    unreadable: 'Una celda de la fila no se pudo leer, así que la fila no se liquida.',
  },
};

export const picture = {
  expected: 'Esperado',
  spent: 'Gastado',
  provider: 'Proveedor',
  payer: 'Pagador',
  owes: 'El proveedor debe',
  bears: 'El pagador asume',
  saved: 'Ahorrado',
  overspent: 'Por encima de lo esperado',
  minimumName: 'Ahorro mínimo',
  minimum: (amount: string) => `mínimo ${amount}`,
  title: (name: string) => `De quién es el ahorro: ${name}`,
  describe: (expected: string, spent: string, provider: string, payer: string) =>
    `Gasto esperado ${expected}, gasto real ${spent}. ${provider}. ${payer}.`,
  broken: (from: string) => `El eje está cortado: empieza en ${from}, para que se vea el ahorro.`,
  whole: 'El eje empieza en $0.',
  table: 'La imagen como tabla',
  tableCaption: (name: string) => `Cifras de la imagen: ${name}`,
  what: 'Qué',
  amount: 'Importe',
  scaleTitle: (name: string) => `Puntos ${name.toLowerCase()}`,
  scaleDescription: (value: string, points: string) =>
    `Una escala de escalones con una marca en ${value}, que vale ${points} puntos.`,
  from: 'Desde',
  points: 'Puntos',
  here: 'este puntaje',
  reached: 'alcanzado',
  belowFirst: 'por debajo del primer escalón',
};
