// SPDX-License-Identifier: Apache-2.0
// Any bytes as a contract: the answer is JSON with a result or with issues, and a contract that is
// accepted can be settled or says what it lacks.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "json/document.h"
#include "json/engine.h"

using namespace gainshare;
using namespace gainshare::json;

namespace {

constexpr std::string_view kExperience =
    R"({"format": "gainshare-experience-1", "population": {"assigned_beneficiaries": 12000},
        "spending": {"benchmark_cents": 12000000000, "expenditure_cents": 11500000001,
                     "participant_revenue_cents": 3000000000},
        "quality": {"score": "0.85", "met_standard": true, "met_alternative_standard": true,
                    "measures": [{"id": "m1", "prior": "0.4", "current": "0.45"}]}})";

// The answer's "ok", after checking that it is one JSON object with what belongs to it.
bool check_answer(const std::string& answer, std::string_view result) {
  Issues issues;
  constexpr Limits kRoom{
      .bytes = std::size_t{1} << 30U, .members = 10'000'000, .string_bytes = 1'000'000};
  const auto tree = read_document(answer, Place{""}, issues, kRoom);
  if (!tree || !issues.empty()) std::abort();
  const Node* const ok = tree->find("ok");
  if (ok == nullptr || ok->kind != Kind::Truth) std::abort();
  const Node* const expected = tree->find(ok->truth ? result : "issues");
  if (expected == nullptr) std::abort();
  if (!ok->truth && expected->items.empty()) std::abort();
  return ok->truth;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const bool accepted = check_answer(validate(text), "programs");
  const bool settled = check_answer(settle(text, kExperience), "streams");
  if (settled && !accepted) std::abort();
  return 0;
}
