// SPDX-License-Identifier: Apache-2.0
#include "population/hcc_score.h"

#include <algorithm>
#include <random>

#include "support/risk_tables.h"

namespace gainshare {
namespace {

using testing::risk_model;
using Codes = std::vector<std::string>;

RiskSubject woman_of(std::int32_t age) { return {.age = age, .sex = Sex::Female}; }

// In thousandths, by both ways: the sum and its explanation agree.
std::optional<std::int64_t> thousandths(const RiskModel& model, const RiskSubject& subject,
                                        const Codes& codes) {
  const DiagnosisCategories categories{model, codes};
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < codes.size(); ++i) all.push_back(i);
  const auto score = hcc_score(model, categories, subject, all);
  const ScoreExplanation explained = explain_hcc_score(model, subject, codes);
  REQUIRE(explained.raw.has_value() == score.has_value());
  if (!score) return std::nullopt;
  Ratio sum;
  for (const ScoredPart& part : explained.parts) sum = sum + part.coefficient;
  CHECK(sum == *explained.raw);
  CHECK(score_of_units(*score) == *explained.raw);
  return *score / (kScoreUnit / 1000);
}

TEST_CASE("Age and sex, categories, their number and interactions add up") {
  const RiskModel model = risk_model();
  CHECK(thousandths(model, woman_of(69), {}) == 300);
  CHECK(thousandths(model, woman_of(70), {}) == 400);
  // Diabetes 0.16, heart failure 0.36, both 0.11.
  CHECK(thousandths(model, woman_of(65), {"E11.40", "I50.30"}) == 300 + 160 + 360 + 110);
  // With the kidneys: 0.12, heart and kidneys 0.17, three categories 0.04.
  CHECK(thousandths(model, woman_of(65), {"E1140", "I130"}) ==
        300 + 160 + 360 + 120 + 110 + 170 + 40);
  CHECK(thousandths(model, woman_of(65), {"E1140", "I130", "C61"}) ==
        300 + 160 + 360 + 120 + 200 + 110 + 170 + 80);
}

TEST_CASE("A severe category takes the lesser ones away, and the explanation says which") {
  const RiskModel model = risk_model();
  CHECK(thousandths(model, woman_of(65), {"C7800", "C3490", "C61"}) == 300 + 4000);
  const ScoreExplanation out =
      explain_hcc_score(model, woman_of(65), Codes{"C7800", "C3490", "C61", "R69", "Z940"});
  REQUIRE(out.dropped.size() == 2);
  CHECK(out.dropped[0].by == "17");
  CHECK(out.unmapped == Codes{"R69"});
  CHECK(out.without_coefficient == Codes{"999"});
  CHECK(out.segment == "cna");
}

TEST_CASE("A category that was taken away takes nothing away itself") {
  testing::RiskFiles text;
  text.coefficients = "variable,coefficient\nF0_GT,1\nHCC1,1\nHCC2,1\nHCC3,1\n";
  text.diagnoses = "diagnosis_code,cc\nA1,1\nA2,2\nA3,3\n";
  text.hierarchy = "cc_parent,cc_child\n1,2\n2,3\n";
  const auto read = read_risk_model(text.files(), "");
  REQUIRE(read.ok());
  CHECK(thousandths(read.value(), woman_of(40), {"A1", "A2", "A3"}) == 3000);
  CHECK(thousandths(read.value(), woman_of(40), {"A2", "A3"}) == 2000);
}

TEST_CASE("Each segment has its own coefficients") {
  const RiskModel model = risk_model();
  RiskSubject subject = woman_of(65);
  subject.dual = DualStatus::Full;
  CHECK(thousandths(model, subject, {}) == 600);
  subject.dual = DualStatus::Partial;
  CHECK(thousandths(model, subject, {}) == 700);
  subject = woman_of(64);
  CHECK(thousandths(model, subject, {"I5030"}) == 500 + 500 + 50);
  subject = woman_of(70);
  subject.institutional = true;
  CHECK(thousandths(model, subject, {"I5030"}) == 1100 + 200);
  subject.dual = DualStatus::Partial;
  subject.originally_disabled = true;
  CHECK(thousandths(model, subject, {}) == 1100 + 120 + 20);
}

TEST_CASE("Who was disabled before 65 counts more from then on") {
  const RiskModel model = risk_model();
  RiskSubject subject = woman_of(65);
  subject.originally_disabled = true;
  CHECK(thousandths(model, subject, {}) == 550);
  subject.sex = Sex::Male;
  CHECK(thousandths(model, subject, {}) == 460);
  subject = woman_of(64);
  subject.originally_disabled = true;
  CHECK(thousandths(model, subject, {}) == 500);
}

TEST_CASE("Diagnoses of a new enrollee do not count") {
  const RiskModel model = risk_model();
  RiskSubject subject = woman_of(65);
  subject.new_enrollee = true;
  CHECK(thousandths(model, subject, {"E1140"}) == 520);
  subject.dual = DualStatus::Partial;
  subject.originally_disabled = true;
  CHECK(thousandths(model, subject, {}) == 2060);
  subject = woman_of(72);
  subject.new_enrollee = true;
  CHECK(thousandths(model, subject, {}) == 620);
}

TEST_CASE("Without a coefficient for age and sex there is no score, and it is not 0") {
  const RiskModel model = risk_model();
  CHECK_FALSE(thousandths(model, woman_of(80), {"E1140"}));
  CHECK(thousandths(model, woman_of(95), {}) == 900);
  CHECK(thousandths(model, woman_of(120), {}) == 900);
  CHECK_FALSE(thousandths(model, {.age = 70, .sex = Sex::Unknown}, {}));
}

TEST_CASE("An age is in whole years, and the birthday counts") {
  const Day born = day_of(1959, 2, 1);
  CHECK(age_on(born, day_of(2024, 1, 31)) == 64);
  CHECK(age_on(born, day_of(2024, 2, 1)) == 65);
  CHECK(age_on(day_of(1960, 2, 29), day_of(2025, 2, 28)) == 64);
  CHECK(age_on(day_of(1960, 2, 29), day_of(2025, 3, 1)) == 65);
}

TEST_CASE("A dual status code says full or partial benefits") {
  CHECK(dual_status_of("02") == DualStatus::Full);
  CHECK(dual_status_of("8") == DualStatus::Full);
  CHECK(dual_status_of("06") == DualStatus::Partial);
  CHECK(dual_status_of("00") == DualStatus::NonDual);
  CHECK(dual_status_of("NA") == DualStatus::NonDual);
  CHECK(dual_status_of("") == DualStatus::NonDual);
}

TEST_CASE("The order of diagnoses and their repetition change nothing") {
  const RiskModel model = risk_model();
  const Codes known{"E1140", "E119", "C7800", "C3490", "C61", "I5030", "N1830", "I130", "Z940"};
  std::mt19937 random{20260101};
  for (int round = 0; round < 200; ++round) {
    Codes some;
    for (const std::string& code : known) {
      for (auto n = random() % 3; n > 0; --n) some.push_back(code);
    }
    const auto before = thousandths(model, woman_of(66), some);
    std::shuffle(some.begin(), some.end(), random);
    CHECK(thousandths(model, woman_of(66), some) == before);
    std::sort(some.begin(), some.end());
    some.erase(std::unique(some.begin(), some.end()), some.end());
    CHECK(thousandths(model, woman_of(66), some) == before);
  }
}

TEST_CASE("Applied to what it left, a hierarchy takes nothing more") {
  std::mt19937 random{7};
  for (int round = 0; round < 200; ++round) {
    testing::RiskFiles text;
    text.coefficients = "variable,coefficient\nF0_GT,1\nHCC0,1\n";
    text.diagnoses = "diagnosis_code,cc\n";
    text.hierarchy = "cc_parent,cc_child\n";
    for (int i = 0; i < 12; ++i) {
      text.diagnoses += "A" + std::to_string(i) + "," + std::to_string(i) + "\n";
    }
    for (int i = 0; i < 15; ++i) {
      const auto parent = random() % 11;
      const auto child = parent + 1 + random() % (11 - parent);
      text.hierarchy += std::to_string(parent) + "," + std::to_string(child) + "\n";
    }
    const auto read = read_risk_model(text.files(), "");
    REQUIRE(read.ok());
    const RiskModel& model = read.value();
    Codes codes;
    std::vector<std::uint32_t> every;
    for (std::uint32_t i = 0; i < 12; ++i) codes.push_back("A" + std::to_string(i));
    for (std::uint32_t i = 0; i < 12; ++i) {
      if (random() % 2 == 0) every.push_back(i);
    }
    const DiagnosisCategories categories{model, codes};
    const CategorySet once = categories_after_hierarchy(model, categories, every);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t i : every) {
      if (once.contains(categories.of(i)[0])) left.push_back(i);
    }
    CHECK(categories_after_hierarchy(model, categories, left) == once);
  }
}

}  // namespace
}  // namespace gainshare
