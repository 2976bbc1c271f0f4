// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainshare {

enum class FileKind : std::uint8_t { Claims, Eligibility, Roster };
inline constexpr std::array kFileKindNames{
    std::pair{FileKind::Claims, std::string_view{"claims"}},
    std::pair{FileKind::Eligibility, std::string_view{"eligibility"}},
    std::pair{FileKind::Roster, std::string_view{"roster"}},
};

// Why a row is not counted. Closed: the page has a sentence for each.
enum class RejectReason : std::uint8_t {
  RaggedRow,        // other than as many cells as the header
  StrayQuote,       // a quote inside a cell that has none at its ends
  UnclosedQuote,    // a quote that is never closed
  RowTooLong,       // over a mebibyte
  MissingMember,    // no person id
  MissingClaim,     // no claim id
  BadLineNumber,    // not a whole number
  BadDate,          // no date, or none that can be read
  BadAmount,        // not an amount of money
  BadMonths,        // a count of months that is none, or over 12
  EndsBeforeStart,  // coverage that ends before it begins
  MissingProvider,  // a roster row without an NPI
  MissingTin,       // a roster row without a TIN
  DuplicateLine,    // says the same as another with its claim id and line number
  SupersededLine,   // same claim id and line number, other content, and another was taken
};
inline constexpr std::array kRejectReasonNames{
    std::pair{RejectReason::RaggedRow, std::string_view{"ragged_row"}},
    std::pair{RejectReason::StrayQuote, std::string_view{"stray_quote"}},
    std::pair{RejectReason::UnclosedQuote, std::string_view{"unclosed_quote"}},
    std::pair{RejectReason::RowTooLong, std::string_view{"row_too_long"}},
    std::pair{RejectReason::MissingMember, std::string_view{"missing_member"}},
    std::pair{RejectReason::MissingClaim, std::string_view{"missing_claim"}},
    std::pair{RejectReason::BadLineNumber, std::string_view{"bad_line_number"}},
    std::pair{RejectReason::BadDate, std::string_view{"bad_date"}},
    std::pair{RejectReason::BadAmount, std::string_view{"bad_amount"}},
    std::pair{RejectReason::BadMonths, std::string_view{"bad_months"}},
    std::pair{RejectReason::EndsBeforeStart, std::string_view{"ends_before_start"}},
    std::pair{RejectReason::MissingProvider, std::string_view{"missing_provider"}},
    std::pair{RejectReason::MissingTin, std::string_view{"missing_tin"}},
    std::pair{RejectReason::DuplicateLine, std::string_view{"duplicate_line"}},
    std::pair{RejectReason::SupersededLine, std::string_view{"superseded_line"}},
};
inline constexpr std::size_t kRejectReasonCount = kRejectReasonNames.size();

// What was read otherwise than it stands, in rows that were kept.
enum class IntakeNote : std::uint8_t {
  EmptyAmount,    // read as 0
  RoundedAmount,  // had places beyond the cent
  ExtraCells,     // empty cells behind the last column
  EmptyPaidDate,  // the service's date counts as the day of payment
  NoProvider,     // no NPI: the line costs, and attributes to nobody
};
inline constexpr std::array kIntakeNoteNames{
    std::pair{IntakeNote::EmptyAmount, std::string_view{"empty_amount"}},
    std::pair{IntakeNote::RoundedAmount, std::string_view{"rounded_amount"}},
    std::pair{IntakeNote::ExtraCells, std::string_view{"extra_cells"}},
    std::pair{IntakeNote::EmptyPaidDate, std::string_view{"empty_paid_date"}},
    std::pair{IntakeNote::NoProvider, std::string_view{"no_provider"}},
};
inline constexpr std::size_t kIntakeNoteCount = kIntakeNoteNames.size();

struct RejectPlace {
  std::int64_t line = 0;
  std::string column;  // empty: the whole row
  std::string text;    // what stands there, at most 40 bytes of it
};

struct Rejected {
  std::int64_t count = 0;
  std::vector<RejectPlace> first;  // the first few by line
};

// What became of one file. Every row is read; then it is blank, rejected or kept, so
// rows_read = blank + rejected + kept.
struct FileReport {
  FileKind kind = FileKind::Claims;
  std::string name;
  std::uint64_t bytes = 0;
  std::int64_t rows_read = 0;  // without the header
  std::int64_t blank = 0;
  std::int64_t kept = 0;
  std::array<Rejected, kRejectReasonCount> rejected;
  std::array<std::int64_t, kIntakeNoteCount> notes{};
  std::vector<std::string> unused_columns;

  void reject(RejectReason reason, std::int64_t line, std::string_view column,
              std::string_view text);
  void note(IntakeNote what) { ++notes[static_cast<std::size_t>(what)]; }
};

// Two parts of one file as one.
void add(FileReport& whole, const FileReport& part);

}  // namespace gainshare
