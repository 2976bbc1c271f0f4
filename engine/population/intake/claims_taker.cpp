// SPDX-License-Identifier: Apache-2.0
// What becomes of rows of claims. With field_ends.cpp and row_reader.cpp this is where the time of
// an intake goes: a few dozen nanoseconds a row, no allocation. What the lines of a claim have in
// common is read once for those that stand together.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "population/intake/cell_text.h"
#include "population/intake/file_intake.h"
#include "population/intake/numbering.h"
#include "population/intake/shared_cells.h"

namespace gainshare {
namespace {

constexpr std::uint32_t kMostSources = 0xFFFF;
// The parts of a setting, of which the lines of a claim share all but the last.
constexpr std::array kSettingFields{ClaimField::ClaimType, ClaimField::PlaceOfService,
                                    ClaimField::BillType, ClaimField::RevenueCode};
constexpr std::size_t kSharedParts = kSettingFields.size() - 1;

constexpr std::size_t at(ClaimField field) { return static_cast<std::size_t>(field); }

// What the lines of a claim have in common. Their cells may still differ: then a line has its own.
constexpr std::array kSharedFields{
    ClaimField::Source,         ClaimField::ClaimId,   ClaimField::ClaimType,
    ClaimField::Member,         ClaimField::LineStart, ClaimField::LineEnd,
    ClaimField::ClaimStart,     ClaimField::ClaimEnd,  ClaimField::PaidDate,
    ClaimField::PlaceOfService, ClaimField::BillType,  ClaimField::RenderingNpi,
    ClaimField::BillingNpi,     ClaimField::Tin};

SharedCells shared_cells(const Columns& columns) {
  std::vector<std::int32_t> places;
  for (const ClaimField field : kSharedFields) places.push_back(columns.place(at(field)));
  return SharedCells{std::move(places)};
}

class ClaimsTaker final : public RowTaker {
 public:
  explicit ClaimsTaker(RowPlace place)
      : place_(std::move(place)),
        shared_(shared_cells(place_.columns)),
        providers_(place_.intake.providers),
        codes_(place_.intake.codes),
        sources_(place_.intake.sources),
        tins_(place_.intake.words) {
    for (std::size_t i = 0; i < kDiagnosisColumns; ++i) {
      if (place_.columns.has(at(ClaimField::Diagnosis1) + i)) {
        diagnosis_fields_.push_back(at(ClaimField::Diagnosis1) + i);
        diagnosis_numbers_.emplace_back(place_.intake.diagnoses);
      }
    }
  }

  bool take(std::span<const Row> rows) override {
    look_ahead(rows);
    for (std::size_t begin = 0; begin < heads_.size(); ++begin) {
      const std::uint32_t end = begin + 1 < heads_.size() ? heads_[begin + 1].row
                                                          : static_cast<std::uint32_t>(rows.size());
      if (!take_rows(heads_[begin], rows.subspan(heads_[begin].row, end - heads_[begin].row))) {
        return false;
      }
    }
    return true;
  }

 private:
  // A problem of a row, which is then left out.
  struct Refusal {
    RejectReason reason = RejectReason::BadDate;
    ClaimField field = ClaimField::ClaimId;
  };

  // The first of rows that share what lines of a claim have in common, and what it says.
  struct Head {
    std::uint32_t row = 0;
    Key claim;
    Key member;
    MemberIndex likely_member = 0;
  };

  // A lookup waits for memory, since the tables of members and claims are larger than the
  // processor's caches; many that do not depend on each other wait together. WebAssembly cannot
  // ask for memory ahead, so the first steps of the lookups are made here, and made again in
  // find_numbers().
  void look_ahead(std::span<const Row> rows) {
    heads_.clear();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && shared_.same(rows[i - 1], rows[i])) continue;
      const Key member = key_of(cell(rows[i], ClaimField::Member));
      heads_.push_back({.row = i,
                        .claim = key_of(cell(rows[i], ClaimField::ClaimId)),
                        .member = member,
                        .likely_member = place_.intake.members.likely_number(member)});
    }
    std::uint64_t seen = 0;
    for (const Head& head : heads_) seen ^= place_.intake.members.glance(head.likely_member);
    const auto source = static_cast<std::uint16_t>(sources_.last());
    for (const Head& head : heads_) {
      seen ^= place_.intake.claims.glance(head.claim, head.likely_member, source);
    }
    seen_ = seen;
  }

