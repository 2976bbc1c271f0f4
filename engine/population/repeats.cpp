// SPDX-License-Identifier: Apache-2.0
#include "population/repeats.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace gainshare {
namespace {

constexpr std::size_t kShown = 5;

// A line of a claim of which some line came twice, with all that it says. Texts are numbers here:
// equal numbers are equal texts, and only lines that differ are compared by what stands there.
struct Candidate {
  std::uint64_t place = 0;  // in the log
  std::uint32_t claim = 0;
  std::uint32_t line = 0;
  std::int64_t paid_cents = 0;
  std::int64_t allowed_cents = 0;
  Day paid_day = kNoDay;
  Day day = kNoDay;
  Day last_day = kNoDay;
  std::uint32_t provider = 0;
  std::uint32_t tin = 0;
  std::uint32_t setting = 0;
  std::uint32_t code = 0;
  std::uint32_t diagnosis_count = 0;
  std::size_t first_diagnosis = 0;  // in Candidates::diagnoses

  bool reversal() const { return paid_cents < 0 || allowed_cents < 0; }
};

auto identity(const Candidate& c) { return std::tie(c.claim, c.line); }

auto amounts_and_days(const Candidate& c) {
  return std::tie(c.paid_day, c.paid_cents, c.allowed_cents, c.day, c.last_day);
}

struct Candidates {
  std::vector<Candidate> lines;
  std::vector<std::uint32_t> diagnoses;  // of all lines, one after another

  std::span<const std::uint32_t> diagnoses_of(const Candidate& line) const {
    return std::span{diagnoses}.subspan(line.first_diagnosis, line.diagnosis_count);
  }
};

Candidates lines_of_repeated_claims(const Intake& intake) {
  std::vector<bool> repeated(intake.claims.size());
  for (const std::uint32_t claim : intake.repeated_claims) repeated[claim] = true;
  Candidates found;
  std::uint64_t place = 0;
  intake.log.for_each([&](const ClaimLine& line) {
    if (line.line != kNoLineNumber && repeated[line.claim]) {
      found.lines.push_back({.place = place,
                             .claim = line.claim,
                             .line = line.line,
                             .paid_cents = line.paid_cents,
                             .allowed_cents = line.allowed_cents,
                             .paid_day = line.paid_day,
                             .day = line.day,
                             .last_day = line.last_day,
                             .provider = line.provider,
                             .tin = line.tin,
                             .setting = line.setting,
                             .code = line.code,
                             .diagnosis_count = static_cast<std::uint32_t>(line.diagnoses.size()),
                             .first_diagnosis = found.diagnoses.size()});
      found.diagnoses.insert(found.diagnoses.end(), line.diagnoses.begin(), line.diagnoses.end());
    }
    ++place;
  });
  return found;
}

int order_of(const Dictionary& texts, std::uint32_t a, std::uint32_t b) {
  return a == b ? 0 : texts.text(a).compare(texts.text(b));
}

// How many reversals there are of each pair of amounts that have not yet taken back a line.
class Reversals {
 public:
  void add(const Candidate& reversal) { ++left_[{-reversal.paid_cents, -reversal.allowed_cents}]; }
  // Whether one takes back this line; then it takes back no other.
  bool take_back(const Candidate& line) {
    if (left_.empty()) return false;
    const auto found = left_.find({line.paid_cents, line.allowed_cents});
    if (found == left_.end() || found->second == 0) return false;
    --found->second;
    return true;
  }

 private:
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> left_;
};

class Finder {
 public:
  Finder(const Intake& intake, const Candidates& candidates, Repeats& repeats)
      : intake_(intake), candidates_(candidates), repeats_(repeats) {}

