// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace gainshare {

// The closed list of what can be wrong. The page has one sentence per code and language.
enum class IssueCode : std::uint8_t {
  TooLarge,            // more bytes, members, rows or digits than is read
  TooDeep,             // nested beyond the limit
  BrokenJson,          // not JSON
  BrokenText,          // not UTF-8, or a stray byte where text should be
  DuplicateKey,        // the same key twice in one object
  UnknownKey,          // a key that nothing reads
  Missing,             // a required key is not there
  WrongType,           // text where a number should be, and so on
  NotANumber,          // NaN, Infinity, or a text that is no decimal
  TooPrecise,          // more digits than are kept exactly
  OutOfRange,          // a number outside its limits
  NotWhole,            // a fraction where a whole number of cents or people should be
  UnknownChoice,       // not one of the listed words
  Conflict,            // two statements that cannot both hold
  NotApplicable,       // stated, but this kind, track or year has no such thing
  UnknownProgram,      // no program of that name
  NoEdition,           // the program has no edition for that year
  BadDate,             // not a date in the calendar
  BadOrder,            // a table whose rows are not in order
  ArithmeticOverflow,  // a result beyond exact arithmetic
  MissingColumn,       // a table lacks a column it needs
  DuplicateColumn,     // two columns of the same name
  RaggedRow,           // a row with more or fewer cells than the header
  BadCell,             // a cell that cannot be read
  UnknownLayout,       // a table whose kind or year cannot be told
  EmptyFile,           // nothing in it
};

inline constexpr std::array kIssueCodeNames{
    std::pair{IssueCode::TooLarge, std::string_view{"too_large"}},
    std::pair{IssueCode::TooDeep, std::string_view{"too_deep"}},
    std::pair{IssueCode::BrokenJson, std::string_view{"broken_json"}},
    std::pair{IssueCode::BrokenText, std::string_view{"broken_text"}},
    std::pair{IssueCode::DuplicateKey, std::string_view{"duplicate_key"}},
    std::pair{IssueCode::UnknownKey, std::string_view{"unknown_key"}},
    std::pair{IssueCode::Missing, std::string_view{"missing"}},
    std::pair{IssueCode::WrongType, std::string_view{"wrong_type"}},
    std::pair{IssueCode::NotANumber, std::string_view{"not_a_number"}},
    std::pair{IssueCode::TooPrecise, std::string_view{"too_precise"}},
    std::pair{IssueCode::OutOfRange, std::string_view{"out_of_range"}},
    std::pair{IssueCode::NotWhole, std::string_view{"not_whole"}},
    std::pair{IssueCode::UnknownChoice, std::string_view{"unknown_choice"}},
    std::pair{IssueCode::Conflict, std::string_view{"conflict"}},
    std::pair{IssueCode::NotApplicable, std::string_view{"not_applicable"}},
    std::pair{IssueCode::UnknownProgram, std::string_view{"unknown_program"}},
    std::pair{IssueCode::NoEdition, std::string_view{"no_edition"}},
    std::pair{IssueCode::BadDate, std::string_view{"bad_date"}},
    std::pair{IssueCode::BadOrder, std::string_view{"bad_order"}},
    std::pair{IssueCode::ArithmeticOverflow, std::string_view{"arithmetic_overflow"}},
    std::pair{IssueCode::MissingColumn, std::string_view{"missing_column"}},
    std::pair{IssueCode::DuplicateColumn, std::string_view{"duplicate_column"}},
    std::pair{IssueCode::RaggedRow, std::string_view{"ragged_row"}},
    std::pair{IssueCode::BadCell, std::string_view{"bad_cell"}},
    std::pair{IssueCode::UnknownLayout, std::string_view{"unknown_layout"}},
    std::pair{IssueCode::EmptyFile, std::string_view{"empty_file"}},
};

}  // namespace gainshare
