// SPDX-License-Identifier: Apache-2.0
#include "population/intake/intake_report.h"

#include <algorithm>
#include <tuple>

#include "csv/table.h"

namespace gainshare {
namespace {

constexpr std::size_t kPlacesShown = 5;

void add_place(std::vector<RejectPlace>& first, RejectPlace place) {
  const auto after = std::upper_bound(
      first.begin(), first.end(), place, [](const RejectPlace& a, const RejectPlace& b) {
        return std::tie(a.line, a.column, a.text) < std::tie(b.line, b.column, b.text);
      });
  first.insert(after, std::move(place));
  if (first.size() > kPlacesShown) first.pop_back();
}

// Files of one name may have other columns: then all of theirs, in an order that is nobody's.
void add_columns(std::vector<std::string>& whole, const std::vector<std::string>& part) {
  if (whole == part || part.empty()) return;
  const bool first = whole.empty();
  whole.insert(whole.end(), part.begin(), part.end());
  if (first) return;
  std::sort(whole.begin(), whole.end());
  whole.erase(std::unique(whole.begin(), whole.end()), whole.end());
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
  add_columns(whole.unused_columns, part.unused_columns);
}

}  // namespace gainshare
