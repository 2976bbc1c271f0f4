// SPDX-License-Identifier: Apache-2.0
#include "population/service_classifier.h"

#include "support/catch.h"

namespace gainshare {
namespace {

const Setting kOffice{.claim_type = "professional", .place_of_service = "11"};

DaySpan calendar_year(int year) {
  return {.first = day_of(year, 1, 1), .last = day_of(year, 12, 31)};
}

ServiceClassifier of_year(std::int32_t year, ServiceTerms terms = {}) {
  terms.edition = year;
  const AssignmentWindows windows{.current = calendar_year(year), .older = calendar_year(year - 1)};
  return {resolve_services(terms).value(), windows};
}

struct Line {
  std::string code = "99213";
  Setting setting = kOffice;
  std::string specialty = "11";
  LineContext context = {};
};

std::optional<ServiceClass> class_of(const ServiceClassifier& classifier, const Line& line) {
  const CodeClass code = classifier.code_class(line.code);
  const SettingClass setting = classifier.setting_class(line.setting);
  const ProviderClass provider = classifier.provider_class(line.specialty);
  return service_class(code, setting, provider, line.context);
}

bool counts(std::int32_t year, const Line& line) {
  return class_of(of_year(year), line).has_value();
}

constexpr auto kPhysician = ServiceClass::PrimaryCarePhysician;

TEST_CASE("Each year's codes count from that year on and in no year before") {
  struct Added {
    std::int32_t from;
    std::vector<std::string> codes;
  };
  const std::vector<Added> lists{
      {2012, {"99201", "99208", "99215", "99304", "99340", "99350", "G0402", "G0438", "G0439"}},
      {2016, {"99490", "99495", "99496"}},
      {2019,
       {"99487", "99489", "99497", "99498", "96160", "96161", "99354", "99355", "99484", "99492",
        "99493", "99494", "G0506", "G0442", "G0443", "G0444"}},
      {2021, {"99439", "99483", "99491", "G2058", "G2064", "G2065", "G2214"}},
      {2022, {"99424", "99427", "99437", "G2212", "G2252"}},
      {2023, {"G0317", "G0318", "G3002", "G3003"}},
      {2024, {"96202", "97551", "99406", "99407", "G0019", "G0101", "G0136", "G2087", "G2211"}},
      {2025, {"98016", "99452", "G0537", "G0540", "G0542", "G0544", "G0557", "G0560"}}};
  for (std::int32_t year = 2012; year <= 2026; ++year) {
    const ServiceClassifier classifier = of_year(year);
    for (const auto& [from, codes] : lists) {
      for (const std::string& code : codes) {
        INFO(year << " " << code);
        // At home, so that the years in which home visits ask for it have it.
        const Setting home{.claim_type = "professional", .place_of_service = "12"};
        CHECK(class_of(classifier, {.code = code, .setting = home}).has_value() == (year >= from));
      }
    }
  }
}

TEST_CASE("Codes beside a range do not count, and spelling does not matter") {
  for (const char* code : {"99200", "99216", "99303", "99351", "9921", "992130", "", "G0401"}) {
    INFO(code);
    CHECK_FALSE(counts(2024, {.code = code}));
  }
  CHECK(counts(2024, {.code = " g0402 "}));
}

TEST_CASE("A year without an edition is refused, with the years that there are") {
  const auto lists = resolve_services({.edition = 2011});
  REQUIRE_FALSE(lists.ok());
  CHECK(lists.issues()[0].path == "/edition");
  CHECK(lists.issues()[0].code == IssueCode::NoEdition);
  CHECK_FALSE(resolve_services({.edition = 2027}).ok());
}

TEST_CASE("Specialties fall into the classes of the year") {
  const auto of = [](std::int32_t year, const char* code) {
    return of_year(year).provider_class(code).service_class;
  };
  for (const char* code : {"01", "08", "11", "38"}) CHECK(of(2014, code) == kPhysician);
  CHECK(of(2014, "37") == ServiceClass::OtherProfessional);
  CHECK(of(2016, "37") == kPhysician);
  CHECK(of(2024, "50") == ServiceClass::NonPhysicianPractitioner);
  for (const char* code : {"06", "12", "13", "16", "23", "25", "26", "27", "29", "39", "46", "70",
                           "79", "82", "83", "84", "86", "90", "98"}) {
    INFO(code);
    CHECK(of(2024, code) == ServiceClass::StepTwoSpecialist);
    CHECK(of(2015, code) == ServiceClass::OtherProfessional);
  }
  CHECK(of(2024, "20") == std::nullopt);
  CHECK(of(2015, "20") == ServiceClass::OtherProfessional);
  CHECK(of(2015, "") == std::nullopt);
}

TEST_CASE("Nursing facility visits do not count in a skilled nursing facility, as each year says") {
  const Setting snf{.claim_type = "professional", .place_of_service = "31"};
  const Setting nursing{.claim_type = "professional", .place_of_service = "32"};
  const LineContext stay{.in_snf_stay = true};
  CHECK(counts(2016, {.code = "99308", .setting = snf}));
  CHECK_FALSE(counts(2017, {.code = "99308", .setting = snf}));
  CHECK(counts(2018, {.code = "99308", .setting = nursing, .context = stay}));
  CHECK_FALSE(counts(2019, {.code = "99308", .setting = nursing, .context = stay}));
  CHECK_FALSE(counts(2019, {.code = "99308", .setting = snf}));
  CHECK(counts(2019, {.code = "99308", .setting = nursing}));
  CHECK(counts(2019, {.code = "99213", .setting = snf, .context = stay}));
  const Setting center{.claim_type = "institutional", .bill_type = "0771"};
  CHECK(counts(2020, {.code = "99308", .setting = center, .context = stay}));
  CHECK_FALSE(counts(2021, {.code = "99308", .setting = center, .context = stay}));
}

TEST_CASE("Advance care planning does not count in an inpatient setting from 2021") {
  const Setting hospital{.claim_type = "professional", .place_of_service = "21"};
  CHECK(counts(2020, {.code = "99497", .setting = hospital}));
  CHECK_FALSE(counts(2021, {.code = "99497", .setting = hospital}));
  CHECK_FALSE(counts(2021, {.code = "99498", .context = {.in_inpatient_stay = true}}));
  CHECK(counts(2021, {.code = "99497"}));
  CHECK(counts(2021, {.code = "99213", .setting = hospital}));
}

TEST_CASE("Home visits need place of service 12 from 2019 to 2022") {
  const Setting home{.claim_type = "professional", .place_of_service = "12"};
  CHECK(counts(2018, {.code = "99345"}));
  for (const std::int32_t year : {2019, 2020, 2021, 2022}) {
    CHECK_FALSE(counts(year, {.code = "99345"}));
    CHECK(counts(year, {.code = "99345", .setting = home}));
  }
  CHECK(counts(2023, {.code = "99345"}));
}

TEST_CASE("Prolonged services count only beside a listed code of their claim") {
  CHECK(counts(2019, {.code = "99354"}));
  CHECK_FALSE(counts(2019, {.code = "99354", .context = {.without_base_code = true}}));
  CHECK(counts(2019, {.code = "99213", .context = {.without_base_code = true}}));
}

TEST_CASE("Health centers and rural clinics: by code or revenue center to 2018, then everything") {
  const Setting clinic{.claim_type = "institutional", .bill_type = "711", .revenue_code = "0521"};
  Setting other = clinic;
  other.revenue_code = "0900";
  const Setting center{.claim_type = "institutional", .bill_type = "771", .revenue_code = "0521"};
  CHECK(class_of(of_year(2018), {.code = "T1015", .setting = clinic}) == kPhysician);
  CHECK_FALSE(counts(2018, {.code = "T1015", .setting = other}));
  CHECK_FALSE(counts(2018, {.code = "T1015", .setting = center}));
  CHECK(counts(2018, {.code = "99213", .setting = center}));
  for (const Setting& setting : {clinic, other, center}) {
    // Whoever renders it, it is a primary care physician's.
    CHECK(class_of(of_year(2019), {.code = "T1015", .setting = setting, .specialty = ""}) ==
          kPhysician);
  }
  Setting short_revenue = clinic;
  short_revenue.revenue_code = "521";
  CHECK(counts(2012, {.code = "", .setting = short_revenue}));
}

TEST_CASE("Clinic visits at hospitals count where the contract says that they are ETA hospitals") {
  const Setting hospital{.claim_type = "institutional", .bill_type = "0131"};
  const ServiceTerms with{.teaching_amendment_hospitals = true};
  CHECK_FALSE(counts(2020, {.code = "G0463", .setting = hospital}));
  CHECK(class_of(of_year(2020, with), {.code = "G0463", .setting = hospital}) == kPhysician);
  CHECK_FALSE(class_of(of_year(2020, with), {.code = "G0463"}).has_value());
  CHECK_FALSE(class_of(of_year(2015, with), {.code = "G0463", .setting = hospital}).has_value());
}

TEST_CASE("Other institutional claims do not count, but professionals at method II hospitals do") {
  const Setting inpatient{.claim_type = "institutional", .bill_type = "111"};
  CHECK_FALSE(counts(2024, {.setting = inpatient}));
  const Setting method_two{
      .claim_type = "institutional", .bill_type = "0851", .revenue_code = "0983"};
  CHECK(counts(2024, {.setting = method_two}));
  Setting room = method_two;
  room.revenue_code = "0510";
  CHECK_FALSE(counts(2024, {.setting = room}));
  CHECK(counts(2024, {.setting = {}}));  // a file that tells no setting at all
}

TEST_CASE("Emergency codes count in each window that has a month of the emergency") {
  const Line call{.code = "99442"};
  CHECK_FALSE(counts(2019, call));
  for (const std::int32_t year : {2020, 2021, 2022, 2023}) CHECK(counts(year, call));
  CHECK_FALSE(counts(2024, call));
  CHECK(class_of(of_year(2024), {.code = "99442", .context = {.older_window = true}}) ==
        kPhysician);
  // The prospective window of 2024 begins on 1 October 2022.
  const AssignmentWindows prospective{
      .current = {.first = day_of(2022, 10, 1), .last = day_of(2023, 9, 30)}, .older = {}};
  const ServiceClassifier classifier{resolve_services({.edition = 2024}).value(), prospective};
  CHECK(classifier.code_class("99442").listed);
}

TEST_CASE("A contract's own lists stand by themselves or in the place of an edition's") {
  const AssignmentWindows windows{.current = calendar_year(2024), .older = {}};
  const ServiceClassifier everything{resolve_services({}).value(), windows};
  const Setting inpatient{.claim_type = "institutional", .bill_type = "111"};
  CHECK(class_of(everything, {.code = "", .setting = inpatient, .specialty = ""}) == kPhysician);

  const ServiceTerms own{.codes = {{{"99201", "99215"}, {"S0001", "S0001"}}},
                         .primary_care_specialties = {{"08"}},
                         .step_two_specialties = {{"06"}}};
  const ServiceClassifier classifier{resolve_services(own).value(), windows};
  CHECK(class_of(classifier, {.code = "S0001", .specialty = "08"}) == kPhysician);
  CHECK(class_of(classifier, {.specialty = "06"}) == ServiceClass::StepTwoSpecialist);
  CHECK_FALSE(class_of(classifier, {.specialty = "11"}).has_value());
  CHECK_FALSE(class_of(classifier, {.code = "S0002", .specialty = "08"}).has_value());

  const ServiceClassifier replaced = of_year(2022, {.codes = {{{"S0001", "S0001"}}}});
  CHECK(class_of(replaced, {.code = "S0001", .specialty = "50"}) ==
        ServiceClass::NonPhysicianPractitioner);
  CHECK_FALSE(class_of(replaced, {.code = "99213"}).has_value());
  CHECK_FALSE(class_of(replaced, {.code = "99442"}).has_value());
}

}  // namespace
}  // namespace gainshare
