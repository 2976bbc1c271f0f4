// SPDX-License-Identifier: Apache-2.0
#include "population/repeats.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "support/catch.h"

namespace gainshare {
namespace {

// A line in words, as the files have it.
struct Told {
  std::uint32_t claim = 0;
  std::uint32_t line = 0;
  Day paid_day = 1;
  std::int64_t paid_cents = 0;
  std::int64_t allowed_cents = 0;
  Day day = 1;
  Day last_day = 1;
  std::array<std::string, 4> texts;  // provider, TIN, setting, code
  std::vector<std::string> diagnoses;

  bool reversal() const { return paid_cents < 0 || allowed_cents < 0; }
  auto content() const {
    return std::tie(paid_day, paid_cents, allowed_cents, day, last_day, texts, diagnoses);
  }
};

Intake intake_of(const std::vector<Told>& lines) {
  Intake intake;
  for (const Told& told : lines) {
    std::vector<std::uint32_t> diagnoses;
    for (const std::string& code : told.diagnoses) {
      diagnoses.push_back(intake.diagnoses.number(code));
    }
    const std::string id = "C" + std::to_string(told.claim);
    const MemberIndex member = intake.members.number("M" + std::to_string(told.claim % 2));
    intake.add_line({.claim = intake.claims.number(inline_key(id), member, 0),
                     .line = told.line,
                     .provider = intake.providers.number(told.texts[0]),
                     .tin = intake.words.number(told.texts[1]),
                     .setting = intake.settings.number(told.texts[2]),
                     .code = intake.codes.number(told.texts[3]),
                     .day = told.day,
                     .last_day = told.last_day,
                     .paid_day = told.paid_day,
                     .paid_cents = told.paid_cents,
                     .allowed_cents = told.allowed_cents,
                     .diagnoses = diagnoses});
  }
  return intake;
}

// repeats.h word for word, without regard to time.
class Definition {
 public:
  explicit Definition(const std::vector<Told>& lines) : lines_(lines) {
    std::map<std::tuple<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].line != kNoLineNumber) groups[{lines[i].claim, lines[i].line}].push_back(i);
    }
    for (auto& [identity, group] : groups) decide(group);
  }
  std::set<std::uint64_t> duplicates;
  std::set<std::uint64_t> superseded;

 private:
  void decide(std::vector<std::size_t>& group) {
    std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return lines_[a].content() < lines_[b].content();
    });
    for (std::size_t i = 0; i + 1 < group.size(); ++i) {
      const bool again = lines_[group[i]].content() == lines_[group[i + 1]].content();
      if (again) duplicates.insert(group[i]);
    }
    std::set<std::size_t> reversed;
    for (const std::size_t reversal : group) {
      if (duplicates.count(reversal) > 0 || !lines_[reversal].reversal()) continue;
      const auto original = std::find_if(group.begin(), group.end(), [&](std::size_t line) {
        return is_open(line) && reversed.count(line) == 0 && takes_back(reversal, line);
      });
      if (original != group.end()) reversed.insert(*original);
    }
    bool taken = false;
    for (auto line = group.rbegin(); line != group.rend(); ++line) {
      if (!is_open(*line) || reversed.count(*line) > 0) continue;
      if (taken) superseded.insert(*line);
      taken = true;
    }
  }
  bool is_open(std::size_t line) const {
    return duplicates.count(line) == 0 && !lines_[line].reversal();
  }
  bool takes_back(std::size_t reversal, std::size_t line) const {
    return lines_[reversal].paid_cents == -lines_[line].paid_cents &&
           lines_[reversal].allowed_cents == -lines_[line].allowed_cents;
  }
  const std::vector<Told>& lines_;
};

// Few different values, so that every kind of repetition is common.
std::vector<Told> random_lines(std::mt19937& random) {
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  const auto text = [&](const char* kind) {
    // Now and then longer than what is held without a hash.
    return below(4) == 0 ? std::string(kind) + "-with-a-long-name-of-" + std::to_string(below(2))
                         : kind + std::to_string(below(2));
  };
  std::vector<Told> lines(static_cast<std::size_t>(below(40)));
  const unsigned variety = 1U << static_cast<unsigned>(below(3));
  for (Told& told : lines) {
    told.claim = static_cast<std::uint32_t>(below(3));
    told.line = below(20) == 0 ? kNoLineNumber : static_cast<std::uint32_t>(below(2) * 20);
    told.paid_day = 1 + below(variety);
    told.paid_cents = below(5) - 2;
    told.allowed_cents = below(2) == 0 ? told.paid_cents : below(3) - 1;
    told.day = 1 + below(variety);
    told.last_day = told.day + below(variety);
    const char* const kinds[] = {"N", "T", "S", "H"};
    for (std::size_t i = 0; i < told.texts.size(); ++i) {
      told.texts[i] = below(8 / variety) == 0 ? text(kinds[i]) : kinds[i];
    }
    for (int left = below(variety); left > 0; --left) told.diagnoses.push_back(text("D"));
  }
  return lines;
}

