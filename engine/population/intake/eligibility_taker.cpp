// SPDX-License-Identifier: Apache-2.0
#include <string_view>
#include <utility>

#include "csv/table.h"
#include "population/intake/cell_text.h"
#include "population/intake/file_intake.h"

namespace gainshare {
namespace {

constexpr std::size_t at(EligibilityField field) { return static_cast<std::size_t>(field); }

// "M", "male", "1"; "F", "female", "2": Medicare's files number them.
Sex read_sex(std::string_view text) {
  const std::string lower = lower_ascii(text);
  if (lower == "m" || lower == "male" || lower == "1") return Sex::Male;
  if (lower == "f" || lower == "female" || lower == "2") return Sex::Female;
  return Sex::Unknown;
}

class EligibilityTaker final : public RowTaker {
 public:
  explicit EligibilityTaker(RowPlace place) : place_(std::move(place)) {}

  bool take(std::span<const Row> rows) override {
    for (const Row& row : rows) take_row(row);
    return true;
  }

 private:
  std::string_view cell(const Row& row, EligibilityField field) const {
    return place_.columns.cell(row, at(field));
  }

  bool reject(const Row& row, RejectReason reason, EligibilityField field) {
    place_.report.reject(reason, row.line, place_.columns.name_of(at(field)), cell(row, field));
    return false;
  }

  std::uint32_t word(const Row& row, EligibilityField field) {
    return place_.intake.words.number(cell(row, field));
  }

  // A date that may be absent.
  bool day(const Row& row, EligibilityField field, Day& result) {
    const std::string_view text = cell(row, field);
    if (text.empty()) return true;
    result = read_day(text);
    return result != kNoDay || reject(row, RejectReason::BadDate, field);
  }

  // "enrollment_months" of "enrollment_year", counted from January: some files say no more.
  bool months(const Row& row, EligibilityRow& read) {
    const auto months = read_count(cell(row, EligibilityField::Months));
    const auto year = read_count(cell(row, EligibilityField::MonthsYear));
    constexpr std::uint32_t kMonths = 12;
    if (!months || *months > kMonths) {
      return reject(row, RejectReason::BadMonths, EligibilityField::Months);
    }
    read.first = year ? day_of(static_cast<int>(*year), 1, 1) : kNoDay;
    if (read.first == kNoDay) {
      return reject(row, RejectReason::BadDate, EligibilityField::MonthsYear);
    }
    const int number = static_cast<int>(*months);
    read.last = (number == 12 ? day_of(static_cast<int>(*year), 12, 31) + 1
                              : day_of(static_cast<int>(*year), number + 1, 1)) -
                1;
    return true;
  }

  bool span(const Row& row, EligibilityRow& read) {
    if (place_.columns.has(at(EligibilityField::Months))) return months(row, read);
    if (!day(row, EligibilityField::Start, read.first) ||
        !day(row, EligibilityField::End, read.last)) {
      return false;
    }
    if (read.first == kNoDay) return reject(row, RejectReason::BadDate, EligibilityField::Start);
    if (read.last == kNoDay) read.last = kOpenEnd;
    return read.last >= read.first ||
           reject(row, RejectReason::EndsBeforeStart, EligibilityField::End);
  }

  void take_row(const Row& row) {
    const std::string_view member = cell(row, EligibilityField::Member);
    EligibilityRow read;
    if (member.empty()) {
      reject(row, RejectReason::MissingMember, EligibilityField::Member);
      return;
    }
    if (!span(row, read) || !day(row, EligibilityField::Born, read.born) ||
        !day(row, EligibilityField::Died, read.died)) {
      return;
    }
    read.member = place_.intake.members.number(member);
    read.sex = read_sex(cell(row, EligibilityField::Sex));
    read.dual_status = word(row, EligibilityField::DualStatus);
    read.original_reason = word(row, EligibilityField::OriginalReason);
    read.medicare_status = word(row, EligibilityField::MedicareStatus);
    read.county = word(row, EligibilityField::County);
    read.patient_designated = word(row, EligibilityField::PatientDesignated);
    read.insurer_designated = word(row, EligibilityField::InsurerDesignated);
    read.risk_score = word(row, EligibilityField::RiskScore);
    place_.intake.eligibility.push_back(read);
    ++place_.report.kept;
  }

  RowPlace place_;
};

}  // namespace

std::unique_ptr<RowTaker> eligibility_taker(RowPlace place) {
  return std::make_unique<EligibilityTaker>(std::move(place));
}

}  // namespace gainshare
