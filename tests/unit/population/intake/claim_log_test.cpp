// SPDX-License-Identifier: Apache-2.0
#include "population/intake/claim_log.h"

#include <random>
#include <vector>

#include "population/intake/claim_keys.h"
#include "population/intake/dictionary.h"
#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("What is appended to the log is read back in order, line for line") {
  std::mt19937_64 random{3};
  ClaimLog log;
  std::vector<ClaimLine> lines;
  std::vector<std::vector<std::uint32_t>> diagnoses;
  const auto some = [&](std::uint64_t most) { return static_cast<std::uint32_t>(random() % most); };
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    ClaimLine line;
    const bool same = i > 0 && random() % 3 != 0;
    if (same) line = lines.back();
    line.claim = same ? line.claim : (random() % 4 == 0 ? some(1'000'000) : i);
    line.line = random() % 5 == 0 ? some(1000) : line.line + 1;
    if (random() % 4 == 0) line.provider = some(4'000'000'000);
    if (random() % 7 == 0) line.tin = some(100);
    if (random() % 4 == 0) line.day = static_cast<Day>(some(100'000));
    line.last_day = line.day + static_cast<Day>(random() % 8 == 0 ? some(100) : 0);
    line.paid_day = line.day;
    line.setting = some(300);
    line.code = some(20'000);
    line.paid_cents = static_cast<std::int64_t>(random() >> (random() % 64));
    line.allowed_cents = -static_cast<std::int64_t>(random() >> 40U);
    diagnoses.emplace_back(random() % 6 == 0 ? random() % 30 : 0, some(70'000));
    line.diagnoses = diagnoses.back();
    lines.push_back(line);
    log.append(line);
  }
  REQUIRE(log.size() == lines.size());
  std::size_t i = 0;
  log.for_each([&](const ClaimLine& read) {
    const ClaimLine& line = lines[i];
    CHECK((read.claim == line.claim && read.line == line.line && read.provider == line.provider &&
           read.tin == line.tin && read.day == line.day && read.last_day == line.last_day &&
           read.paid_day == line.paid_day && read.setting == line.setting &&
           read.code == line.code && read.paid_cents == line.paid_cents &&
           read.allowed_cents == line.allowed_cents));
    CHECK(std::vector<std::uint32_t>(read.diagnoses.begin(), read.diagnoses.end()) == diagnoses[i]);
    ++i;
  });
  CHECK(i == lines.size());
}

TEST_CASE("A dictionary numbers texts of any length in the order of their first coming") {
  Dictionary dictionary;
  const std::string long_text(100, 'x');
  CHECK(dictionary.number("a") == 0);
  CHECK(dictionary.number(std::string_view{}) == 1);
  CHECK(dictionary.number(long_text) == 2);
  CHECK(dictionary.number("fifteen bytes..") == 3);
  CHECK(dictionary.number("sixteen bytes...") == 4);
  CHECK(dictionary.number(std::string_view{"a\0", 2}) == 5);
  for (int i = 0; i < 5000; ++i) dictionary.number("id" + std::to_string(i));
  CHECK(dictionary.number("a") == 0);
  CHECK(dictionary.number(long_text) == 2);
  CHECK(dictionary.number("id4999") == 5 + 5000);
  CHECK(dictionary.text(1).empty());
  CHECK(dictionary.text(2) == long_text);
  CHECK(dictionary.text(3) == "fifteen bytes..");
  CHECK(dictionary.text(5) == std::string("a\0", 2));
  const auto order = dictionary.sorted();
  CHECK(order.front() == 1);
  CHECK(order.back() == 2);
}

TEST_CASE("A claim's line is new once, below sixteen and above") {
  ClaimKeys keys;
  const Key id = inline_key("C1");
  const auto claim = keys.number(id, 7, 0);
  CHECK(keys.number(id, 7, 0) == claim);
  CHECK(keys.number(id, 8, 0) != claim);
  CHECK(keys.number(id, 7, 1) != claim);
  for (const std::uint32_t line : {0U, 1U, 15U, 16U, 400U}) {
    CHECK(keys.add_line(claim, line));
    CHECK_FALSE(keys.add_line(claim, line));
  }
  for (int i = 0; i < 10'000; ++i) keys.number(inline_key("X" + std::to_string(i)), 1, 0);
  CHECK(keys.number(id, 7, 0) == claim);
  CHECK(keys.number(inline_key("X9999"), 1, 0) == keys.size() - 1);
  CHECK(long_key(std::string(40, 'a')) == long_key(std::string(40, 'a')));
  CHECK_FALSE(long_key(std::string(40, 'a')) == long_key(std::string(41, 'a')));
}

}  // namespace
}  // namespace gainshare
