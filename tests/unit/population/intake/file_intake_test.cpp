// SPDX-License-Identifier: Apache-2.0
#include "population/intake/file_intake.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>

#include "population/intake/partial.h"
#include "population/repeats.h"
#include "support/catch.h"

namespace gainshare {
namespace {

struct Read {
  FileReport report;
  Issues issues;
};

Read read_file(Intake& intake, FileToRead file, const std::string& text) {
  FileIntake reader{intake, std::move(file)};
  for (std::size_t at = 0; at < text.size(); at += reader.capacity()) {
    const std::size_t size = std::min(reader.capacity(), text.size() - at);
    std::memcpy(reader.space(), text.data() + at, size);
    if (!reader.take(size)) return {.report = {}, .issues = reader.issues()};
  }
  if (!reader.finish()) return {.report = {}, .issues = reader.issues()};
  return {.report = reader.report(), .issues = {}};
}

Read read_claims(Intake& intake, const std::string& text, ColumnMapping mapping = {}) {
  return read_file(intake, {.name = "claims.csv", .mapping = std::move(mapping)}, text);
}

std::int64_t count(const FileReport& report, RejectReason reason) {
  return report.rejected[static_cast<std::size_t>(reason)].count;
}

constexpr const char* kHeader =
    "claim_id,claim_line_number,person_id,claim_start_date,paid_date,paid_amount,allowed_amount\n";

TEST_CASE("The same claims are read whatever separator, line end, mark and quotes they have") {
  const std::string plain =
      std::string{kHeader} + "C1,1,M1,2024-03-05,2024-04-01,10.50,12.00\nC1,2,M1,20240305,,-3,-3\n";
  Intake expected;
  REQUIRE(read_claims(expected, plain).issues.empty());
  const auto with = [&](char from, const std::string& to) {
    std::string text;
    for (const char c : plain) text += c == from ? to : std::string(1, c);
    return text;
  };
  for (const std::string& text :
       {with(',', ";"), with(',', "\t"), with(',', "|"), with('\n', "\r\n"), with('\n', "\r"),
        "\xEF\xBB\xBF" + plain, "\n\n" + plain}) {
    Intake intake;
    const Read read = read_claims(intake, text);
    CAPTURE(text);
    REQUIRE(read.issues.empty());
    CHECK(read.report.kept == 2);
    CHECK(intake.log.size() == 2);
  }
}

TEST_CASE("Every row is kept, blank or rejected with its reason and place") {
  const std::string text = std::string{kHeader} +
                           "C1,1,M1,2024-03-05,,1,1\n"           // kept
                           "C1,x,M1,2024-03-05,,1,1\n"           // line number
                           "C1,3,,2024-03-05,,1,1\n"             // member
                           ",4,M1,2024-03-05,,1,1\n"             // claim
                           "C1,5,M1,2024-02-30,,1,1\n"           // date
                           "C1,6,M1,2024-03-05,never,1,1\n"      // date
                           "C1,7,M1,2024-03-05,,1.2.3,1\n"       // amount
                           "C1,8,M1\n"                           // ragged
                           "C1,9,M1,2024-03-05,,1,1,,\n"         // kept: empty cells more
                           "C1,9\" by 9\",M1,2024-03-05,,1,1\n"  // stray quote
                           "\n"                                  // blank
                           "C1,10,M1,2024-03-05,,,1\n";          // kept: empty amount
  Intake intake;
  const FileReport report = read_claims(intake, text).report;
  CHECK(report.rows_read == 12);
  CHECK(report.kept == 3);
  CHECK(report.blank == 1);
  CHECK(count(report, RejectReason::BadLineNumber) == 1);
  CHECK(count(report, RejectReason::MissingMember) == 1);
  CHECK(count(report, RejectReason::MissingClaim) == 1);
  CHECK(count(report, RejectReason::BadDate) == 2);
  CHECK(count(report, RejectReason::BadAmount) == 1);
  CHECK(count(report, RejectReason::RaggedRow) == 1);
  CHECK(count(report, RejectReason::StrayQuote) == 1);
  const auto& dates = report.rejected[static_cast<std::size_t>(RejectReason::BadDate)].first;
  CHECK(dates[0].line == 6);
  CHECK(dates[0].column == "claim_start_date");
  CHECK(dates[0].text == "2024-02-30");
  CHECK(report.notes[static_cast<std::size_t>(IntakeNote::EmptyAmount)] == 1);
  CHECK(report.notes[static_cast<std::size_t>(IntakeNote::ExtraCells)] == 1);
}

TEST_CASE("How a file is written does not depend on the pieces in which it comes") {
  const std::string row = "C1,1,M1,2024-03-05,,1,1\n";
  std::string quoted = "\"claim_id\";\"odd\nname\";person_id;claim_start_date;paid_amount\n";
  quoted += "C1;x;M1;2024-03-05;1\n";
  std::string lone_return = kHeader + row;
  lone_return.insert(lone_return.find('\n'), ",odd\rname");
  lone_return.insert(lone_return.size() - 1, ",");
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& text :
       {quoted, lone_return, mark + "\n" + quoted, "\n" + mark + quoted, "\r\n\r\n" + quoted,
        "a\rb\rc\rd\n" + (kHeader + row), mark, std::string{"\n\n"}}) {
    CAPTURE(text);
    Intake whole;
    const Read expected = read_claims(whole, text);
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
      Intake intake;
      FileIntake reader{intake, {.name = "claims.csv"}};
      for (const std::string& piece : {text.substr(0, cut), text.substr(cut)}) {
        piece.copy(reader.space(), piece.size());
        (void)reader.take(piece.size());
      }
      (void)reader.finish();
      CAPTURE(cut);
      REQUIRE(reader.issues().size() == expected.issues.size());
      if (!expected.issues.empty()) {
        REQUIRE(reader.issues()[0].message == expected.issues[0].message);
      }
      REQUIRE(write_partial(intake) == write_partial(whole));
    }
  }
}

