// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "population/intake/intake_report.h"
#include "population/intake/row_reader.h"

namespace gainshare {

// Which column of a file a field is in, or which text it has in all rows, where the file's own
// names are not those of the Tuva input layer.
struct ColumnMapping {
  std::vector<std::pair<std::string, std::string>> columns;    // field, the file's column
  std::vector<std::pair<std::string, std::string>> constants;  // field, text
};

// A field that a kind of file has. `names` are its column names, the preferred first.
struct FieldSpec {
  std::string_view name;
  bool required = false;
  std::span<const std::string_view> also = {};  // other names that are tried
};

// The fields of a kind, in the order of that kind's enumeration.
std::span<const FieldSpec> fields_of(FileKind kind);

// Where each field of a kind stands in one file.
class Columns {
 public:
  std::string_view cell(const Row& row, std::size_t field) const {
    const std::int32_t column = places_[field];
    return column >= 0 ? without_quotes_or_blanks(row.cell(static_cast<std::uint32_t>(column)))
                       : std::string_view{constants_[field]};
  }
  bool has(std::size_t field) const { return places_[field] >= 0 || !constants_[field].empty(); }
  std::uint32_t count() const { return static_cast<std::uint32_t>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }
  // The file's name of the column of a field; empty for a constant.
  std::string_view name_of(std::size_t field) const {
    return places_[field] < 0 ? std::string_view{}
                              : names_[static_cast<std::size_t>(places_[field])];
  }
  std::int32_t place(std::size_t field) const { return places_[field]; }
  std::vector<std::string> unused() const;

 private:
  friend Result<Columns> bind_columns(FileKind, std::string_view, const std::vector<std::string>&,
                                      const ColumnMapping&);
  static std::string_view without_quotes_or_blanks(std::string_view text) {
    if (text.empty() || (text.front() > ' ' && text.back() > ' ')) return text;
    return trim(text);
  }
  static std::string_view trim(std::string_view text);

  std::vector<std::string> names_;      // of the file's columns
  std::vector<std::int32_t> places_;    // by field; -1 where the file has no such column
  std::vector<std::string> constants_;  // by field
};

// Finds the fields among a file's column names: by the mapping, else by their Tuva names, without
// regard to case. Every missing column, duplicate and unknown field of the mapping is an issue.
Result<Columns> bind_columns(FileKind kind, std::string_view file,
                             const std::vector<std::string>& names, const ColumnMapping& mapping);

// The same for somebody who looks on: what is found, and what must still be said.
struct MatchedColumns {
  std::vector<std::pair<std::string, std::string>> matched;  // field, the file's column
  std::vector<std::string> missing;                          // fields that are needed
  std::vector<std::string> unused;                           // columns
};
MatchedColumns find_columns(FileKind kind, const std::vector<std::string>& names,
                            const ColumnMapping& mapping);

enum class ClaimField : std::uint8_t {
  Source,
  ClaimId,
  LineNumber,
  ClaimType,
  Member,
  LineStart,
  LineEnd,
  ClaimStart,
  ClaimEnd,
  PaidDate,
  PlaceOfService,
  BillType,
  RevenueCode,
  Code,
  RenderingNpi,
  BillingNpi,
  Tin,
  Paid,
  Allowed,
  Diagnosis1,  // and 24 more
};
inline constexpr std::size_t kDiagnosisColumns = 25;

enum class EligibilityField : std::uint8_t {
  Member,
  Born,
  Died,
  Sex,
  Start,
  End,
  Months,
  MonthsYear,
  DualStatus,
  OriginalReason,
  MedicareStatus,
  County,
  PatientDesignated,
  InsurerDesignated,
  RiskScore,
};

enum class RosterField : std::uint8_t { Npi, Tin, Specialty, Group, Participant };

}  // namespace gainshare
