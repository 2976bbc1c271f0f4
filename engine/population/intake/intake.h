// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/money.h"
#include "population/intake/claim_keys.h"
#include "population/intake/claim_log.h"
#include "population/intake/dictionary.h"
#include "population/intake/intake_report.h"
#include "population/population.h"

namespace gainshare {

// Coverage still running has no end; it is as good as this.
inline constexpr Day kOpenEnd = 109'572;  // 2199-12-31

// One row of an eligibility file. Texts are numbers of Intake::words; 0 is the empty one.
struct EligibilityRow {
  MemberIndex member = 0;
  Day first = kNoDay;
  Day last = kNoDay;  // inclusive; before `first` where the row has no coverage
  Day born = kNoDay;
  Day died = kNoDay;
  Sex sex = Sex::Unknown;
  std::uint32_t dual_status = 0;
  std::uint32_t original_reason = 0;
  std::uint32_t medicare_status = 0;
  std::uint32_t county = 0;
  std::uint32_t patient_designated = 0;
  std::uint32_t insurer_designated = 0;
  std::uint32_t risk_score = 0;
};

// One row of a roster; texts likewise.
struct RosterRow {
  std::uint32_t provider = 0;  // of Intake::providers
  std::uint32_t tin = 0;
  std::uint32_t specialty = 0;
  std::uint32_t group = 0;
  bool participant = false;
};

// What was read from any number of files, or of parts of them. It is a set of rows: what is
// computed from it does not depend on the order in which they came, on how the files were cut, nor
// on how many intakes were added up (partial.h).
struct Intake {
  Dictionary members;
  Dictionary providers;  // NPIs; 0 is the empty one
  Dictionary codes;      // HCPCS and CPT; 0 is the empty one
  Dictionary diagnoses;
  Dictionary settings;  // claim type, place, bill type and revenue code with a kUnit between them
  Dictionary sources;   // 0 is the empty one
  Dictionary words;     // TINs, specialties, counties and what else repeats; 0 is the empty one

  ClaimKeys claims;
  ClaimLog log;
  // Claims of which a line came twice, as often as that happened: population/repeats.h sees to it.
  std::vector<std::uint32_t> repeated_claims;

  // Paid and allowed amounts of all lines without their signs; no more than twice kLargestCents is
  // counted. Up to kLargestCents no sum of amounts can overflow, twelve months of each included.
  std::int64_t amounts_cents = 0;

  std::vector<EligibilityRow> eligibility;
  std::vector<RosterRow> roster;
  std::vector<FileReport> files;

  static constexpr char kUnit = '\x1f';

  Intake();
  // The report of a file; a new one where it has none.
  FileReport& report(FileKind kind, const std::string& name);
  // Adds a line to its claim, which claims.number() found.
  void add_line(const ClaimLine& line);
};

// The reports by kind and name.
std::vector<const FileReport*> files_in_order(const Intake& intake);

Setting setting_of(const std::string& joined);

}  // namespace gainshare
