// SPDX-License-Identifier: Apache-2.0
#include "population/repeats.h"

#include <algorithm>
#include <tuple>

namespace gainshare {
namespace {

constexpr std::size_t kShown = 5;

// A line of a claim of which some line came twice, with all that it says.
struct Candidate {
  std::uint64_t place = 0;  // in the log
  ClaimLine line;
  std::string texts;  // in full: which number a text has depends on the order of the files
  MemberIndex member = 0;
  bool counts = true;
};

auto identity(const Candidate& c) { return std::tuple{c.line.claim, c.line.line}; }

auto content(const Candidate& c) {
  const ClaimLine& l = c.line;
  return std::tuple<Day, std::int64_t, std::int64_t, Day, Day, const std::string&>{
      l.paid_day, l.paid_cents, l.allowed_cents, l.day, l.last_day, c.texts};
}

std::string texts_of(const Intake& intake, const ClaimLine& line) {
  std::string texts;
  const auto append = [&texts](const std::string& text) { texts += text + '\n'; };
  append(intake.providers.text(line.provider));
  append(intake.words.text(line.tin));
  append(intake.settings.text(line.setting));
  append(intake.codes.text(line.code));
  for (const std::uint32_t diagnosis : line.diagnoses) append(intake.diagnoses.text(diagnosis));
  return texts;
}

std::vector<Candidate> lines_of_repeated_claims(const Intake& intake) {
  std::vector<std::uint32_t> claims = intake.repeated_claims;
  std::sort(claims.begin(), claims.end());
  std::vector<Candidate> lines;
  std::uint64_t place = 0;
  intake.log.for_each([&](const ClaimLine& line) {
    if (line.line != kNoLineNumber &&
        std::binary_search(claims.begin(), claims.end(), line.claim)) {
      lines.push_back({.place = place,
                       .line = line,
                       .texts = texts_of(intake, line),
                       .member = intake.claims[line.claim].member});
      lines.back().line.diagnoses = {};
    }
    ++place;
  });
  std::sort(lines.begin(), lines.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple{identity(a), content(a), a.place} <
           std::tuple{identity(b), content(b), b.place};
  });
  return lines;
}

class Finder {
 public:
  Finder(const Intake& intake, Repeats& repeats) : intake_(intake), repeats_(repeats) {}

  // All lines with one identity, ascending by content, so that the line that is paid last and is
  // largest comes last.
  void decide(std::vector<Candidate>::iterator begin, std::vector<Candidate>::iterator end) {
    for (auto line = begin; line + 1 < end; ++line) {
      if (content(*line) == content(*(line + 1))) {
        leave_out(*line, repeats_.duplicates, repeats_.first_duplicates);
      }
    }
    keep_what_is_reversed(begin, end);
    bool taken = false;
    for (auto line = end; line-- != begin;) {
      if (!line->counts || line->line.reversal() || is_reversed(*line)) continue;
      if (taken) leave_out(*line, repeats_.superseded, repeats_.first_superseded);
      taken = true;
    }
  }

 private:
  // Each reversal takes back one line of opposite amounts.
  void keep_what_is_reversed(std::vector<Candidate>::iterator begin,
                             std::vector<Candidate>::iterator end) {
    reversed_.clear();
    for (auto reversal = begin; reversal != end; ++reversal) {
      if (!reversal->counts || !reversal->line.reversal()) continue;
      const auto original = std::find_if(begin, end, [&](const Candidate& line) {
        return line.counts && !line.line.reversal() && !is_reversed(line) &&
               line.line.paid_cents == -reversal->line.paid_cents &&
               line.line.allowed_cents == -reversal->line.allowed_cents;
      });
      if (original != end) reversed_.push_back(original->place);
    }
  }

  bool is_reversed(const Candidate& line) const {
    return std::find(reversed_.begin(), reversed_.end(), line.place) != reversed_.end();
  }

  void leave_out(Candidate& line, std::int64_t& count, std::vector<RepeatedLine>& first) {
    line.counts = false;
    ++count;
    repeats_.left_out.push_back(line.place);
    const auto before = [](const RepeatedLine& a, const RepeatedLine& b) {
      return std::tie(a.member, a.line, a.day, a.paid_cents) <
             std::tie(b.member, b.line, b.day, b.paid_cents);
    };
    const RepeatedLine shown{.member = intake_.members.text(line.member),
                             .line = line.line.line,
                             .day = line.line.day,
                             .paid_cents = line.line.paid_cents};
    first.insert(std::upper_bound(first.begin(), first.end(), shown, before), shown);
    if (first.size() > kShown) first.pop_back();
  }

  const Intake& intake_;
  Repeats& repeats_;
  std::vector<std::uint64_t> reversed_;
};

}  // namespace

Repeats find_repeats(const Intake& intake) {
  Repeats repeats;
  if (intake.repeated_claims.empty()) return repeats;
  std::vector<Candidate> lines = lines_of_repeated_claims(intake);
  Finder finder{intake, repeats};
  for (auto begin = lines.begin(); begin != lines.end();) {
    const auto end = std::find_if(begin, lines.end(), [&](const Candidate& line) {
      return identity(line) != identity(*begin);
    });
    if (end - begin > 1) finder.decide(begin, end);
    begin = end;
  }
  std::sort(repeats.left_out.begin(), repeats.left_out.end());
  return repeats;
}

}  // namespace gainshare
