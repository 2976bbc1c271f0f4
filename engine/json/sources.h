// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "contract/source.h"
#include "core/rounding.h"
#include "json/object_reader.h"

namespace gainshare::json {

inline constexpr std::array kRoundingModeNames{
    std::pair{RoundingMode::HalfUp, std::string_view{"half_up"}},
    std::pair{RoundingMode::HalfEven, std::string_view{"half_even"}},
    std::pair{RoundingMode::Down, std::string_view{"down"}},
    std::pair{RoundingMode::Up, std::string_view{"up"}},
};
inline constexpr std::array kRoundingPlaceNames{
    std::pair{RoundingPlace::Cent, std::string_view{"cent"}},
    std::pair{RoundingPlace::Dollar, std::string_view{"dollar"}},
};

// The source of what stands in a contract: the contract, or what the edition of a program cites for
// it; of the object that is read, or of its member `key`, which may be left to the default.
Source source_of(const ObjectReader& reader);
Source source_of(const ObjectReader& reader, std::string_view key);

// The source of what a contract says itself, and of what it leaves to the default.
Source stated(std::string clause);
Source not_stated();

// The member "id" of a stream or measure: ^[a-z][a-z0-9_]{0,39}$, since trace steps begin with it.
std::optional<std::string> read_id(ObjectReader& reader, std::string_view key = "id");
// A year as a calendar or a program counts them, and that it stands twice in a list.
inline constexpr WholeRange kYear{.noun = "a year", .low = 1, .high = 2199};
void report_taken_year(std::int32_t year, const Place& place, Issues& issues);

// Where an id is the key of a map: the same rule.
void check_key_is_id(const Member& member, const Place& map, Issues& issues);
// `key` is the member of the object at `place` that has the id.
void report_taken_id(std::string_view id, const Place& place, Issues& issues,
                     std::string_view key = "id");

}  // namespace gainshare::json