  bool take_rows(const Head& head, std::span<const Row> rows) {
    ClaimLine line;
    const std::optional<Refusal> refusal = read_days(rows.front(), line);
    bool numbered = false;  // what rows that are left out say gets no number
    for (const Row& row : rows) {
      if (refusal) {
        reject(row, refusal->reason, refusal->field);
        continue;
      }
      if (!read_own(row, line)) continue;
      if (!numbered && !find_numbers(head, row, line)) return false;
      numbered = true;
      note(row);
      line.setting = setting(row);
      line.code = codes_(cell(row, ClaimField::Code));
      read_diagnoses(row);
      line.diagnoses = diagnoses_;
      place_.intake.add_line(line);
    }
    return true;
  }

  std::string_view cell(const Row& row, ClaimField field) const {
    return place_.columns.cell(row, at(field));
  }

  void reject(const Row& row, RejectReason reason, ClaimField field) {
    place_.report.reject(reason, row.line, place_.columns.name_of(at(field)), cell(row, field));
  }

  static Key key_of(std::string_view text) {
    return text.size() <= Key::kLongestInline ? inline_key(text.data(), text.size())
                                              : long_key(text);
  }

  // The day of the service is the line's, else the claim's; the last day of a stay the claim's,
  // which knows of admission and discharge.
  std::optional<Refusal> read_days(const Row& row, ClaimLine& line) {
    if (cell(row, ClaimField::Member).empty()) {
      return Refusal{RejectReason::MissingMember, ClaimField::Member};
    }
    if (cell(row, ClaimField::ClaimId).empty()) {
      return Refusal{RejectReason::MissingClaim, ClaimField::ClaimId};
    }
    const std::string_view begin = cell(row, ClaimField::LineStart);
    const auto begin_field = begin.empty() ? ClaimField::ClaimStart : ClaimField::LineStart;
    line.day = read_day_(cell(row, begin_field));
    if (line.day == kNoDay) return Refusal{RejectReason::BadDate, begin_field};
    std::string_view end = cell(row, ClaimField::ClaimEnd);
    if (end.empty()) end = cell(row, ClaimField::LineEnd);
    line.last_day = end.empty() || end == begin ? line.day : read_day_(end);
    if (line.last_day == kNoDay) return Refusal{RejectReason::BadDate, ClaimField::ClaimEnd};
    const std::string_view paid = cell(row, ClaimField::PaidDate);
    line.paid_day = paid.empty() ? line.day : read_day_(paid);
    if (line.paid_day == kNoDay) return Refusal{RejectReason::BadDate, ClaimField::PaidDate};
    return std::nullopt;
  }

  // What each line has of its own; false where the row is rejected.
  bool read_own(const Row& row, ClaimLine& line) {
    if (!place_.columns.has(at(ClaimField::LineNumber))) {
      line.line = kNoLineNumber;
    } else if (const auto number = read_count(cell(row, ClaimField::LineNumber))) {
      line.line = *number;
    } else {
      reject(row, RejectReason::BadLineNumber, ClaimField::LineNumber);
      return false;
    }
    return cents(row, ClaimField::Paid, line.paid_cents) &&
           cents(row, ClaimField::Allowed, line.allowed_cents);
  }

  // False when there are too many claims or sources.
  bool find_numbers(const Head& head, const Row& row, ClaimLine& line) {
    Intake& intake = place_.intake;
    const std::string_view member = cell(row, ClaimField::Member);
    const MemberIndex member_number = member.size() <= Key::kLongestInline
                                          ? intake.members.number(head.member)
                                          : intake.members.number(member);
    const std::uint32_t source = sources_(cell(row, ClaimField::Source));
    if (source > kMostSources) return false;
    line.claim =
        intake.claims.number(head.claim, member_number, static_cast<std::uint16_t>(source));
    line.provider = providers_(npi(row));
    line.tin = tins_(cell(row, ClaimField::Tin));
    for (std::size_t i = 0; i < kSharedParts; ++i) {
      setting_numbers_[i] = part_numbers_[i](cell(row, kSettingFields[i]));
    }
    return line.claim != ClaimKeys::kMostClaims;
  }

