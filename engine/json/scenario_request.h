// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/rate.h"
#include "core/result.h"
#include "scenario/point.h"

namespace gainshare::json {

enum class Ask : std::uint8_t { Sweep, Breaks, Seek, Tornado };
inline constexpr std::array kAskNames{
    std::pair{Ask::Sweep, std::string_view{"sweep"}},
    std::pair{Ask::Breaks, std::string_view{"breaks"}},
    std::pair{Ask::Seek, std::string_view{"seek"}},
    std::pair{Ask::Tornado, std::string_view{"tornado"}},
};

// What is asked. A member that the question has no use for is an issue, not left unread.
struct ScenarioRequest {
  Ask ask = Ask::Breaks;
  Measure measure;
  std::string input;  // JSON Pointer; a tornado has none
  std::optional<Rate> from;
  std::optional<Rate> to;
  std::optional<int> places;
  std::int64_t steps = 0;      // Sweep: values from end to end
  std::optional<Rate> target;  // Seek
  std::optional<Rate> change;  // Tornado: of each input, as a part of it
};

std::optional<ScenarioRequest> read_scenario_request(std::string_view text, Issues& issues);

}  // namespace gainshare::json
