// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace gainshare {

// Enumerations travel as snake_case words. Each has one table of pairs beside it; these two
// functions are the only conversions.
template <class Enum, std::size_t N>
constexpr std::string_view name_of(const std::array<std::pair<Enum, std::string_view>, N>& names,
                                   Enum value) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return {};
}

template <class Enum, std::size_t N>
constexpr std::optional<Enum> from_name(
    const std::array<std::pair<Enum, std::string_view>, N>& names, std::string_view name) {
  for (const auto& [candidate, candidate_name] : names) {
    if (candidate_name == name) return candidate;
  }
  return std::nullopt;
}

}  // namespace gainshare
