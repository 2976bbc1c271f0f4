// SPDX-License-Identifier: Apache-2.0
#include "population/intake/partial_reader.h"

#include <utility>

#include "population/intake/partial.h"

namespace gainshare {

std::uint64_t PartialReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) break;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80U) return value;
  }
  fail();
  return 0;
}

std::int64_t PartialReader::signed_number() {
  const std::uint64_t value = number();
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

std::int64_t PartialReader::within(std::int64_t low, std::int64_t high) {
  const std::int64_t value = signed_number();
  if (value < low || value > high) fail();
  return ok_ ? value : low;
}

std::uint32_t PartialReader::below(std::uint64_t limit) {
  const std::uint64_t value = number();
  if (value >= limit) fail();
  return ok_ ? static_cast<std::uint32_t>(value) : 0;
}

std::string_view PartialReader::text() {
  const std::size_t size = count();
  const std::string_view text = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return text;
}

std::size_t PartialReader::count() {
  const std::uint64_t value = number();
  if (value > rest_.size()) fail();
  return ok_ ? static_cast<std::size_t>(value) : 0;
}

std::uint32_t PartialReader::mapped(const std::vector<std::uint32_t>& list) {
  const std::uint32_t place = below(list.size());
  return ok_ ? list[place] : 0;
}

namespace {

using Numbers = std::vector<std::uint32_t>;

// The whole of an intake's texts under their numbers here.
struct Renumbered {
  Numbers members;
  Numbers providers;
  Numbers codes;
  Numbers diagnoses;
  Numbers settings;
  Numbers sources;
  Numbers words;
};

Numbers read_dictionary(PartialReader& in, Dictionary& dictionary) {
  const std::size_t count = in.count();
  Numbers numbers;
  for (std::size_t i = 0; i < count && in.ok(); ++i)
    numbers.push_back(dictionary.number(in.text()));
  return numbers;
}

// A claim's source has a number of 16 bits.
constexpr std::uint32_t kMostSources = 0x10000;

// False where there are more claims or sources than are held.
bool read_claims(PartialReader& in, const Renumbered& to, Intake& intake) {
  if (intake.sources.size() > kMostSources) return false;
  std::vector<Claim> claims(in.count());
  for (Claim& claim : claims) {
    claim.id.low = in.number();
    claim.id.high = in.number();
    claim.member = in.mapped(to.members);
    claim.source = static_cast<std::uint16_t>(in.mapped(to.sources));
  }
  std::vector<std::uint32_t> diagnoses;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    const std::uint32_t claim = in.below(claims.size());
    ClaimLine line;
    line.line = in.below(std::uint64_t{kNoLineNumber} + 1);
    line.provider = in.mapped(to.providers);
    line.tin = in.mapped(to.words);
    line.setting = in.mapped(to.settings);
    line.code = in.mapped(to.codes);
    for (Day* const day : {&line.day, &line.last_day, &line.paid_day}) {
      *day = static_cast<Day>(in.within(1, kOpenEnd));
    }
    line.paid_cents = in.within(-kLargestCents, kLargestCents);
    line.allowed_cents = in.within(-kLargestCents, kLargestCents);
    diagnoses.clear();
    for (std::size_t count = in.count(); count > 0; --count) {
      diagnoses.push_back(in.mapped(to.diagnoses));
    }
    line.diagnoses = diagnoses;
    if (!in.ok()) return true;
    const Claim& of = claims[claim];
    line.claim = intake.claims.number(of.id, of.member, of.source);
    if (line.claim == ClaimKeys::kMostClaims) return false;
    intake.add_line(line);
  }
  return true;
}

void read_members(PartialReader& in, const Renumbered& to, Intake& intake) {
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    EligibilityRow row;
    row.member = in.mapped(to.members);
    for (Day* const day : {&row.first, &row.last, &row.born, &row.died}) {
      *day = static_cast<Day>(in.within(kNoDay, kOpenEnd));
    }
    row.sex = static_cast<Sex>(in.below(3));
    for (std::uint32_t* const word :
         {&row.dual_status, &row.original_reason, &row.medicare_status, &row.county,
          &row.patient_designated, &row.insurer_designated, &row.risk_score}) {
      *word = in.mapped(to.words);
    }
    if (row.first == kNoDay) in.fail();
    if (in.ok()) intake.eligibility.push_back(row);
  }
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    RosterRow row;
    row.provider = in.mapped(to.providers);
    row.tin = in.mapped(to.words);
    row.specialty = in.mapped(to.words);
    row.group = in.mapped(to.words);
    row.participant = in.below(2) == 1;
    if (in.ok()) intake.roster.push_back(row);
  }
}

void read_report(PartialReader& in, Intake& intake) {
  FileReport part;
  part.kind = static_cast<FileKind>(in.below(kFileKindNames.size()));
  part.name = std::string{in.text()};
  part.bytes = in.number();
  if (part.bytes > std::uint64_t{kLargestCents}) in.fail();
  for (std::int64_t* const count : {&part.rows_read, &part.blank, &part.kept}) {
    *count = in.tally();
  }
  std::int64_t accounted = part.blank + part.kept;
  for (Rejected& rejected : part.rejected) {
    rejected.count = in.tally();
    accounted += rejected.count;
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
      RejectPlace place;
      place.line = in.tally();
      place.column = std::string{in.text()};
      place.text = std::string{in.text()};
      rejected.first.push_back(std::move(place));
    }
  }
  for (std::int64_t& note : part.notes) note = in.tally();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    part.unused_columns.emplace_back(in.text());
  }
  if (accounted != part.rows_read) in.fail();
  if (in.ok()) add(intake.report(part.kind, part.name), part);
}

Issues refused(IssueCode code, std::string message) {
  return {{.path = "", .code = code, .message = std::move(message), .params = {}}};
}

}  // namespace

Issues merge_partial(Intake& intake, std::string_view bytes) {
  PartialReader in{bytes};
  if (in.text() != kPartialVersion) {
    return refused(IssueCode::UnknownLayout,
                   "This is no part of a population that this version wrote. Map the files again.");
  }
  const Numbers members = read_dictionary(in, intake.members);
  const Numbers providers = read_dictionary(in, intake.providers);
  const Numbers codes = read_dictionary(in, intake.codes);
  const Numbers diagnoses = read_dictionary(in, intake.diagnoses);
  const Numbers settings = read_dictionary(in, intake.settings);
  const Numbers sources = read_dictionary(in, intake.sources);
  const Numbers words = read_dictionary(in, intake.words);
  const Renumbered to{members, providers, codes, diagnoses, settings, sources, words};
  if (!read_claims(in, to, intake)) {
    return refused(IssueCode::TooLarge,
                   "The parts have more claims or sources than one population holds.");
  }
  read_members(in, to, intake);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) read_report(in, intake);
  if (!in.ok() || !in.at_end()) {
    return refused(IssueCode::BrokenText,
                   "The part of a population is cut off or damaged. Map the files again.");
  }
  return {};
}

}  // namespace gainshare
