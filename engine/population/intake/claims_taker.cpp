// SPDX-License-Identifier: Apache-2.0
// What becomes of a row of claims. With field_ends.cpp and row_reader.cpp this is where the time
// of an intake goes: a few dozen nanoseconds a row, no allocation, an id looked up only where it is
// not that of the row before.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "population/intake/cell_text.h"
#include "population/intake/dictionary.h"
#include "population/intake/file_intake.h"

namespace gainshare {
namespace {

constexpr std::uint32_t kMostSources = 0xFFFF;
constexpr std::size_t kSettingParts = 4;

constexpr std::size_t at(ClaimField field) { return static_cast<std::size_t>(field); }

// The numbers that a dictionary gives, of which those that come again soon are remembered.
class Numbering {
 public:
  explicit Numbering(Dictionary& dictionary) : dictionary_(dictionary) {}
  std::uint32_t operator()(std::string_view text) {
    if (text.size() > Key::kLongestInline) return last_ = dictionary_.number(text);
    const Key key = inline_key(text.data(), text.size());
    Known& known = known_[hash_of(key) % kKnown];
    if (!(key == known.key)) known = {.key = key, .number = dictionary_.number(key)};
    return last_ = known.number;
  }
  std::uint32_t last() const { return last_; }

 private:
  static constexpr std::size_t kKnown = 256;
  struct Known {
    Key key{.high = ~std::uint64_t{0}};  // of no text
    std::uint32_t number = 0;
  };
  Dictionary& dictionary_;
  std::vector<Known> known_ = std::vector<Known>(kKnown);
  std::uint32_t last_ = 0;
};

class ClaimsTaker final : public RowTaker {
 public:
  explicit ClaimsTaker(RowPlace place)
      : place_(std::move(place)),
        members_(place_.intake.members),
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

  // A lookup waits for memory, since the tables of members and claims are larger than the
  // processor's caches; many that do not depend on each other wait together. WebAssembly cannot
  // ask for memory ahead, so the first steps of the lookups are made here, and made again in
  // take().
  void expect(std::span<const Row> rows) override {
    std::uint64_t seen = 0;
    expected_.clear();
    for (const Row& row : rows) {
      if (row.cells != place_.columns.count()) continue;
      const Key claim = claim_key(cell(row, ClaimField::ClaimId));
      if (!expected_.empty() && expected_.back().claim == claim) continue;
      const Key member = claim_key(cell(row, ClaimField::Member));
      expected_.push_back({.claim = claim, .member = place_.intake.members.likely_number(member)});
    }
    for (const Expected& next : expected_) seen ^= place_.intake.members.glance(next.member);
    const auto source = static_cast<std::uint16_t>(sources_.last());
    for (const Expected& next : expected_) {
      seen ^= place_.intake.claims.glance(next.claim, next.member, source);
    }
    seen_ = seen;
  }

  bool take(const Row& row) override {
    const std::string_view member = cell(row, ClaimField::Member);
    const std::string_view claim = cell(row, ClaimField::ClaimId);
    if (member.empty()) return reject(row, RejectReason::MissingMember, ClaimField::Member), true;
    if (claim.empty()) return reject(row, RejectReason::MissingClaim, ClaimField::ClaimId), true;
    const auto line = line_number(row);
    if (!line) return true;
    const Day day = service_day(row);
    if (day == kNoDay) return true;
    const Day last = last_day(row, day);
    if (last == kNoDay) return true;
    const Day paid_on = paid_day(row, day);
    if (paid_on == kNoDay) return true;
    std::int64_t paid = 0;
    std::int64_t allowed = 0;
    if (!cents(row, ClaimField::Paid, paid) || !cents(row, ClaimField::Allowed, allowed)) {
      return true;
    }
    read_diagnoses(row);
    ++place_.report.kept;
    const Key id = claim_key(claim);
    const MemberIndex member_number = members_(member);
    const std::uint32_t source = sources_(cell(row, ClaimField::Source));
    if (source > kMostSources) return false;
    return place_.intake.add_line(id, member_number, static_cast<std::uint16_t>(source),
                                  {.line = *line,
                                   .provider = provider(row),
                                   .tin = tins_(cell(row, ClaimField::Tin)),
                                   .setting = setting(row),
                                   .code = codes_(cell(row, ClaimField::Code)),
                                   .day = day,
                                   .last_day = last,
                                   .paid_day = paid_on,
                                   .paid_cents = paid,
                                   .allowed_cents = allowed,
                                   .diagnoses = diagnoses_});
  }

 private:
  std::string_view cell(const Row& row, ClaimField field) const {
    return place_.columns.cell(row, at(field));
  }

  void reject(const Row& row, RejectReason reason, ClaimField field) {
    place_.report.reject(reason, row.line, place_.columns.name_of(at(field)), cell(row, field));
  }

  static Key claim_key(std::string_view claim) {
    return claim.size() <= Key::kLongestInline ? inline_key(claim.data(), claim.size())
                                               : long_key(claim);
  }

