// SPDX-License-Identifier: Apache-2.0

export const scenario = {
  title: 'Llévelo consigo',
  copyLink: 'Copiar enlace',
  linkHint: 'El enlace contiene todo lo que introdujo. Nunca se envía a un servidor.',
  linkCopied: 'El enlace está copiado.',
  linkTooLong: 'Es demasiado largo para un enlace. Guárdelo como archivo.',
  save: 'Guardar escenario',
  open: 'Abrir un escenario',
  undo: 'Deshacer',
  redo: 'Rehacer',
  dismiss: 'Cerrar este mensaje',
  notOpened: 'No se pudo abrir',
  broken: 'El enlace está dañado o cortado. No se usó nada de él; cópielo de nuevo, entero.',
  problems: {
    too_large: 'El archivo pasa de 4 MB; ningún escenario es tan grande. No se usó nada de él.',
    not_json: 'El archivo no es JSON o está cortado. No se usó nada de él.',
    not_scenario: 'No es un escenario de esta página. No se usó nada de él.',
    other_format:
      'Este escenario es de otra versión del formato. Ábralo con la versión que lo guardó.',
    broken: 'Al escenario le falta o le sobra una parte. No se usó nada de él.',
  },
  opened: 'Escenario abierto',
  fits: 'El archivo está como se guardó: su resumen criptográfico coincide.',
  changed: 'El archivo se cambió después de guardarlo: su resumen criptográfico no coincide.',
  unchecked: 'El archivo no lleva un resumen criptográfico que se pueda comprobar aquí.',
  moved: 'Su vista no tiene campos para todo, así que se muestra en el formulario para cualquier contrato.',
  same: (engine: string) => `El resultado es el que registró el motor ${engine}.`,
  differs: (recorded: string, now: string) =>
    `El resultado difiere del registrado: registrado por el motor ${recorded}, calculado ahora por ${now}.`,
  differences: 'Qué difiere del resultado registrado',
  what: 'Qué',
  recorded: 'Registrado',
  now: 'Ahora',
};
