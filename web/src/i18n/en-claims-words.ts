// SPDX-License-Identifier: Apache-2.0

// The engine's closed lists about claims, in words.

export const fieldWords: Readonly<Record<string, string>> = {
  claim_id: 'Claim id',
  claim_line_number: 'Line number',
  person_id: 'Patient id',
  paid_amount: 'Paid amount',
  allowed_amount: 'Allowed amount',
  claim_line_start_date: 'Date of the line',
  claim_start_date: 'Date of the claim',
  paid_date: 'Date of payment',
  claim_type: 'Claim type',
  hcpcs_code: 'HCPCS or CPT code',
  place_of_service_code: 'Place of service',
  bill_type_code: 'Bill type',
  revenue_center_code: 'Revenue center',
  rendering_npi: 'Rendering NPI',
  billing_npi: 'Billing NPI',
  rendering_tin: 'TIN',
  diagnosis_code_1: 'First diagnosis',
  data_source: 'Source',
  enrollment_start_date: 'Coverage begins',
  enrollment_end_date: 'Coverage ends',
  enrollment_months: 'Months of coverage in a year',
  enrollment_year: 'Year of those months',
  birth_date: 'Date of birth',
  death_date: 'Date of death',
  gender: 'Sex',
  dual_status_code: 'Dual status',
  original_reason_entitlement_code: 'Original reason for entitlement',
  medicare_status_code: 'Medicare status',
  county: 'County',
  patient_designated_provider: 'Provider that the patient named',
  insurer_designated_provider: 'Provider that the insurer named',
  risk_score: 'Risk score',
  npi: 'NPI',
  tin: 'TIN',
  specialty: 'Specialty code',
  group: 'Group',
  participant: 'Participant, yes or no',
};

// Why a line is not counted, and what to do about it.
export const reasonWords: Readonly<Record<string, string>> = {
  ragged_row: 'Another number of cells than the header has',
  stray_quote: 'A quotation mark inside a cell that is not quoted',
  unclosed_quote: 'A quotation mark that is never closed',
  row_too_long: 'Longer than a million characters',
  missing_member: 'No patient id',
  missing_claim: 'No claim id',
  bad_line_number: 'The line number is not a whole number',
  bad_date: 'No date, or none that can be read',
  bad_amount: 'Not an amount of money',
  bad_months: 'Not a number of months from 0 to 12',
  ends_before_start: 'Coverage ends before it begins',
  missing_provider: 'No NPI',
  missing_tin: 'No TIN',
  duplicate_line: 'A duplicate: says the same as another line of its claim',
  superseded_line: 'Same claim and line number as another line that was taken',
};

export const noteWords: Readonly<Record<string, string>> = {
  empty_amount: 'Empty amount, read as $0',
  rounded_amount: 'Amount with fractions of a cent, rounded',
  extra_cells: 'Empty cells behind the last column, left out',
  empty_paid_date: 'No date of payment: the date of service is taken',
  no_provider: 'No NPI: the line costs, and attributes to nobody',
};

export const methodWords: Readonly<Record<string, string>> = {
  patient_designation: 'The patient’s own designation',
  insurer_designation: 'The insurer’s designation',
  two_step: 'Two steps',
  plurality_of_visits: 'Most visits',
  plurality_of_allowed_charges: 'Most allowed charges',
  geography: 'Geography',
};

export const categoryWords: Readonly<Record<string, string>> = {
  inpatient: 'Inpatient',
  outpatient: 'Outpatient',
  skilled_nursing: 'Skilled nursing',
  home_health: 'Home health',
  hospice: 'Hospice',
  professional: 'Professional',
  durable_equipment: 'Durable equipment',
  pharmacy: 'Pharmacy',
  unknown: 'Not told by the claims',
};

export const typeWords: Readonly<Record<string, string>> = {
  esrd: 'End-stage renal disease',
  disabled: 'Disabled',
  aged_dual: 'Aged, dual',
  aged_non_dual: 'Aged, not dual',
  other: 'Everybody else',
};

// Why a method decided, or did not. `named`: whom the patient or the insurer named, or the county.
export const methodReasons: Readonly<Record<string, (named: string) => string>> = {
  decided: (named) => (named ? `it names ${named}, and that decides.` : 'this decided.'),
  not_designated: () => 'nobody is named.',
  unknown_designated: (named) => `it names ${named}, whom neither the roster nor the claims know.`,
  no_service: () => 'no service that counts was furnished.',
  no_pre_step_service: () => 'no service of a physician among the participants was furnished.',
  tied: () => 'the highest are equal, and no tie-break separates them.',
  no_county: (named) => `the terms name nobody for ${named || 'the patient’s county'}.`,
};
