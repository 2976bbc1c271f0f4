// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "backtest/backtest.h"
#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "settlement/settlement.h"
#include "trace/step.h"

namespace gainshare::json {

// The engine as a client sees it: text in, one JSON text out. Where an answer's "ok" is false,
// its "issues" say everything that is wrong and there is no result, not even in part.

enum class WithTrace : std::uint8_t { No, Yes };

// Paths in issues begin with "/contract" or "/experience".
std::string settle(std::string_view contract, std::string_view experience,
                   WithTrace with_trace = WithTrace::Yes);

// Paths in issues are those of the contract itself.
std::string validate(std::string_view contract);

std::string describe();

std::string backtest(std::span<const SourceFile> files, std::optional<std::int32_t> year);

// A settlement with all that it came from, for a client that writes another text than JSON.
struct Settled {
  Contract contract;
  Experience experience;
  Settlement settlement;
  Trace trace;
};
Result<Settled> settle_texts(std::string_view contract, std::string_view experience);
std::string settled_answer(const Settled& settled, WithTrace with_trace);

}  // namespace gainshare::json
