// SPDX-License-Identifier: Apache-2.0
// Programs of risk corridors: Next Generation, Direct Contracting, REACH, LEAD.
#include <array>
#include <string>
#include <utility>

#include "json/program_reader.h"
#include "json/risk_corridor_reader.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/aco_reach/resolve.h"
#include "programs/ngaco/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kChoiceLength{.low = 1, .high = 40};
// Any rate that can be read; the program says which of them there are.
constexpr RateRange kElectedRate{.low = Rate::whole(-1), .high = Rate::whole(1)};
constexpr std::array kPrograms{kNextGeneration, kDirectContracting, kReach, kLead};

// Elections are resolved only when each could be read: what is wrong with one is told once. Keys
// that do not belong here do not stand in the way.
using Resolved = std::optional<Result<ResolvedRiskCorridor>>;

Resolved read_next_generation(ObjectReader& reader) {
  const std::size_t before = reader.issues().size();
  NextGenerationElections elections;
  elections.performance_year = static_cast<std::int32_t>(
      reader.whole("performance_year", Need::Required, kYear).value_or(0));
  elections.risk_arrangement =
      reader.text("risk_arrangement", Need::Required, kChoiceLength).value_or("");
  elections.cap = reader.rate("cap", Need::Optional, kElectedRate);
  elections.discount = {.whole = reader.rate("discount", Need::Optional, kElectedRate),
                        .quality = reader.rate("quality_discount", Need::Optional, kElectedRate),
                        .regional = reader.rate("regional_discount", Need::Optional, kElectedRate),
                        .national = reader.rate("national_discount", Need::Optional, kElectedRate)};
  const bool readable = reader.issues().size() == before;
  reader.finish();
  if (!readable) return std::nullopt;
  return resolve_next_generation(elections);
}

Resolved read_reach(ObjectReader& reader, std::string_view program) {
  const std::size_t before = reader.issues().size();
  ReachElections elections{.program = std::string{program}};
  elections.performance_year = static_cast<std::int32_t>(
      reader.whole("performance_year", Need::Required, kYear).value_or(0));
  elections.risk_arrangement =
      reader.text("risk_arrangement", Need::Required, kChoiceLength).value_or("");
  elections.spending_level = reader.text("spending_level", Need::Optional, kChoiceLength);
  if (program != kLead) {
    elections.retention_withhold =
        reader.truth("retention_withhold", Need::Optional).value_or(false);
  }
  const bool readable = reader.issues().size() == before;
  if (program == kLead) {
    reader.forbid("retention_withhold", "no retention withhold of this model is known.");
  }
  reader.finish();
  if (!readable) return std::nullopt;
  return resolve_reach(elections);
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& out) {
  ObjectReader reader{node, place, issues};
  const auto name = read_program_name(reader, kPrograms);
  if (!name) return;
  const Resolved resolved =
      *name == kNextGeneration ? read_next_generation(reader) : read_reach(reader, *name);
  if (resolved) take_program(*resolved, place, issues, out);
}

}  // namespace

void read_risk_corridor(ObjectReader& stream, Stream& out) {
  read_terms_or_program(stream, out, read_risk_corridor_terms, read_program_terms);
}

}  // namespace gainshare::json
