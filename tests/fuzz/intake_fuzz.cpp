// SPDX-License-Identifier: Apache-2.0
// Any bytes are a file of claims, eligibility or a roster, or are refused: no crash, every row
// accounted for, and the same intake however the bytes are cut into pieces or shared out in parts.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "population/intake/file_intake.h"
#include "population/intake/partial.h"
#include "population/repeats.h"

using namespace gainshare;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// Sizes of pieces, as random as a seed of a few bits makes them.
class Sizes {
 public:
  explicit Sizes(std::uint32_t seed) : state_(seed) {}
  std::size_t next() {
    state_ = state_ * 1'664'525U + 1'013'904'223U;
    return 1 + (state_ >> 24U) % 37;
  }

 private:
  std::uint32_t state_;
};

void check_report(const FileReport& report) {
  std::int64_t rejected = 0;
  for (const Rejected& of_reason : report.rejected) {
    rejected += of_reason.count;
    require(of_reason.first.size() <= 5);
    require(of_reason.first.empty() == (of_reason.count == 0));
  }
  require(report.rows_read == report.blank + rejected + report.kept);
}

void check_kept(const Intake& intake, const FileReport& report) {
  const auto kept = static_cast<std::uint64_t>(report.kept);
  if (report.kind == FileKind::Claims) require(intake.log.size() == kept);
  if (report.kind == FileKind::Eligibility) require(intake.eligibility.size() == kept);
  if (report.kind == FileKind::Roster) require(intake.roster.size() == kept);
}

struct Read {
  Intake intake;
  Issues issues;
};

template <class NextSize>
Read read(FileToRead file, std::string_view bytes, NextSize&& next_size) {
  Read result;
  FileIntake reader{result.intake, std::move(file)};
  bool good = true;
  while (good && !bytes.empty()) {
    const std::size_t size = std::min({bytes.size(), reader.capacity(), next_size()});
    std::memcpy(reader.space(), bytes.data(), size);
    bytes.remove_prefix(size);
    good = reader.take(size);
  }
  good = reader.finish();
  result.issues = reader.issues();
  require(good == result.issues.empty());
  if (good) {
    check_report(reader.report());
    check_kept(result.intake, reader.report());
  }
  return result;
}

// The rows of a small buffer, in one piece or many: cells, places and problems alike.
std::vector<std::string> rows_of(std::string_view bytes, Separators separators, Sizes sizes) {
  RowReader reader{37};
  reader.set_separators(separators);
  std::vector<std::string> rows;
  const auto take_rows = [&] {
    Row row;
    while (reader.next(row)) {
      std::string text = std::to_string(row.offset) + ':' + std::to_string(row.line) + ':' +
                         std::to_string(static_cast<int>(row.problem));
      for (std::uint32_t i = 0; i < row.cells; ++i) text.append("\x1f").append(row.cell(i));
      rows.push_back(std::move(text));
    }
  };
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.size(), sizes.next());
    std::memcpy(reader.space(), bytes.data(), size);
    reader.filled(size);
    bytes.remove_prefix(size);
    take_rows();
  }
  reader.finish();
  take_rows();
  return rows;
}

void check_parts(const FileToRead& file, std::string_view bytes, std::size_t cut,
                 const Read& whole) {
  const auto all = [&] { return bytes.size(); };
  Intake sum;
  for (const ByteRange part : {ByteRange{.begin = cut}, ByteRange{.begin = 0, .end = cut}}) {
    const Read read_part = read(
        {.kind = file.kind, .name = file.name, .mapping = file.mapping, .part = part}, bytes, all);
    require(read_part.issues.empty());
    require(merge_partial(sum, write_partial(read_part.intake)).empty());
  }
  const FileReport& report = whole.intake.files.front();
  require(sum.files.size() == 1 && sum.files.front().kept == report.kept);
  require(sum.files.front().rows_read == report.rows_read);
  require(sum.files.front().bytes == report.bytes);
  for (std::size_t i = 0; i < kRejectReasonCount; ++i) {
    require(sum.files.front().rejected[i].count == report.rejected[i].count);
  }
  check_kept(sum, sum.files.front());
  const Repeats ours = find_repeats(sum);
  const Repeats theirs = find_repeats(whole.intake);
  require(ours.duplicates == theirs.duplicates && ours.superseded == theirs.superseded);
}

// What comes before the file's own bytes, so that rows of a good header are reached at once.
constexpr std::array<std::string_view, 4> kHeaders{
    "",
    "claim_id,claim_line_number,person_id,claim_start_date,claim_end_date,paid_date,"
    "paid_amount,allowed_amount,rendering_npi,hcpcs_code,diagnosis_code_1,data_source\n",
    "person_id,birth_date,death_date,gender,enrollment_start_date,enrollment_end_date,"
    "original_reason_entitlement_code,risk_score\n",
    "npi,tin,specialty,group,participant\n"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const auto kind = static_cast<FileKind>(data[0] % 3);
  const std::size_t header = (data[0] & 0x80U) != 0 ? 0 : 1 + std::size_t{data[0]} % 3;
  const auto seed = static_cast<std::uint32_t>(data[1] << 8U | data[2]);
  std::string text{kHeaders[header]};
  text.append(reinterpret_cast<const char*>(data) + 3, size - 3);

  const FileToRead file{.kind = kind, .name = "fuzz.csv", .mapping = {}, .part = {}};
  const Read whole = read(file, text, [&] { return text.size(); });
  Sizes sizes{seed};
  const Read pieces = read(file, text, [&] { return sizes.next(); });
  require(pieces.issues.size() == whole.issues.size());
  for (std::size_t i = 0; i < whole.issues.size(); ++i) {
    require(!whole.issues[i].message.empty());
    require(pieces.issues[i].message == whole.issues[i].message);
  }
  const std::string written = write_partial(whole.intake);
  require(write_partial(pieces.intake) == written);

  // Each reader clears two megabytes, so an input asks for one more question and not for all.
  if (seed % 3 == 0) {
    const Separators separators{.cell = (seed & 1U) != 0 ? ',' : ';',
                                .line = (seed & 2U) != 0 ? '\n' : '\r'};
    require(rows_of(text, separators, Sizes{seed}) == rows_of(text, separators, Sizes{~seed}));
  } else if (seed % 3 == 1 && whole.issues.empty()) {
    check_parts(file, text, seed % (text.size() + 1), whole);
  } else if (whole.issues.empty()) {
    Intake copy;
    require(merge_partial(copy, written).empty());
    require(write_partial(copy) == written);
  }
  return 0;
}