  // Counts the row and what is notable in it.
  void note(const Row& row) {
    ++place_.report.kept;
    if (npi(row).empty()) place_.report.note(IntakeNote::NoProvider);
    if (cell(row, ClaimField::PaidDate).empty() && place_.columns.has(at(ClaimField::PaidDate))) {
      place_.report.note(IntakeNote::EmptyPaidDate);
    }
  }

  // Empty cells are 0: in many files they mean it. False where the row is rejected.
  bool cents(const Row& row, ClaimField field, std::int64_t& cents) {
    const std::string_view text = cell(row, field);
    if (read_plain_cents(text, cents)) return true;
    cents = 0;
    if (text.empty()) {
      if (place_.columns.has(at(field))) place_.report.note(IntakeNote::EmptyAmount);
      return true;
    }
    bool rounded = false;
    const auto read = read_cents(text, rounded);
    if (rounded) place_.report.note(IntakeNote::RoundedAmount);
    if (!read) reject(row, RejectReason::BadAmount, field);
    cents = read.value_or(0);
    return read.has_value();
  }

  // The number of a row's setting, found by those of its four parts: their texts are joined once
  // for each combination.
  std::uint32_t setting(const Row& row) {
    const std::uint64_t revenue = part_numbers_[kSharedParts](cell(row, ClaimField::RevenueCode));
    const Key combination{.low = setting_numbers_[0] << 32U | setting_numbers_[1],
                          .high = setting_numbers_[2] << 32U | revenue};
    if (combination == last_combination_) return setting_;
    last_combination_ = combination;
    const std::uint32_t known = combinations_.number(combination);
    if (known == settings_.size()) settings_.push_back(joined_setting(row));
    setting_ = settings_[known];
    return setting_;
  }

  std::uint32_t joined_setting(const Row& row) {
    std::string joined;
    for (std::size_t i = 0; i < kSettingFields.size(); ++i) {
      if (i > 0) joined.push_back(Intake::kUnit);
      joined.append(cell(row, kSettingFields[i]));
    }
    return place_.intake.settings.number(std::string_view{joined});
  }

  std::string_view npi(const Row& row) const {
    const std::string_view rendering = cell(row, ClaimField::RenderingNpi);
    return rendering.empty() ? cell(row, ClaimField::BillingNpi) : rendering;
  }

  void read_diagnoses(const Row& row) {
    diagnoses_.clear();
    for (std::size_t i = 0; i < diagnosis_fields_.size(); ++i) {
      const std::string_view code = place_.columns.cell(row, diagnosis_fields_[i]);
      if (!code.empty()) diagnoses_.push_back(diagnosis_numbers_[i](code));
    }
  }

  RowPlace place_;
  SharedCells shared_;
  Numbering providers_;
  Numbering codes_;
  Numbering sources_;
  Numbering tins_;
  DayReader read_day_;
  std::array<Dictionary, kSettingFields.size()> parts_;
  std::array<Numbering, kSettingFields.size()> part_numbers_{
      {Numbering{parts_[0]}, Numbering{parts_[1]}, Numbering{parts_[2]}, Numbering{parts_[3]}}};
  std::array<std::uint64_t, kSharedParts> setting_numbers_{};  // of the claim in hand
  Dictionary combinations_;                                    // of four parts' numbers
  std::vector<std::uint32_t> settings_;                        // by combination
  Key last_combination_{.high = ~std::uint64_t{0}};            // none
  std::uint32_t setting_ = 0;
  std::vector<std::size_t> diagnosis_fields_;
  std::vector<Numbering> diagnosis_numbers_;
  std::vector<std::uint32_t> diagnoses_;
  std::vector<Head> heads_;
  std::uint64_t seen_ = 0;  // so that what is only looked at is looked at
};

}  // namespace

std::unique_ptr<RowTaker> claims_taker(RowPlace place) {
  return std::make_unique<ClaimsTaker>(std::move(place));
}

}  // namespace gainshare
