// SPDX-License-Identifier: Apache-2.0
#include "population/intake/partial.h"

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "core/money.h"
#include "support/catch.h"

namespace gainshare {
namespace {

ClaimLine line_of(std::int64_t paid_cents) {
  return {.line = 1, .day = 100, .last_day = 100, .paid_day = 100, .paid_cents = paid_cents};
}

// An intake with one line of one member.
Intake with_line(std::int64_t paid_cents) {
  Intake intake;
  intake.settings.number(std::string_view{});
  const MemberIndex member = intake.members.number(std::string_view{"M"});
  ClaimLine line = line_of(paid_cents);
  line.claim = intake.claims.number(inline_key("C"), member, 0);
  intake.add_line(line);
  return intake;
}

bool merges(const Intake& intake) {
  Intake sum;
  return merge_partial(sum, write_partial(intake)).empty();
}

TEST_CASE("A part with an amount that no file can have is refused") {
  CHECK(merges(with_line(kLargestCents)));
  CHECK(merges(with_line(-kLargestCents)));
  CHECK_FALSE(merges(with_line(kLargestCents + 1)));
  CHECK_FALSE(merges(with_line(std::numeric_limits<std::int64_t>::min())));
}

TEST_CASE("A part whose report loses a row or has less than none is refused") {
  const auto report = [](std::int64_t rows_read, std::int64_t blank, std::int64_t kept) {
    Intake intake;
    FileReport& file = intake.report(FileKind::Claims, "claims.csv");
    file.rows_read = rows_read;
    file.blank = blank;
    file.kept = kept;
    file.reject(RejectReason::BadDate, 3, "claim_start_date", "never");
    return intake;
  };
  CHECK(merges(report(6, 2, 3)));
  CHECK_FALSE(merges(report(7, 2, 3)));
  CHECK_FALSE(merges(report(0, 2, -3)));
  CHECK_FALSE(merges(report(std::numeric_limits<std::int64_t>::max(), 2, 3)));
}

// The claims of two of them would otherwise be taken for one's.
TEST_CASE("Parts with more sources than a claim can name are refused") {
  const auto sources = [](const std::string& prefix, int count) {
    Intake intake;
    for (int i = 0; i < count; ++i) intake.sources.number(prefix + std::to_string(i));
    return write_partial(intake);
  };
  Intake sum;
  REQUIRE(merge_partial(sum, sources("a", 40'000)).empty());
  REQUIRE(merge_partial(sum, sources("b", 25'535)).empty());
  const Issues issues = merge_partial(sum, sources("c", 1));
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == IssueCode::TooLarge);
}

TEST_CASE("Two files of one name are reported alike in whichever order they are added") {
  const auto file = [](const std::string& column, const std::string& text) {
    Intake intake;
    FileReport& report = intake.report(FileKind::Claims, "claims.csv");
    report.rows_read = 8;
    report.unused_columns = {column, "note"};
    for (int i = 0; i < 8; ++i) report.reject(RejectReason::BadDate, 2 + i / 4, "paid_date", text);
    return write_partial(intake);
  };
  const std::string one = file("colour", "soon");
  const std::string other = file("age", "later");
  const auto sum = [](const std::string& first, const std::string& second) {
    Intake intake;
    REQUIRE(merge_partial(intake, first).empty());
    REQUIRE(merge_partial(intake, second).empty());
    return intake;
  };
  const Intake merged = sum(one, other);
  CHECK(write_partial(merged) == write_partial(sum(other, one)));
  CHECK(merged.files[0].unused_columns == std::vector<std::string>{"age", "colour", "note"});
}

}  // namespace
}  // namespace gainshare
