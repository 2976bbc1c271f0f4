// SPDX-License-Identifier: Apache-2.0
#include "backtest/known_differences.h"

#include <array>

namespace gainshare {
namespace {

// The limit is what CMS charged plus the disaster reduction it took off, computed back from the
// published row: it explains the difference and proves nothing.
constexpr std::array kKnown{
    KnownDifference{2019, "A2392",
                    "Track 1+: the loss is held at 8 % of the participants' revenue, which CMS "
                    "does not publish; the published loss implies a limit of $2,074,713"},
    KnownDifference{2023, "A1241",
                    "BASIC Level E: the loss is held at 8 % of the participants' revenue, which "
                    "CMS does not publish; the published loss implies a limit of $1,972,407"},
    KnownDifference{2023, "A5293",
                    "BASIC Level C: the loss is held at 2 % of the participants' revenue, which "
                    "CMS does not publish; the published loss implies a limit of $171,148"},
};

}  // namespace

std::span<const KnownDifference> known_differences() { return kKnown; }

const KnownDifference* find_known_difference(std::int32_t performance_year,
                                             std::string_view aco_id) {
  for (const KnownDifference& known : kKnown) {
    if (known.performance_year == performance_year && known.aco_id == aco_id) return &known;
  }
  return nullptr;
}

}  // namespace gainshare
