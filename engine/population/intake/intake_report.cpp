// SPDX-License-Identifier: Apache-2.0
#include "population/intake/intake_report.h"

#include <algorithm>

#include "csv/table.h"

namespace gainshare {
namespace {

constexpr std::size_t kPlacesShown = 5;

void add_place(std::vector<RejectPlace>& first, RejectPlace place) {
  const auto after =
      std::upper_bound(first.begin(), first.end(), place,
                       [](const RejectPlace& a, const RejectPlace& b) { return a.line < b.line; });
  first.insert(after, std::move(place));
  if (first.size() > kPlacesShown) first.pop_back();
}

}  // namespace

void FileReport::reject(RejectReason reason, std::int64_t line, std::string_view column,
                        std::string_view text) {
  Rejected& of_reason = rejected[static_cast<std::size_t>(reason)];
  ++of_reason.count;
  if (of_reason.first.size() == kPlacesShown && of_reason.first.back().line <= line) return;
  add_place(of_reason.first,
            {.line = line, .column = std::string{column}, .text = std::string{clipped(text)}});
}

void add(FileReport& whole, const FileReport& part) {
  whole.bytes += part.bytes;
  whole.rows_read += part.rows_read;
  whole.blank += part.blank;
  whole.kept += part.kept;
  for (std::size_t i = 0; i < kRejectReasonCount; ++i) {
    whole.rejected[i].count += part.rejected[i].count;
    for (const RejectPlace& place : part.rejected[i].first) {
      add_place(whole.rejected[i].first, place);
    }
  }
  for (std::size_t i = 0; i < kIntakeNoteCount; ++i) whole.notes[i] += part.notes[i];
  if (whole.unused_columns.empty()) whole.unused_columns = part.unused_columns;
}

}  // namespace gainshare
