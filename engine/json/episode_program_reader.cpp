// SPDX-License-Identifier: Apache-2.0
// Programs of episode payment: CJR and BPCI Advanced.
#include <array>
#include <string>
#include <utility>

#include "json/episode_payment_reader.h"
#include "json/program_reader.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/bpci_advanced/resolve.h"
#include "programs/cjr/resolve.h"

namespace gainshare::json {
namespace {

constexpr std::array kPrograms{kBpciAdvanced, kCjr};

using Resolved = std::optional<Result<ResolvedEpisodePayment>>;

Resolved read_elections(ObjectReader& reader, std::string_view program) {
  const std::size_t before = reader.issues().size();
  const auto year = static_cast<std::int32_t>(
      reader.whole("performance_year", Need::Required, kYear).value_or(0));
  std::string hospital;
  if (program == kCjr) {
    hospital = reader.text("hospital", Need::Optional, {.low = 1, .high = 40}).value_or("standard");
  }
  reader.finish();
  if (reader.issues().size() > before) return std::nullopt;
  if (program == kCjr) return resolve_cjr({.performance_year = year, .hospital = hospital});
  return resolve_bpci_advanced(year);
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& out) {
  ObjectReader reader{node, place, issues};
  const auto name = reader.text("name", Need::Required, {.low = 0, .high = 10'000});
  Resolved resolved;
  if (name == kCjr || name == kBpciAdvanced) {
    resolved = read_elections(reader, *name);
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

void read_episode_payment(ObjectReader& stream, Stream& out) {
  const TermsOrProgram found = read_terms_or_program(stream);
  if (found.terms != nullptr) {
    out.terms =
        read_episode_payment_terms(*found.terms, Place{stream.place(), "terms"}, stream.issues());
  } else if (found.program != nullptr) {
    read_program_terms(*found.program, Place{stream.place(), "program"}, stream.issues(), out);
  }
}

}  // namespace gainshare::json
