// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include "csv/table.h"
#include "population/intake/file_intake.h"

namespace gainshare {
namespace {

constexpr std::size_t at(RosterField field) { return static_cast<std::size_t>(field); }

// Anything but a plain no takes part: a roster without the column lists the participants.
bool read_participant(const Columns& columns, const Row& row) {
  if (!columns.has(at(RosterField::Participant))) return true;
  const std::string text = lower_ascii(columns.cell(row, at(RosterField::Participant)));
  return !(text.empty() || text == "0" || text == "n" || text == "no" || text == "false" ||
           text == "f");
}

class RosterTaker final : public RowTaker {
 public:
  explicit RosterTaker(RowPlace place) : place_(std::move(place)) {}

  bool take(std::span<const Row> rows) override {
    for (const Row& row : rows) take_row(row);
    return true;
  }

 private:
  std::string_view cell(const Row& row, RosterField field) const {
    return place_.columns.cell(row, at(field));
  }

  // Medicare's specialty codes have two digits; spreadsheets drop the zero in front.
  std::uint32_t specialty(const Row& row) {
    const std::string_view text = cell(row, RosterField::Specialty);
    const bool one_digit = text.size() == 1 && text[0] >= '0' && text[0] <= '9';
    return place_.intake.words.number(one_digit ? "0" + std::string{text} : std::string{text});
  }

  void take_row(const Row& row) {
    for (const auto& [field, reason] : {std::pair{RosterField::Npi, RejectReason::MissingProvider},
                                        std::pair{RosterField::Tin, RejectReason::MissingTin}}) {
      if (!cell(row, field).empty()) continue;
      place_.report.reject(reason, row.line, place_.columns.name_of(at(field)), {});
      return;
    }
    place_.intake.roster.push_back(
        {.provider = place_.intake.providers.number(cell(row, RosterField::Npi)),
         .tin = place_.intake.words.number(cell(row, RosterField::Tin)),
         .specialty = specialty(row),
         .group = place_.intake.words.number(cell(row, RosterField::Group)),
         .participant = read_participant(place_.columns, row)});
    ++place_.report.kept;
  }

  RowPlace place_;
};

}  // namespace

std::unique_ptr<RowTaker> roster_taker(RowPlace place) {
  return std::make_unique<RosterTaker>(std::move(place));
}

}  // namespace gainshare
