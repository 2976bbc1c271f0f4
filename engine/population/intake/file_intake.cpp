// SPDX-License-Identifier: Apache-2.0
#include "population/intake/file_intake.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "csv/separator.h"
#include "csv/text_encoding.h"

namespace gainshare {
namespace {

// A header is looked for in so many bytes.
constexpr std::size_t kHeaderLimit = std::size_t{256} << 10U;

RejectReason reason_of(RowProblem problem) {
  if (problem == RowProblem::StrayQuote) return RejectReason::StrayQuote;
  if (problem == RowProblem::UnclosedQuote) return RejectReason::UnclosedQuote;
  return RejectReason::RowTooLong;
}

// The cells beyond the header's, where all of them are empty.
bool has_only_empty_cells_more(const Row& row, std::uint32_t columns) {
  for (std::uint32_t i = columns; i < row.cells; ++i) {
    if (!row.cell(i).empty()) return false;
  }
  return row.cells > columns;
}

// Whether the start of a file tells how it is written, so that nothing that comes later, in however
// many pieces, makes it another table: it has its first row and a line feed, or is long enough.
bool tells_form(std::string_view start) {
  if (start.size() >= kHeaderLimit) return true;
  return start.find('\n') != std::string_view::npos && first_line(start).ends;
}

// Lines end with a carriage return only where no line feed is near.
Separators separators_of(std::string_view start) {
  const std::string_view head = start.substr(0, kHeaderLimit);
  const bool old_mac =
      head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
  return {.cell = detect_separator(head), .line = old_mac ? '\r' : '\n'};
}

}  // namespace

FileIntake::FileIntake(Intake& intake, FileToRead file) : intake_(intake), file_(std::move(file)) {
  report_.kind = file_.kind;
  report_.name = file_.name;
}

bool FileIntake::refuse(IssueCode code, std::string message) {
  issues_.push_back(
      {.path = file_.name, .code = code, .message = std::move(message), .params = {}});
  return false;
}

bool FileIntake::take(std::size_t bytes) {
  if (!issues_.empty()) return false;
  rows_.filled(bytes);
  bytes_ += bytes;
  return read_rows(false);
}

bool FileIntake::finish() {
  if (!issues_.empty()) return false;
  rows_.finish();
  if (!read_rows(true)) return false;
  if (taker_ == nullptr) return refuse(IssueCode::EmptyFile, "The file is empty. Choose another.");
  const ByteRange part = file_.part;
  report_.bytes = std::min(std::max(bytes_, part.begin), part.end) - std::min(part.begin, part.end);
  add(intake_.report(file_.kind, file_.name), report_);
  return true;
}

bool FileIntake::read_rows(bool at_end) {
  if (taker_ == nullptr) {
    if (!form_known_ && !learn_form(at_end)) return issues_.empty();
    if (!read_header()) return false;
    if (taker_ == nullptr) return true;
  }
  std::array<Row, kRowsAtOnce> rows;
  bool room = true;
  while (room) {
    const std::size_t given = rows_.next(rows);
    if (given == 0) break;
    const auto end = std::remove_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(given),
                                    [this](const Row& row) { return !is_readable(row); });
    room = taker_->take({rows.data(), static_cast<std::size_t>(end - rows.begin())});
  }
  if (room) return true;
  return refuse(IssueCode::TooLarge,
                "The files have more than " + std::to_string(ClaimKeys::kMostClaims) +
                    " claims, or more than 65,535 sources. Read them in several runs.");
}

bool FileIntake::learn_form(bool at_end) {
  const ByteOrderMark mark = byte_order_mark(rows_.unread());
  if (mark == ByteOrderMark::Utf16) {
    return refuse(IssueCode::BrokenText,
                  "The file is written in UTF-16. Save it as CSV in UTF-8 and choose it again.");
  }
  constexpr std::size_t kUtf8MarkSize = 3;
  const std::size_t mark_size = mark == ByteOrderMark::Utf8 ? kUtf8MarkSize : 0;
  const std::string_view start = rows_.unread().substr(mark_size);
  if (!at_end && !tells_form(start)) return false;
  rows_.set_separators(separators_of(start));
  rows_.skip(mark_size);
  form_known_ = true;
  return true;
}

bool FileIntake::read_header() {
  Row row;
  do {
    if (!rows_.next(row)) return true;  // the header is longer than what has come
  } while (row.problem == RowProblem::None && row.blank());
  if (row.problem != RowProblem::None) {
    return refuse(IssueCode::BadCell,
                  "The first row, which should name the columns, cannot be read: a quote is not "
                  "closed, or it is too long. Correct it.");
  }
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < row.cells; ++i) names.emplace_back(row.cell(i));
  Result<Columns> columns = bind_columns(file_.kind, file_.name, names, file_.mapping);
  if (!columns) {
    issues_ = columns.issues();
    return false;
  }
  report_.unused_columns = columns.value().unused();
  columns_ = columns.value().count();
  RowPlace place{.intake = intake_, .report = report_, .columns = std::move(columns).value()};
  if (file_.kind == FileKind::Claims)
    taker_ = claims_taker(std::move(place));
  else if (file_.kind == FileKind::Eligibility)
    taker_ = eligibility_taker(std::move(place));
  else
    taker_ = roster_taker(std::move(place));
  return true;
}

bool FileIntake::is_readable(const Row& row) {
  if (row.offset < file_.part.begin || row.offset >= file_.part.end) return false;
  ++report_.rows_read;
  if (row.problem == RowProblem::None && row.cells == columns_ && columns_ > 1) return true;
  if (row.problem != RowProblem::None) {
    report_.reject(reason_of(row.problem), row.line, {}, {});
    return false;
  }
  if (row.blank()) {
    ++report_.blank;
    return false;
  }
  if (row.cells == columns_) return true;
  if (has_only_empty_cells_more(row, columns_)) {
    report_.note(IntakeNote::ExtraCells);
    return true;
  }
  report_.reject(RejectReason::RaggedRow, row.line, {},
                 std::to_string(row.cells) + " cells, not " + std::to_string(columns_));
  return false;
}

}  // namespace gainshare
