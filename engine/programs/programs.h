// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "contract/contract.h"
#include "core/result.h"

namespace gainshare {

// One cited figure of an edition, as its parameter file states it. `value` is the exact text of
// the file: a decimal, a word, or true/false.
struct Parameter {
  std::string_view id;     // "sharing_rate"
  std::string_view value;  // "0.5"
  std::string_view unit;   // "fraction of savings"
  std::string_view citation;
  Status status;
  std::string_view note;
};

struct SizeBandParameter {
  std::int64_t from;
  std::int64_t to;  // 0: no upper end
  std::string_view start;
  std::string_view end;
  std::string_view citation;
  Status status;
};

struct ProgramTrack {
  std::string_view id;     // "basic_e"
  std::string_view title;  // "BASIC Level E"
  std::span<const Parameter> parameters;
};

// What one programme pays by in one performance year: the parameters that a resolver in C++ makes
// terms of, or a whole contract as text, whose parameters then cite its figures by JSON Pointer.
// Published editions are never edited: a correction is a new edition. The tables are generated
// from programs/<program>/<year>.json.
struct ProgramEdition {
  std::string_view program;  // "mssp"
  std::string_view title;    // "Medicare Shared Savings Program"
  std::int32_t performance_year;
  std::string_view edition;  // "2024-1"
  std::string_view law;      // "settled" or "not_settled"
  std::string_view note;
  std::span<const Parameter> parameters;
  std::span<const SizeBandParameter> size_table;
  std::span<const ProgramTrack> tracks;
  std::string_view contract = {};  // {"streams": …} in the contract language, or empty
};

// Every edition, by programme and year.
std::span<const ProgramEdition> program_editions();

// The edition for a year; nothing when there is none: the nearest is never taken instead.
const ProgramEdition* find_edition(std::string_view program, std::int32_t performance_year);

// The terms a Medicare Shared Savings Program election stands for. Issues carry paths below the
// stream's "program" object ("/track", "/minimum_rate"). RULES.md sections 2.1 to 2.4.
struct ResolvedProgram {
  ProgramReference reference;
  SharedSavingsTerms terms;
};
Result<ResolvedProgram> resolve_mssp(const MsspElections& elections);

}  // namespace gainshare
