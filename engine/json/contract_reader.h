// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "contract/contract.h"
#include "core/result.h"
#include "json/document.h"
#include "json/place.h"

namespace gainshare::json {

inline constexpr std::string_view kContractFormat = "gainshare-contract-1";

// A kind of payment stream by its name on the wire.
struct StreamKind {
  std::string_view kind;
  std::string_view title;
  bool uses_score = false;  // a stream of it may name an earlier scorecard in "score_from"
};
inline constexpr std::array kStreamKinds{
    StreamKind{"shared_savings", "Shared savings and losses", true},
    StreamKind{"quality_scorecard", "Quality scorecard"},
    StreamKind{"risk_corridor", "Discount and risk corridors", true},
    StreamKind{"withhold", "Withhold"},
    StreamKind{"prefunded_bonus", "Prefunded bonus", true},
    StreamKind{"incentive_pool", "Incentive pool"},
    StreamKind{"episode_payment", "Bundled or episode payment", true},
    StreamKind{"capitation", "Capitation"},
    StreamKind{"pay_for_performance", "Pay for performance", true},
    StreamKind{"fee_for_service", "Fee-for-service base"},
    StreamKind{"infrastructure_grant", "Infrastructure grant"},
    StreamKind{"management_payment", "Management payments", true},
    StreamKind{"total_cost_index", "Total cost of care indices"},
};

// The contract of a JSON text, with the terms of a named programme resolved. Nothing when there
// was any issue; all of them are then in `issues`, with paths below `top`.
std::optional<Contract> read_contract(std::string_view text, const Place& top, Issues& issues);
std::optional<Contract> read_contract(const Node& root, const Place& top, Issues& issues);

}  // namespace gainshare::json
