// SPDX-License-Identifier: Apache-2.0

export const fieldWords: Readonly<Record<string, string>> = {
  claim_id: 'Id de la reclamación',
  claim_line_number: 'Número de línea',
  person_id: 'Id del paciente',
  paid_amount: 'Importe pagado',
  allowed_amount: 'Importe permitido',
  claim_line_start_date: 'Fecha de la línea',
  claim_start_date: 'Fecha de la reclamación',
  paid_date: 'Fecha de pago',
  claim_type: 'Tipo de reclamación',
  hcpcs_code: 'Código HCPCS o CPT',
  place_of_service_code: 'Lugar del servicio',
  bill_type_code: 'Tipo de factura',
  revenue_center_code: 'Centro de ingresos',
  rendering_npi: 'NPI que prestó el servicio',
  billing_npi: 'NPI que facturó',
  rendering_tin: 'TIN',
  diagnosis_code_1: 'Primer diagnóstico',
  data_source: 'Fuente',
  enrollment_start_date: 'Comienzo de la cobertura',
  enrollment_end_date: 'Fin de la cobertura',
  enrollment_months: 'Meses de cobertura en un año',
  enrollment_year: 'Año de esos meses',
  birth_date: 'Fecha de nacimiento',
  death_date: 'Fecha de fallecimiento',
  gender: 'Sexo',
  dual_status_code: 'Doble elegibilidad',
  original_reason_entitlement_code: 'Razón original del derecho',
  medicare_status_code: 'Situación en Medicare',
  county: 'Condado',
  patient_designated_provider: 'Proveedor que nombró el paciente',
  insurer_designated_provider: 'Proveedor que nombró el asegurador',
  risk_score: 'Puntaje de riesgo',
  npi: 'NPI',
  tin: 'TIN',
  specialty: 'Código de especialidad',
  group: 'Grupo',
  participant: 'Participante, sí o no',
};

export const reasonWords: Readonly<Record<string, string>> = {
  ragged_row: 'Otro número de celdas que el encabezado',
  stray_quote: 'Una comilla dentro de una celda sin comillas',
  unclosed_quote: 'Una comilla que nunca se cierra',
  row_too_long: 'Más de un millón de caracteres',
  missing_member: 'Sin id del paciente',
  missing_claim: 'Sin id de la reclamación',
  bad_line_number: 'El número de línea no es un número entero',
  bad_date: 'Sin fecha, o ninguna que se pueda leer',
  bad_amount: 'No es un importe de dinero',
  bad_months: 'No es un número de meses de 0 a 12',
  ends_before_start: 'La cobertura termina antes de empezar',
  missing_provider: 'Sin NPI',
  missing_tin: 'Sin TIN',
  duplicate_line: 'Un duplicado: dice lo mismo que otra línea de su reclamación',
  superseded_line: 'La misma reclamación y línea que otra que se tomó',
};

export const noteWords: Readonly<Record<string, string>> = {
  empty_amount: 'Importe vacío, leído como $0',
  rounded_amount: 'Importe con fracciones de centavo, redondeado',
  extra_cells: 'Celdas vacías detrás de la última columna, dejadas fuera',
  empty_paid_date: 'Sin fecha de pago: se toma la fecha del servicio',
  no_provider: 'Sin NPI: la línea cuesta, y no atribuye a nadie',
};

export const methodWords: Readonly<Record<string, string>> = {
  patient_designation: 'La designación del propio paciente',
  insurer_designation: 'La designación del asegurador',
  two_step: 'Dos pasos',
  plurality_of_visits: 'Más visitas',
  plurality_of_allowed_charges: 'Más cargos permitidos',
  geography: 'Geografía',
};

export const categoryWords: Readonly<Record<string, string>> = {
  inpatient: 'Hospitalización',
  outpatient: 'Ambulatorio',
  skilled_nursing: 'Enfermería especializada',
  home_health: 'Salud en el hogar',
  hospice: 'Hospicio',
  professional: 'Profesional',
  durable_equipment: 'Equipo duradero',
  pharmacy: 'Farmacia',
  unknown: 'Las reclamaciones no lo dicen',
};

export const typeWords: Readonly<Record<string, string>> = {
  esrd: 'Enfermedad renal terminal',
  disabled: 'Con discapacidad',
  aged_dual: 'Mayores, con doble elegibilidad',
  aged_non_dual: 'Mayores, sin doble elegibilidad',
  other: 'Todos los demás',
};

export const methodReasons: Readonly<Record<string, (named: string) => string>> = {
  decided: (named) => (named ? `nombra a ${named}, y eso decide.` : 'esto decidió.'),
  not_designated: () => 'no se nombra a nadie.',
  unknown_designated: (named) =>
    `nombra a ${named}, a quien no conocen ni la lista ni las reclamaciones.`,
  no_service: () => 'no se prestó ningún servicio que cuente.',
  no_pre_step_service: () => 'no se prestó ningún servicio de un médico entre los participantes.',
  tied: () => 'los más altos son iguales y ningún desempate los separa.',
  no_county: (named) => `las condiciones no nombran a nadie para ${named || 'el condado del paciente'}.`,
};
