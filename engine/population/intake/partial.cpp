// SPDX-License-Identifier: Apache-2.0
#include "population/intake/partial.h"

#include "population/intake/partial_reader.h"

namespace gainshare {
namespace {

class PartialWriter {
 public:
  void number(std::uint64_t value) {
    for (; value > 0x7FU; value >>= 7U) bytes_.push_back(static_cast<char>(value | 0x80U));
    bytes_.push_back(static_cast<char>(value));
  }
  void signed_number(std::int64_t value) {
    number(static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }
  void dictionary(const Dictionary& dictionary) {
    number(dictionary.size());
    for (std::uint32_t i = 0; i < dictionary.size(); ++i) text(dictionary.text(i));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

void write_claims(const Intake& intake, PartialWriter& out) {
  out.number(intake.claims.size());
  for (std::uint32_t i = 0; i < intake.claims.size(); ++i) {
    const Claim& claim = intake.claims[i];
    out.number(claim.id.low);
    out.number(claim.id.high);
    out.number(claim.member);
    out.number(claim.source);
  }
  out.number(intake.log.size());
  intake.log.for_each([&](const ClaimLine& line) {
    for (const std::uint32_t part :
         {line.claim, line.line, line.provider, line.tin, line.setting, line.code}) {
      out.number(part);
    }
    out.signed_number(line.day);
    out.signed_number(line.last_day);
    out.signed_number(line.paid_day);
    out.signed_number(line.paid_cents);
    out.signed_number(line.allowed_cents);
    out.number(line.diagnoses.size());
    for (const std::uint32_t diagnosis : line.diagnoses) out.number(diagnosis);
  });
}

void write_members(const Intake& intake, PartialWriter& out) {
  out.number(intake.eligibility.size());
  for (const EligibilityRow& row : intake.eligibility) {
    out.number(row.member);
    for (const Day day : {row.first, row.last, row.born, row.died}) out.signed_number(day);
    out.number(static_cast<std::uint64_t>(row.sex));
    for (const std::uint32_t word :
         {row.dual_status, row.original_reason, row.medicare_status, row.county,
          row.patient_designated, row.insurer_designated, row.risk_score}) {
      out.number(word);
    }
  }
  out.number(intake.roster.size());
  for (const RosterRow& row : intake.roster) {
    for (const std::uint32_t part : {row.provider, row.tin, row.specialty, row.group}) {
      out.number(part);
    }
    out.number(row.participant ? 1 : 0);
  }
}

void write_report(const FileReport& file, PartialWriter& out) {
  out.number(static_cast<std::uint64_t>(file.kind));
  out.text(file.name);
  out.number(file.bytes);
  for (const std::int64_t count : {file.rows_read, file.blank, file.kept}) {
    out.signed_number(count);
  }
  for (const Rejected& rejected : file.rejected) {
    out.signed_number(rejected.count);
    out.number(rejected.first.size());
    for (const RejectPlace& place : rejected.first) {
      out.signed_number(place.line);
      out.text(place.column);
      out.text(place.text);
    }
  }
  for (const std::int64_t note : file.notes) out.signed_number(note);
  out.number(file.unused_columns.size());
  for (const std::string& column : file.unused_columns) out.text(column);
}

}  // namespace

std::string write_partial(const Intake& intake) {
  PartialWriter out;
  out.text(kPartialVersion);
  for (const Dictionary* const dictionary :
       {&intake.members, &intake.providers, &intake.codes, &intake.diagnoses, &intake.settings,
        &intake.sources, &intake.words}) {
    out.dictionary(*dictionary);
  }
  write_claims(intake, out);
  write_members(intake, out);
  out.number(intake.files.size());
  for (const FileReport& file : intake.files) write_report(file, out);
  return out.take();
}

}  // namespace gainshare