  // Empty cells are 0: in many files they mean it. False where the row is rejected.
  bool cents(const Row& row, ClaimField field, std::int64_t& cents) {
    const std::string_view text = cell(row, field);
    if (read_plain_cents(text, cents)) return true;
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

  // The date of the service: of the line, else of the claim.
  Day service_day(const Row& row) {
    const std::string_view of_line = cell(row, ClaimField::LineStart);
    const auto field = of_line.empty() ? ClaimField::ClaimStart : ClaimField::LineStart;
    const Day day = read_day_(cell(row, field));
    if (day == kNoDay) reject(row, RejectReason::BadDate, field);
    return day;
  }

  // The last day of a stay: that of the claim, which knows of admission and discharge.
  Day last_day(const Row& row, Day service) {
    std::string_view text = cell(row, ClaimField::ClaimEnd);
    if (text.empty()) text = cell(row, ClaimField::LineEnd);
    if (text.empty() || text == cell(row, ClaimField::LineStart)) return service;
    const Day day = read_day_(text);
    if (day == kNoDay) reject(row, RejectReason::BadDate, ClaimField::ClaimEnd);
    return day;
  }

  Day paid_day(const Row& row, Day service) {
    const std::string_view text = cell(row, ClaimField::PaidDate);
    if (text.empty()) {
      if (place_.columns.has(at(ClaimField::PaidDate))) {
        place_.report.note(IntakeNote::EmptyPaidDate);
      }
      return service;
    }
    const Day day = read_day_(text);
    if (day == kNoDay) reject(row, RejectReason::BadDate, ClaimField::PaidDate);
    return day;
  }

  std::optional<std::uint32_t> line_number(const Row& row) {
    if (!place_.columns.has(at(ClaimField::LineNumber))) return kNoLineNumber;
    const auto number = read_count(cell(row, ClaimField::LineNumber));
    if (!number) reject(row, RejectReason::BadLineNumber, ClaimField::LineNumber);
    return number;
  }

  // The number of a row's setting, found by those of its four parts: their texts are joined once
  // for each combination.
  std::uint32_t setting(const Row& row) {
    const std::array<std::string_view, kSettingParts> parts{
        cell(row, ClaimField::ClaimType), cell(row, ClaimField::PlaceOfService),
        cell(row, ClaimField::BillType), cell(row, ClaimField::RevenueCode)};
    std::array<std::uint64_t, kSettingParts> numbers{};
    for (std::size_t i = 0; i < kSettingParts; ++i) numbers[i] = part_numbers_[i](parts[i]);
    const Key combination{.low = numbers[0] << 32U | numbers[1],
                          .high = numbers[2] << 32U | numbers[3]};
    if (combination == last_combination_) return setting_;
    last_combination_ = combination;
    const std::uint32_t known = combinations_.number(combination);
    if (known == settings_.size()) settings_.push_back(joined_setting(parts));
    setting_ = settings_[known];
    return setting_;
  }

  std::uint32_t joined_setting(const std::array<std::string_view, kSettingParts>& parts) {
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) joined.push_back(Intake::kUnit);
      joined.append(parts[i]);
    }
    return place_.intake.settings.number(std::string_view{joined});
  }

  std::uint32_t provider(const Row& row) {
    std::string_view npi = cell(row, ClaimField::RenderingNpi);
    if (npi.empty()) npi = cell(row, ClaimField::BillingNpi);
    if (npi.empty()) place_.report.note(IntakeNote::NoProvider);
    return providers_(npi);
  }

  void read_diagnoses(const Row& row) {
    diagnoses_.clear();
    for (std::size_t i = 0; i < diagnosis_fields_.size(); ++i) {
      const std::string_view code = place_.columns.cell(row, diagnosis_fields_[i]);
      if (!code.empty()) diagnoses_.push_back(diagnosis_numbers_[i](code));
    }
  }

  struct Expected {
    Key claim;
    MemberIndex member = 0;  // likely
  };

  RowPlace place_;
  Numbering members_;
  Numbering providers_;
  Numbering codes_;
  Numbering sources_;
  Numbering tins_;
  DayReader read_day_;
  std::array<Dictionary, kSettingParts> parts_;
  std::array<Numbering, kSettingParts> part_numbers_{
      {Numbering{parts_[0]}, Numbering{parts_[1]}, Numbering{parts_[2]}, Numbering{parts_[3]}}};
  Dictionary combinations_;                          // of four parts' numbers
  std::vector<std::uint32_t> settings_;              // by combination
  Key last_combination_{.high = ~std::uint64_t{0}};  // none
  std::uint32_t setting_ = 0;
  std::vector<std::size_t> diagnosis_fields_;
  std::vector<Numbering> diagnosis_numbers_;
  std::vector<std::uint32_t> diagnoses_;
  std::vector<Expected> expected_;
  std::uint64_t seen_ = 0;  // so that what is only looked at is looked at
};

}  // namespace

std::unique_ptr<RowTaker> claims_taker(RowPlace place) {
  return std::make_unique<ClaimsTaker>(std::move(place));
}

}  // namespace gainshare
