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
  const bool readable = reader.issues().size() == before;
  reader.finish();
  if (!readable) return std::nullopt;
  if (program == kCjr) return resolve_cjr({.performance_year = year, .hospital = hospital});
  return resolve_bpci_advanced(year);
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& out) {
  ObjectReader reader{node, place, issues};
  const auto name = read_program_name(reader, kPrograms);
  if (!name) return;
  const Resolved resolved = read_elections(reader, *name);
  if (resolved) take_program(*resolved, place, issues, out);
}

}  // namespace

void read_episode_payment(ObjectReader& stream, Stream& out) {
  read_terms_or_program(stream, out, read_episode_payment_terms, read_program_terms);
}

}  // namespace gainshare::json
