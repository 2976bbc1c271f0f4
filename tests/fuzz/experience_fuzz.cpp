// SPDX-License-Identifier: Apache-2.0
// Any bytes as an experience of a contract of several streams: a settlement that conserves
// the savings to the cent, or issues.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "json/engine.h"

using namespace gainshare;

namespace {

constexpr std::string_view kContract =
    R"({"format": "gainshare-contract-1", "title": "Fuzzed", "streams": [
        {"id": "own", "kind": "shared_savings", "terms": {"sides": "two_sided",
          "minimum_savings_rate": "0.02", "sharing_rate": "0.25", "minimum_loss_rate": "0.02",
          "loss_sharing_rate": "0.25", "loss_limit": {"rate_of_benchmark": "0.1"},
          "quality": {"effect": "escalator", "minimum_score": "0.3"}}},
        {"id": "medicare", "kind": "shared_savings", "program": {"name": "mssp",
          "performance_year": 2024, "track": "enhanced", "minimum_rate": "0.01"}},
        {"id": "quality", "kind": "quality_scorecard", "terms": {"measures": [
          {"id": "m1", "title": "One", "maximum_points": 2,
           "achievement": [{"percentile": 30, "rate": "0.3", "points": 1}],
           "improvement": [{"from_relative_change": "0.05", "points": 2}]}]}}]})";

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto settled = json::settle_texts(kContract, text);
  if (!settled) {
    require(!settled.issues().empty());
    for (const Issue& issue : settled.issues()) {
      require(std::string_view{issue.path}.substr(0, 11) == "/experience");
    }
    return 0;
  }
  for (const StreamOutcome& stream : settled.value().settlement.streams) {
    const auto* out = std::get_if<SharedSavingsOutcome>(&stream.outcome);
    if (out == nullptr) continue;
    require(out->payment - out->loss_owed + out->payer_keeps == out->savings);
  }
  require(!json::settled_answer(settled.value(), json::WithTrace::Yes).empty());
  return 0;
}
