// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace gainshare {

// How far a figure or rule is known to be right. Shown wherever the figure is shown.
enum class Status : std::uint8_t {
  Contract,        // stated by the contract or entered by the user
  SourceDocument,  // in the documents the payment models were taken from
  Verified,        // found in a public source, which the citation names
  Reproduced,      // recomputed from published results
  Convention,      // chosen here because no source settles the point
  NotSettled,      // proposed, projected or carried on from an earlier year
  Unverified,      // from memory; to be checked before anyone relies on it
};

inline constexpr std::array kStatusNames{
    std::pair{Status::Contract, std::string_view{"contract"}},
    std::pair{Status::SourceDocument, std::string_view{"source_document"}},
    std::pair{Status::Verified, std::string_view{"verified"}},
    std::pair{Status::Reproduced, std::string_view{"reproduced"}},
    std::pair{Status::Convention, std::string_view{"convention"}},
    std::pair{Status::NotSettled, std::string_view{"not_settled"}},
    std::pair{Status::Unverified, std::string_view{"unverified"}},
};

// Where a figure or a rule comes from.
struct Source {
  std::string citation;  // "42 CFR 425.605(d)(1)", "contract", "experience"
  Status status = Status::Contract;
  std::string clause;  // the contract's own paragraph ("§4.2"), where it names one
};

// A term of a contract with its source.
template <class T>
struct Term {
  T value{};
  Source source{};
};

}  // namespace gainshare