TEST_CASE("Columns of other names come through a mapping, and what is wrong with it is all told") {
  Intake intake;
  const std::string text = "id|who|when|paid\nC1|M1|30-May-2015|5\n";
  const Read refused =
      read_claims(intake, text, {.columns = {{"claim_id", "nr"}, {"colour", "x"}}});
  CHECK(refused.issues.size() == 5);  // colour, nr, person_id, paid_amount, no date
  const Read read = read_claims(intake, text,
                                {.columns = {{"claim_id", "ID"},
                                             {"person_id", "who"},
                                             {"claim_start_date", "when"},
                                             {"paid_amount", "paid"}},
                                 .constants = {{"claim_type", "professional"}}});
  REQUIRE(read.issues.empty());
  CHECK(read.report.kept == 1);
  CHECK(setting_of(intake.settings.text(0)).claim_type == "professional");
  CHECK(read_claims(intake, "").issues.size() == 1);
  CHECK(read_claims(intake,
                    "\xFF\xFE"
                    "a\n")
            .issues[0]
            .code == IssueCode::BrokenText);
}

TEST_CASE("Of lines sent twice one counts, and reversals stay with what they take back") {
  const auto counted = [](const std::string& rows) {
    Intake intake;
    REQUIRE(read_claims(intake, kHeader + rows).issues.empty());
    const Repeats repeats = find_repeats(intake);
    std::int64_t cents = 0;
    std::uint64_t place = 0;
    intake.log.for_each([&](const ClaimLine& line) {
      const bool out =
          std::binary_search(repeats.left_out.begin(), repeats.left_out.end(), place++);
      if (!out) cents += line.paid_cents;
    });
    return std::tuple{cents, repeats.duplicates, repeats.superseded};
  };
  using Counted = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
  const std::string once = "C,1,M,2024-01-01,2024-02-01,100,120\n";
  const std::string reversal = "C,1,M,2024-01-01,2024-03-01,-100,-120\n";
  const std::string again = "C,1,M,2024-01-01,2024-03-02,90,110\n";
  CHECK(counted(once + once + once) == Counted{10'000, 2, 0});
  CHECK(counted(once + reversal) == Counted{0, 0, 0});
  CHECK(counted(once + reversal + again) == Counted{9000, 0, 0});
  CHECK(counted(again + once + reversal) == Counted{9000, 0, 0});
  CHECK(counted(again + once) == Counted{9000, 0, 1});
  CHECK(counted(once + again) == Counted{9000, 0, 1});
  CHECK(counted(once + "C,2,M,2024-01-01,,5,5\n") == Counted{10'500, 0, 0});
}

TEST_CASE("Parts of files add up to the whole, wherever they are cut") {
  std::mt19937 random{5};
  std::string text = kHeader;
  for (int i = 0; i < 400; ++i) {
    const std::string quoted = random() % 5 == 0 ? "\"M,\n" : "\"M";
    text += "C" + std::to_string(random() % 150) + "," + std::to_string(random() % 4) + "," +
            quoted + std::to_string(random() % 20) + "\",2024-0" + std::to_string(random() % 12) +
            "-11,," + std::to_string(random() % 100) + ",1\n";
  }
  Intake whole;
  read_claims(whole, text);
  for (int round = 0; round < 20; ++round) {
    const std::uint64_t cut = random() % text.size();
    const auto part = [&](ByteRange range) {
      Intake intake;
      read_file(intake, {.name = "claims.csv", .part = range}, text);
      return write_partial(intake);
    };
    Intake sum;
    REQUIRE(merge_partial(sum, part({.begin = cut})).empty());
    REQUIRE(merge_partial(sum, part({.begin = 0, .end = cut})).empty());
    CHECK(sum.log.size() == whole.log.size());
    CHECK(sum.members.size() == whole.members.size());
    CHECK(sum.files[0].bytes == text.size());
    CHECK(sum.files[0].kept == whole.files[0].kept);
    CHECK(
        sum.files[0].rejected[static_cast<std::size_t>(RejectReason::BadDate)].first.front().line ==
        whole.files[0]
            .rejected[static_cast<std::size_t>(RejectReason::BadDate)]
            .first.front()
            .line);
    CHECK(find_repeats(sum).left_out.size() == find_repeats(whole).left_out.size());
  }
}

TEST_CASE("A damaged part is refused, whatever is wrong with it") {
  Intake intake;
  read_claims(intake, std::string{kHeader} + "C1,1,M1,2024-03-05,,1,1\nC1,x,M1,2024-03-05,,1,1\n");
  const std::string bytes = write_partial(intake);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    Intake other;
    REQUIRE_FALSE(merge_partial(other, bytes.substr(0, size)).empty());
  }
  std::mt19937 random{9};
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    Intake other;
    merge_partial(other, damaged);  // refused or read as something else, never a crash
  }
  CHECK(true);
}

TEST_CASE("Random text as claims: no row is lost") {
  std::mt19937 random{21};
  const std::string alphabet = "C1M,,,,,;\"\"\n\n20240305-. ";
  for (int round = 0; round < 2000; ++round) {
    std::string text = kHeader;
    const std::size_t size = random() % 300;
    for (std::size_t i = 0; i < size; ++i) text.push_back(alphabet[random() % alphabet.size()]);
    Intake intake;
    const Read read = read_claims(intake, text);
    REQUIRE(read.issues.empty());
    std::int64_t rejected = 0;
    for (const Rejected& of_reason : read.report.rejected) rejected += of_reason.count;
    REQUIRE(read.report.rows_read == read.report.kept + read.report.blank + rejected);
    REQUIRE(intake.log.size() == static_cast<std::uint64_t>(read.report.kept));
  }
}

}  // namespace
}  // namespace gainshare
