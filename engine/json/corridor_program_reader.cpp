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

// Elections are resolved only when each could be read: what is wrong with one is told once.
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
  reader.finish();
  if (reader.issues().size() > before) return std::nullopt;
  return resolve_next_generation(elections);
}

Resolved read_reach(ObjectReader& reader, std::string_view program) {
  const std::size_t before = reader.issues().size();
  ReachElections elections{.program = std::string{program}};
  elections.performance_year = static_cast<std::int32_t>(
      reader.whole("performance_year", Need::Required, kYear).value_or(0));
  elections.risk_arrangement =
      reader.text("risk_arrangement", Need::Required, kChoiceLength).value_or("");
  elections.retention_withhold = reader.truth("retention_withhold", Need::Optional).value_or(false);
  elections.spending_level = reader.text("spending_level", Need::Optional, kChoiceLength);
  reader.finish();
  if (reader.issues().size() > before) return std::nullopt;
  return resolve_reach(elections);
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& out) {
  ObjectReader reader{node, place, issues};
  const auto name = reader.text("name", Need::Required, {.low = 0, .high = 10'000});
  Resolved resolved;
  if (name == kNextGeneration) {
    resolved = read_next_generation(reader);
  } else if (name == kDirectContracting || name == kReach || name == kLead) {
    resolved = read_reach(reader, *name);
  } else if (name) {
    reader.report("name", IssueCode::UnknownProgram,
                  "There is no program " + in_quotes(*name) + " for this kind of stream. Write " +
                      listed(kPrograms) + ".",
                  {{"value", shortened(*name)}, {"choices", listed(kPrograms)}});
  }
  if (!resolved) return;
  if (!*resolved) {
    add_issues_of_program(resolved->issues(), place, issues);
    return;
  }
  out.program = resolved->value().reference;
  out.terms = resolved->value().terms;
}

}  // namespace

void read_risk_corridor(ObjectReader& stream, Stream& out) {
  const TermsOrProgram found = read_terms_or_program(stream);
  if (found.terms != nullptr) {
    out.terms =
        read_risk_corridor_terms(*found.terms, Place{stream.place(), "terms"}, stream.issues());
  } else if (found.program != nullptr) {
    read_program_terms(*found.program, Place{stream.place(), "program"}, stream.issues(), out);
  }
}

}  // namespace gainshare::json
