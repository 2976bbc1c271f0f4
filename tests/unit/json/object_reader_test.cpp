// SPDX-License-Identifier: Apache-2.0
#include "json/object_reader.h"

#include <string>

#include "contract/shared_savings_terms.h"
#include "support/catch.h"

using namespace gainshare;
using namespace gainshare::json;

namespace {

// Reads one object with `use` and gives the issues.
template <class Use>
Issues issues_of(std::string_view text, Use use) {
  Issues issues;
  const Place top{""};
  const std::optional<Node> root = read_document(text, top, issues);
  REQUIRE(root.has_value());
  ObjectReader reader{*root, top, issues};
  use(reader);
  return issues;
}

template <class Use>
Issue only_issue(std::string_view text, Use use) {
  const Issues issues = issues_of(text, use);
  REQUIRE(issues.size() == 1);
  return issues[0];
}

Issue rate_issue(std::string_view value) {
  return only_issue("{\"sharing_rate\":" + std::string{value} + "}", [](ObjectReader& reader) {
    CHECK_FALSE(reader.rate("sharing_rate", Need::Required).has_value());
  });
}

void check_rate(std::string_view value, Rate expected) {
  CAPTURE(value);
  const Issues issues =
      issues_of("{\"sharing_rate\":" + std::string{value} + "}", [&](ObjectReader& reader) {
        const auto rate = reader.rate("sharing_rate", Need::Required);
        REQUIRE(rate.has_value());
        CHECK(*rate == expected);
      });
  CHECK(issues.empty());
}

Issue whole_issue(std::string_view value) {
  return only_issue("{\"benchmark_cents\":" + std::string{value} + "}", [](ObjectReader& reader) {
    CHECK_FALSE(reader.cents("benchmark_cents", Need::Required, kPositiveCents).has_value());
  });
}

}  // namespace

TEST_CASE("A rate is read from a number or a text, exactly") {
  check_rate("0.5", Rate::percent(50));
  check_rate("\"0.5\"", Rate::percent(50));
  check_rate("5e-1", Rate::percent(50));
  check_rate("\"50e-2\"", Rate::percent(50));
  check_rate("0", Rate{});
  check_rate("1", Rate::whole(1));
  check_rate("1.000", Rate::whole(1));
  check_rate("0.000000000000000001", Rate::decimal(1, 18));
  const Issues issues = issues_of("{\"a\":\"1/3\"}", [](ObjectReader& reader) {
    const auto third = reader.rate("a", Need::Required);
    REQUIRE(third.has_value());
    CHECK(third->to_text() == "1/3");
  });
  CHECK(issues.empty());
}

TEST_CASE("A rate above its range says what is allowed") {
  const Issue issue = rate_issue("1.4");
  CHECK(issue.path == "/sharing_rate");
  CHECK(issue.code == IssueCode::OutOfRange);
  CHECK(issue.message == "Sharing rate is 1.4. Enter a rate from 0 to 1.");
  CHECK(issue.params == std::vector<std::pair<std::string, std::string>>{
                            {"value", "1.4"}, {"low", "0"}, {"high", "1"}});
  CHECK(rate_issue("-0.1").code == IssueCode::OutOfRange);
  CHECK(rate_issue("1.0000000000000000000000001").code == IssueCode::OutOfRange);
  CHECK(rate_issue("1e400").code == IssueCode::OutOfRange);
  CHECK(rate_issue("-1e400").code == IssueCode::OutOfRange);
}

TEST_CASE("A rate that looks like a percent says how to write it") {
  CHECK(rate_issue("50").message ==
        "Sharing rate is 50. Enter a rate from 0 to 1. Write 50 % as 0.5.");
  CHECK(rate_issue("2.5").message ==
        "Sharing rate is 2.5. Enter a rate from 0 to 1. Write 2.5 % as 0.025.");
  const Issue sign = rate_issue("\"50 %\"");
  CHECK(sign.code == IssueCode::NotANumber);
  CHECK(sign.message == "Sharing rate is \"50 %\". Enter a rate from 0 to 1. Write 50 % as 0.5.");
}

TEST_CASE("Text that is no number, and numbers with too many digits, are told apart") {
  CHECK(rate_issue("\"half\"").code == IssueCode::NotANumber);
  CHECK(rate_issue("\"\"").code == IssueCode::NotANumber);
  CHECK(rate_issue("\"1/0\"").code == IssueCode::NotANumber);
  CHECK(rate_issue("\"NaN\"").code == IssueCode::NotANumber);
  CHECK(rate_issue("0.1234567890123456789").code == IssueCode::TooPrecise);
  CHECK(rate_issue("1e-400").code == IssueCode::TooPrecise);
  CHECK(rate_issue("true").code == IssueCode::WrongType);
  CHECK(rate_issue("null").code == IssueCode::WrongType);
  CHECK(rate_issue("[0.5]").message == "Sharing rate is a list. Enter a rate from 0 to 1.");
}

