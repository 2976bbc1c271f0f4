// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>

#include "core/result.h"
#include "population/intake/columns.h"
#include "population/intake/intake.h"
#include "population/intake/row_reader.h"

namespace gainshare {

// Rows that begin at these bytes of a file: its part, where several processes share it.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = std::numeric_limits<std::uint64_t>::max();
};

struct FileToRead {
  FileKind kind = FileKind::Claims;
  std::string name;
  ColumnMapping mapping;
  ByteRange part;  // bytes before it are needed all the same: a quote may be open
};

inline constexpr std::size_t kRowsAtOnce = 64;

// Takes the rows of one kind of file into an intake.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  // At most kRowsAtOnce rows, which have the header's cells. False when there is no room for more.
  virtual bool take(std::span<const Row> rows) = 0;
};

// Reads one file into an intake, piece by piece:
//
//   while there are bytes: put up to capacity() of them at space(), and say take(n)
//   finish()
//
// A file that is refused as a whole has issues(), and take() is false from there on.
class FileIntake {
 public:
  static constexpr std::size_t kPiece = std::size_t{1} << 20U;

  FileIntake(Intake& intake, FileToRead file);

  char* space() { return rows_.space(); }
  std::size_t capacity() const { return rows_.capacity(); }
  bool take(std::size_t bytes);
  bool finish();
  const Issues& issues() const { return issues_; }
  std::int64_t rows_read() const { return report_.rows_read; }
  const FileReport& report() const { return report_; }

 private:
  bool read_rows(bool at_end);
  // The separators, by the start of the file; false until there is enough of it.
  bool learn_form(bool at_end);
  bool read_header();
  // Whether the row is of this part of the file and has the header's cells; what is wrong with it
  // is counted.
  bool is_readable(const Row& row);
  bool refuse(IssueCode code, std::string message);

  Intake& intake_;
  FileToRead file_;
  RowReader rows_{kPiece};
  std::uint64_t bytes_ = 0;  // of the whole file, as far as it was read
  FileReport report_;
  bool form_known_ = false;
  std::unique_ptr<RowTaker> taker_;  // once the header is read
  std::uint32_t columns_ = 0;
  Issues issues_;
};

// What rows of one kind need besides the rows: where they go.
struct RowPlace {
  Intake& intake;
  FileReport& report;
  Columns columns;
};
std::unique_ptr<RowTaker> claims_taker(RowPlace place);
std::unique_ptr<RowTaker> eligibility_taker(RowPlace place);
std::unique_ptr<RowTaker> roster_taker(RowPlace place);

}  // namespace gainshare