  // Negative, 0 or positive as `a` says less than `b`, the same or more. Texts count by their bytes
  // and not by their numbers, which depend on the order of the files.
  int order_of_content(const Candidate& a, const Candidate& b) const {
    if (amounts_and_days(a) != amounts_and_days(b)) {
      return amounts_and_days(a) < amounts_and_days(b) ? -1 : 1;
    }
    if (const int order = order_of(intake_.providers, a.provider, b.provider)) return order;
    if (const int order = order_of(intake_.words, a.tin, b.tin)) return order;
    if (const int order = order_of(intake_.settings, a.setting, b.setting)) return order;
    if (const int order = order_of(intake_.codes, a.code, b.code)) return order;
    const auto of_a = candidates_.diagnoses_of(a);
    const auto of_b = candidates_.diagnoses_of(b);
    for (std::size_t i = 0; i < std::min(of_a.size(), of_b.size()); ++i) {
      if (const int order = order_of(intake_.diagnoses, of_a[i], of_b[i])) return order;
    }
    return static_cast<int>(of_a.size()) - static_cast<int>(of_b.size());
  }

  // Some lines with one identity, ascending by content, so that the line that is paid last and is
  // largest comes last.
  void decide(std::span<const Candidate> group) {
    std::vector<const Candidate*> originals;
    Reversals reversals;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (i + 1 < group.size() && order_of_content(group[i], group[i + 1]) == 0) {
        leave_out(group[i], repeats_.duplicates, repeats_.first_duplicates);
        continue;
      }
      if (group[i].reversal())
        reversals.add(group[i]);
      else
        originals.push_back(&group[i]);
    }
    const Candidate* newest = nullptr;
    for (const Candidate* const line : originals) {
      if (reversals.take_back(*line)) continue;
      if (newest != nullptr) leave_out(*newest, repeats_.superseded, repeats_.first_superseded);
      newest = line;
    }
  }

 private:
  void leave_out(const Candidate& line, std::int64_t& count, std::vector<RepeatedLine>& first) {
    ++count;
    repeats_.left_out.push_back(line.place);
    const auto before = [](const RepeatedLine& a, const RepeatedLine& b) {
      return std::tie(a.member, a.line, a.day, a.paid_cents) <
             std::tie(b.member, b.line, b.day, b.paid_cents);
    };
    const RepeatedLine shown{.member = intake_.members.text(intake_.claims[line.claim].member),
                             .line = line.line,
                             .day = line.day,
                             .paid_cents = line.paid_cents};
    first.insert(std::upper_bound(first.begin(), first.end(), shown, before), shown);
    if (first.size() > kShown) first.pop_back();
  }

  const Intake& intake_;
  const Candidates& candidates_;
  Repeats& repeats_;
};

}  // namespace

Repeats find_repeats(const Intake& intake) {
  Repeats repeats;
  if (intake.repeated_claims.empty()) return repeats;
  Candidates candidates = lines_of_repeated_claims(intake);
  std::vector<Candidate>& lines = candidates.lines;
  Finder finder{intake, candidates, repeats};
  std::sort(lines.begin(), lines.end(), [&](const Candidate& a, const Candidate& b) {
    if (identity(a) != identity(b)) return identity(a) < identity(b);
    const int order = finder.order_of_content(a, b);
    return order != 0 ? order < 0 : a.place < b.place;
  });
  for (auto begin = lines.begin(); begin != lines.end();) {
    const auto end = std::find_if(begin, lines.end(), [&](const Candidate& line) {
      return identity(line) != identity(*begin);
    });
    if (end - begin > 1) {
      const auto first = static_cast<std::size_t>(begin - lines.begin());
      finder.decide(std::span{lines}.subspan(first, static_cast<std::size_t>(end - begin)));
    }
    begin = end;
  }
  std::sort(repeats.left_out.begin(), repeats.left_out.end());
  return repeats;
}

void for_each_counted(const ClaimLog& log, const Repeats& repeats,
                      const std::function<void(std::span<const ClaimLine>)>& take) {
  std::span left_out{repeats.left_out};  // of the lines to come
  std::uint64_t place = 0;
  ClaimLogReader reader{log};
  for (auto lines = reader.next(); !lines.empty(); lines = reader.next()) {
    const std::uint64_t end = place + lines.size();
    std::size_t count = lines.size();
    if (!left_out.empty() && left_out.front() < end) {
      count = 0;
      for (const ClaimLine& line : lines) {
        if (!left_out.empty() && left_out.front() == place++)
          left_out = left_out.subspan(1);
        else
          lines[count++] = line;
      }
    }
    place = end;
    take(lines.first(count));
  }
}

}  // namespace gainshare