TEST_CASE("A range may leave its low end out") {
  const RateRange range{.noun = "a factor", .above_low = true};
  const Issue issue = only_issue("{\"completion_factor\": 0}", [&](ObjectReader& reader) {
    CHECK_FALSE(reader.rate("completion_factor", Need::Required, range).has_value());
  });
  CHECK(issue.message == "Completion factor is 0. Enter a factor above 0 up to 1.");
}

TEST_CASE("Whole cents are read however JSON writes a whole number") {
  for (const std::string_view value : {"50000", "5e4", "50000.0", "500.00e2"}) {
    CAPTURE(value);
    const Issues issues =
        issues_of("{\"benchmark_cents\":" + std::string{value} + "}", [](ObjectReader& reader) {
          CHECK(reader.cents("benchmark_cents", Need::Required, kPositiveCents) ==
                Money::cents(50'000));
        });
    CHECK(issues.empty());
  }
}

TEST_CASE("Cents that are not whole, not in range or not a number are told apart") {
  CHECK(whole_issue("12.5").code == IssueCode::NotWhole);
  CHECK(whole_issue("1e-400").code == IssueCode::NotWhole);
  CHECK(whole_issue("-1").message == "Benchmark is -1. Enter whole cents, 1 or more.");
  CHECK(whole_issue("9007199254740992").message ==
        "Benchmark is 9007199254740992. Enter whole cents from 1 to 9007199254740991.");
  CHECK(whole_issue("1e400").code == IssueCode::OutOfRange);
  CHECK(whole_issue("99999999999999999999999").code == IssueCode::OutOfRange);
  CHECK(whole_issue("\"500\"").code == IssueCode::WrongType);
}

TEST_CASE("A missing key says what to enter") {
  const Issue rate = only_issue("{}", [](ObjectReader& reader) {
    reader.rate("sharing_rate", Need::Required);
    reader.rate("sequestration_rate", Need::Optional);
  });
  CHECK(rate.code == IssueCode::Missing);
  CHECK(rate.message == "Sharing rate is missing. Enter a rate from 0 to 1.");
  const Issue word = only_issue(
      "{}", [](ObjectReader& reader) { reader.choice("sides", Need::Required, kSidesNames); });
  CHECK(word.message == "Sides is missing. Choose one_sided or two_sided.");
}

TEST_CASE("An unknown word names the choices and the one that was meant") {
  const Issue issue = only_issue(R"({"sides": "onesided"})", [](ObjectReader& reader) {
    CHECK_FALSE(reader.choice("sides", Need::Required, kSidesNames).has_value());
  });
  CHECK(issue.code == IssueCode::UnknownChoice);
  CHECK(issue.message ==
        "Sides is \"onesided\". Did you mean one_sided? Choose one_sided or two_sided.");
}

TEST_CASE("Every unknown key is told, with the key that was probably meant") {
  const Issues issues =
      issues_of(R"({"shareing_rate": 0.5, "zzz": 1, "~/": 2})", [](ObjectReader& reader) {
        reader.rate("sharing_rate", Need::Optional);
        reader.finish();
      });
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].code == IssueCode::UnknownKey);
  CHECK(issues[0].message ==
        "Nothing reads the key \"shareing_rate\" here. Did you mean sharing_rate?");
  CHECK(issues[1].message == "Nothing reads the key \"zzz\" here. Take it out or correct it.");
  CHECK(issues[2].path == "/~0~1");
}

TEST_CASE("What is no object is told once, not once for every key") {
  Issues issues;
  const Place top{"/contract"};
  const std::optional<Node> root = read_document("[1]", top, issues);
  REQUIRE(root.has_value());
  ObjectReader reader{*root, top, issues};
  reader.rate("a", Need::Required);
  reader.text("b", Need::Required, {.low = 1, .high = 9});
  reader.finish();
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].path == "/contract");
  CHECK(issues[0].code == IssueCode::WrongType);
}

TEST_CASE("The length of a text is counted in characters") {
  const Issues issues = issues_of("{\"title\": \"ééééé\"}", [](ObjectReader& reader) {
    CHECK(reader.text("title", Need::Required, {.low = 1, .high = 5}).has_value());
  });
  CHECK(issues.empty());
  const Issue issue = only_issue("{\"title\": \"\"}", [](ObjectReader& reader) {
    reader.text("title", Need::Required, {.low = 1, .high = 5});
  });
  CHECK(issue.message == "Title has 0 characters. Enter a text of 1 to 5 characters.");
}