TEST_CASE("Which lines of random claims count is as the definition says") {
  std::mt19937 random{77};
  std::size_t duplicates = 0;
  std::size_t superseded = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::vector<Told> lines = random_lines(random);
    const Definition expected{lines};
    const Repeats repeats = find_repeats(intake_of(lines));
    std::set<std::uint64_t> left_out = expected.duplicates;
    left_out.insert(expected.superseded.begin(), expected.superseded.end());
    REQUIRE(repeats.left_out == std::vector<std::uint64_t>(left_out.begin(), left_out.end()));
    REQUIRE(repeats.duplicates == static_cast<std::int64_t>(expected.duplicates.size()));
    REQUIRE(repeats.superseded == static_cast<std::int64_t>(expected.superseded.size()));
    duplicates += expected.duplicates.size();
    superseded += expected.superseded.size();
  }
  CHECK(duplicates > 1000);
  CHECK(superseded > 1000);
}

using Shown = std::tuple<std::string, std::uint32_t, Day, std::int64_t>;

// Everything that may be said of the repeats without saying where a line stands.
auto without_places(const std::vector<Told>& lines) {
  const Repeats repeats = find_repeats(intake_of(lines));
  const auto shown = [](const std::vector<RepeatedLine>& first) {
    std::vector<Shown> list;
    for (const RepeatedLine& l : first) list.emplace_back(l.member, l.line, l.day, l.paid_cents);
    return list;
  };
  std::vector<Told> out;
  for (const std::uint64_t place : repeats.left_out) out.push_back(lines[place]);
  std::sort(out.begin(), out.end(), [](const Told& a, const Told& b) {
    return std::tuple{a.claim, a.line, a.content()} < std::tuple{b.claim, b.line, b.content()};
  });
  std::vector<std::string> contents;
  for (const Told& told : out) {
    std::string content = std::to_string(told.claim) + ' ' + std::to_string(told.line);
    for (const std::int64_t number :
         {std::int64_t{told.paid_day}, told.paid_cents, told.allowed_cents, std::int64_t{told.day},
          std::int64_t{told.last_day}}) {
      content += ' ' + std::to_string(number);
    }
    for (const std::string& text : told.texts) content += ' ' + text;
    for (const std::string& code : told.diagnoses) content += ' ' + code;
    contents.push_back(std::move(content));
  }
  return std::tuple{repeats.duplicates, repeats.superseded, shown(repeats.first_duplicates),
                    shown(repeats.first_superseded), contents};
}

TEST_CASE("The order in which lines come does not change which of them count") {
  std::mt19937 random{78};
  for (int round = 0; round < 1000; ++round) {
    std::vector<Told> lines = random_lines(random);
    const auto expected = without_places(lines);
    std::shuffle(lines.begin(), lines.end(), random);
    REQUIRE(without_places(lines) == expected);
  }
}

TEST_CASE("The first five repeated lines are shown by member, line and day") {
  std::vector<Told> lines;
  for (std::uint32_t i = 0; i < 9; ++i) {
    const Told told{.claim = 9 - i, .line = 1, .day = static_cast<Day>(10 - i), .last_day = 10};
    lines.insert(lines.end(), {told, told});
  }
  const Repeats repeats = find_repeats(intake_of(lines));
  CHECK(repeats.duplicates == 9);
  REQUIRE(repeats.first_duplicates.size() == 5);
  CHECK(repeats.first_duplicates.front().member == "M0");
  CHECK(repeats.first_duplicates.front().day == 3);
  CHECK(repeats.first_duplicates.back().member == "M1");
}

// With a search of the group for each reversal this would be some 10^13 steps.
TEST_CASE("One line sent and taken back thirty thousand times is decided at once") {
  std::vector<Told> lines;
  for (std::int64_t cents = 1; cents <= 30'000; ++cents) {
    lines.push_back({.line = 1, .paid_cents = cents, .allowed_cents = cents});
    lines.push_back({.line = 1, .paid_day = 2, .paid_cents = -cents, .allowed_cents = -cents});
  }
  CHECK(find_repeats(intake_of(lines)).left_out.empty());
  lines.push_back({.line = 1, .paid_cents = 7, .allowed_cents = 8});
  lines.push_back({.line = 1, .paid_cents = 7, .allowed_cents = 9});
  CHECK(find_repeats(intake_of(lines)).superseded == 1);
}

}  // namespace
}  // namespace gainshare
