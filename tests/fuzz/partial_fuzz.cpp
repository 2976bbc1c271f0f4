// SPDX-License-Identifier: Apache-2.0
// Any bytes are a part of a population or are refused: no crash, and what is accepted is written
// out again as a part that says the same, and comes to an attribution or to issues. Changes are
// made to a good part, whose version and texts random bytes would never have.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "population/intake/file_intake.h"
#include "population/intake/partial.h"
#include "population/resolve.h"
#include "population/tables.h"

using namespace gainshare;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void read_file(Intake& intake, FileKind kind, std::string_view text) {
  FileIntake reader{intake, {.kind = kind, .name = "file.csv", .mapping = {}, .part = {}}};
  std::memcpy(reader.space(), text.data(), text.size());
  require(reader.take(text.size()) && reader.finish());
}

std::string good_part() {
  Intake intake;
  read_file(intake, FileKind::Claims,
            "claim_id,claim_line_number,claim_type,person_id,claim_start_date,paid_date,"
            "hcpcs_code,rendering_npi,paid_amount,allowed_amount,diagnosis_code_1,data_source\n"
            "C1,1,professional,M1,2024-02-01,2024-03-01,99213,N1,80,100,E119,a\n"
            "C1,1,professional,M1,2024-02-01,2024-03-01,99213,N1,80,100,E119,a\n"
            "C1,1,professional,M1,2024-02-01,2024-04-01,99213,N1,-80,-100,E119,a\n"
            "A claim with a long name,17,,M2,2024-05-01,,,,7,,,\n"
            "C2,x,,M2,2024-05-01,,,,7,,,\n");
  read_file(intake, FileKind::Eligibility,
            "person_id,birth_date,gender,enrollment_start_date,enrollment_end_date,"
            "original_reason_entitlement_code\n"
            "M1,1940-01-01,f,2024-01-01,,0\nM2,1960-07-20,m,2024-01-01,2024-06-30,1\n");
  read_file(intake, FileKind::Roster, "npi,tin,specialty,participant,colour\nN1,T1,8,yes,red\n");
  return write_partial(intake);
}

// The input is a list of edits of three bytes: where, and what stands there instead.
std::string edited(std::string part, const std::uint8_t* data, std::size_t size) {
  for (std::size_t i = 0; i + 3 <= size; i += 3) {
    const std::size_t at = (std::size_t{data[i]} << 8U | data[i + 1]) % part.size();
    part[at] = static_cast<char>(data[i + 2]);
  }
  return part;
}

// The rest as it is for everybody who says nothing.
PopulationTerms terms() {
  PopulationTerms terms{.title = "Fuzzed",
                        .year = {.first = day_of(2024, 1, 1), .last = day_of(2024, 12, 31)},
                        .base_years = {},
                        .attribution = {},
                        .cost = {}};
  terms.attribution.services.edition = 2024;
  terms.attribution.methods = {{.tie_breaks = {TieBreak::MostRecent, TieBreak::LowestId}}};
  return terms;
}

void check_result(const Intake& intake) {
  static const PopulationTerms of_fuzz = terms();
  static const RiskTables no_tables;
  if (intake.amounts_cents > kLargestCents) return;  // refused before anything is added up
  const ClaimsPopulation population = resolve(intake);
  auto tally = tally_period(intake, population, of_fuzz, of_fuzz.year);
  if (!tally) return;
  auto outcome = settle_period(population, tally.value(), of_fuzz);
  if (!outcome) return;
  std::vector<PeriodResult> years;
  years.push_back({std::move(tally).value(), std::move(outcome).value()});
  for (const auto& [table, name] : kPopulationTableNames) {
    require(!table_of({intake, population, of_fuzz, years, no_tables}, table).empty());
  }
}

void check(std::string_view bytes) {
  Intake intake;
  const Issues issues = merge_partial(intake, bytes);
  if (!issues.empty()) {
    for (const Issue& issue : issues) require(!issue.message.empty());
    return;
  }
  const std::string written = write_partial(intake);
  Intake again;
  require(merge_partial(again, written).empty());
  require(write_partial(again) == written);
  // Twice the same: every line is there twice, and numbered ones count once.
  require(merge_partial(again, written).empty());
  require(again.log.size() == 2 * intake.log.size());
  require(again.members.size() == intake.members.size());
  check_result(intake);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::string good = good_part();
  const std::string_view rest{reinterpret_cast<const char*>(data) + 1, size - 1};
  if (data[0] % 4 == 0) {
    check(rest);
  } else if (data[0] % 4 == 1) {
    // Cut off, or with more behind it.
    const std::size_t cut = rest.empty() ? good.size() : data[1] * good.size() / 256;
    check(good.substr(0, cut) + std::string{rest});
  } else {
    check(edited(good, data + 1, size - 1));
  }
  return 0;
}
