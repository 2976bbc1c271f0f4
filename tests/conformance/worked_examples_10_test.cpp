// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 10, attribution. An example says what it is by the shape of its
// inputs; one that has a shape or a key that is not known here fails.
#include <map>
#include <set>

#include "core/enum_name.h"
#include "population/assignment_windows.h"
#include "population/attribution_explanation.h"
#include "population/service_classifier.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::WorkedExample;

using Names = std::set<std::string>;
const Names kYear{"py", "year", "performance_year", "edition"};
const Names kTie{"tie", "tie_break", "tie_breaks", "tie_rule"};
const Names kVisits{"visits"};
const Names kCharges{"charges", "allowed", "allowed_charges", "step1", "step_1", "pcp_charges"};
const Names kSpecialistCharges{"step2", "step_2", "specialist_charges"};
const Names kAcoCharges{"aco", "aco_charges", "aco_allowed", "aco_total"};
const Names kOtherCharges{
    "other",     "others",     "best_other",    "other_charges", "best_other_charges",
    "other_tin", "other_tins", "best_other_tin"};
const Names kAcoLast{"aco_last", "aco_latest", "aco_date", "aco_last_service"};
const Names kOtherLast{"other_last", "other_latest", "other_date", "other_last_service",
                       "best_other_last"};
const Names kOlder{"older", "older_year", "year_1", "y1", "prior", "prior_year"};
const Names kRecent{"recent", "recent_year", "year_2", "y2", "current", "current_year"};
const Names kWeights{"weights"};
const Names kOlderWeight{"older_weight", "weight_older"};
const Names kRecentWeight{"recent_weight", "weight_recent"};
const Names kAcoNames{"aco_tins", "participants", "aco_providers"};
const Names kPatientNamed{"designation", "patient_designation", "voluntary_alignment", "designated",
                          "designated_by_patient"};
const Names kInsurerNamed{"insurer_designation", "designated_by_insurer"};
const Names kCode{"hcpcs", "code", "cpt", "hcpcs_code"};
const Names kPlace{"pos", "place_of_service", "place_of_service_code"};
const Names kSpecialty{"specialty", "specialty_code"};
const Names kBillType{"bill_type", "bill_type_code"};
const Names kRevenue{"revenue", "revenue_code", "revenue_center_code"};
const Names kSnf{"snf_stay", "in_snf", "snf", "in_snf_stay"};
const Names kInpatient{"inpatient", "inpatient_stay", "in_inpatient_stay"};
const Names kTiming{"timing", "assignment", "method", "window"};
const Names kWinner{"attributed",    "assigned", "assigned_to", "winner",
                    "attributed_to", "aligned",  "aligned_to"};

const ExampleJson* find(const ExampleJson& object, const Names& names) {
  for (const auto& [key, value] : object.items()) {
    if (names.count(key) > 0 && !value.is_null()) return &value;
  }
  return nullptr;
}

void check_keys(const WorkedExample& example, std::initializer_list<const Names*> known) {
  for (const auto& [key, value] : example.inputs.items()) {
    bool is_known = false;
    for (const Names* names : known) is_known = is_known || names->count(key) > 0;
    INFO(example.id << ": input " << key << " is not known");
    CHECK(is_known);
  }
}

Day day_from(const ExampleJson& text) {
  const auto date = date_from_iso(text.get<std::string>());
  REQUIRE(date.has_value());
  return day_of(*date);
}

// Two digits, whether the file has text or a number.
std::string text_of(const ExampleJson& value, std::size_t digits = 0) {
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  while (text.size() < digits) text.insert(0, "0");
  return text;
}

std::int32_t year_of(const WorkedExample& example, std::int32_t otherwise) {
  const ExampleJson* const year = find(example.inputs, kYear);
  return year == nullptr ? otherwise : year->get<std::int32_t>();
}

std::vector<TieBreak> tie_breaks_of(const WorkedExample& example,
                                    const std::vector<TieBreak>& otherwise) {
  const ExampleJson* const tie = find(example.inputs, kTie);
  if (tie == nullptr) return otherwise;
  const ExampleJson list = tie->is_array() ? *tie : ExampleJson::array({*tie});
  std::vector<TieBreak> tie_breaks;
  for (const ExampleJson& word : list) {
    const std::string name = word.get<std::string>();
    const auto known = from_name(kTieBreakNames, name);
    tie_breaks.push_back(known.value_or(name.find("recent") != std::string::npos
                                            ? TieBreak::MostRecent
                                        : name.find("low") != std::string::npos ? TieBreak::LowestId
                                                                                : TieBreak::None));
  }
  return tie_breaks;
}

// Candidates by name, and what each did.
struct Rivals {
  Candidates candidates;
  std::vector<ServiceTally> tallies;
  Member member;

  CandidateIndex index_of(const std::string& name) {
    auto& ids = candidates.ids;
    const auto found = std::find(ids.begin(), ids.end(), name);
    if (found != ids.end()) return static_cast<CandidateIndex>(found - ids.begin());
    ids.push_back(name);
    const bool aco = name.substr(0, 3) == "ACO" || name.substr(0, 3) == "aco";
    candidates.participant.push_back(aco ? 1 : 0);
    return static_cast<CandidateIndex>(ids.size() - 1);
  }
};

enum class Unit { Visits, Dollars };

struct Kind {
  Unit unit = Unit::Dollars;
  ServiceClass service_class = ServiceClass::PrimaryCarePhysician;
  std::uint8_t window = 0;
};

// A number; [number, date]; or an object of amount and date.
void add(Rivals& rivals, const std::string& name, const ExampleJson& value, const Kind& kind) {
  const ExampleJson* amount = &value;
  const ExampleJson* date = nullptr;
  if (value.is_array()) {
    amount = &value[0];
    if (value.size() > 1) date = &value[1];
  } else if (value.is_object()) {
    amount = find(value, {"visits", "charges", "allowed", "amount", "n", "count", "dollars"});
    date = find(value, {"last", "latest", "date", "most_recent", "last_visit", "last_service"});
  }
  REQUIRE(amount != nullptr);
  ServiceTally tally{.candidate = rivals.index_of(name),
                     .service_class = kind.service_class,
                     .window = kind.window,
                     .visits = 1};
  if (kind.unit == Unit::Visits) tally.visits = amount->get<std::int32_t>();
  if (kind.unit == Unit::Dollars) tally.allowed_cents = example_dollars(*amount).in_cents();
  tally.latest = date != nullptr ? day_from(*date) : Day{1};
  rivals.tallies.push_back(tally);
}

void add_all(Rivals& rivals, const ExampleJson* values, const Kind& kind) {
  if (values == nullptr) return;
  for (const auto& [name, value] : values->items()) add(rivals, name, value, kind);
}

void sort(std::vector<ServiceTally>& tallies) {
  std::sort(tallies.begin(), tallies.end(), [](const ServiceTally& a, const ServiceTally& b) {
    return std::tie(a.candidate, a.window, a.service_class) <
           std::tie(b.candidate, b.window, b.service_class);
  });
}

// The name, "ACO" or true for the participants as one, null or false for nobody or an outsider.
void check_winner(const WorkedExample& example, const Rivals& rivals, const Assignment& got) {
  const bool assigned = got.candidate != kNoCandidate;
  const std::string name = assigned ? rivals.candidates.ids[got.candidate] : "none";
  for (const auto& [key, value] : example.expected.items()) {
    INFO(example.id << " " << key << ": computed " << name << ", expected " << value);
    if (kWinner.count(key) > 0 && value.is_boolean()) {
      CHECK(value.get<bool>() == (assigned && rivals.candidates.participant[got.candidate] != 0));
    } else if (kWinner.count(key) > 0) {
      const std::string wanted = value.is_null() ? "none" : value.get<std::string>();
      const bool aco = got.as_one && (wanted == "ACO" || wanted == "aco");
      const bool nobody = !assigned && (wanted == "none" || wanted == "nobody" || wanted == "");
      CHECK((aco || nobody || (assigned && wanted == name)));
    } else if (key == "step") {
      CHECK(value.get<int>() == int{got.step});
    } else if (key == "decided_by" || key == "tie_break") {
      CHECK(value.get<std::string>() == name_of(kDecidedByNames, got.decided_by));
    } else {
      FAIL("nothing here is called " << key);
    }
  }
}

Assignment assigned(Rivals& rivals, const AttributionTerms& terms) {
  sort(rivals.tallies);
  const auto plan = prepare_attribution(terms, rivals.candidates);
  REQUIRE(plan.ok());
  const Assignment assignment = assign(plan.value(), rivals.member, rivals.tallies);
  CHECK(explain_assignment(plan.value(), rivals.member, rivals.tallies).assignment == assignment);
  return assignment;
}

void read_designations(const WorkedExample& example, Rivals& rivals, AttributionTerms& terms) {
  if (const ExampleJson* const named = find(example.inputs, kPatientNamed)) {
    rivals.member.designated_by_patient = named->get<std::string>();
    rivals.index_of(rivals.member.designated_by_patient);
    terms.methods.push_back({.method = AssignmentMethod::PatientDesignation});
  }
  if (const ExampleJson* const named = find(example.inputs, kInsurerNamed)) {
    rivals.member.designated_by_insurer = named->get<std::string>();
    rivals.index_of(rivals.member.designated_by_insurer);
    terms.methods.push_back({.method = AssignmentMethod::InsurerDesignation});
  }
}

void run_visits(const WorkedExample& example) {
  check_keys(example, {&kVisits, &kTie, &kPatientNamed, &kInsurerNamed});
  Rivals rivals;
  add_all(rivals, find(example.inputs, kVisits), {.unit = Unit::Visits});
  AttributionTerms terms;
  read_designations(example, rivals, terms);
  terms.methods.push_back(
      {.method = AssignmentMethod::PluralityOfVisits,
       .tie_breaks = tie_breaks_of(example, {TieBreak::MostRecent, TieBreak::LowestId})});
  check_winner(example, rivals, assigned(rivals, terms));
}

void read_two_sides(const WorkedExample& example, Rivals& rivals) {
  const auto side = [&](const std::string& name, const Names& amount, const Names& last) {
    const ExampleJson* const value = find(example.inputs, amount);
    const ExampleJson* const date = find(example.inputs, last);
    if (value == nullptr) return;
    if (value->is_object() && find(*value, {"charges", "allowed", "amount"}) == nullptr) {
      add_all(rivals, value, {});
      return;
    }
    const bool many = value->is_array() && value->size() > 1 && (*value)[1].is_number();
    if (many) {
      int i = 0;
      for (const ExampleJson& each : *value) add(rivals, name + std::to_string(++i), each, {});
      return;
    }
    add(rivals, name, date == nullptr ? *value : ExampleJson::array({*value, *date}), {});
  };
  side("ACO", kAcoCharges, kAcoLast);
  side("other", kOtherCharges, kOtherLast);
}

// Allowed charges in the steps of Medicare, the ACO as one or everyone for itself.
void run_charges(const WorkedExample& example) {
  check_keys(example, {&kCharges, &kSpecialistCharges, &kAcoCharges, &kOtherCharges, &kAcoLast,
                       &kOtherLast, &kTie, &kYear, &kAcoNames, &kPatientNamed, &kInsurerNamed});
  Rivals rivals;
  if (const ExampleJson* const tins = find(example.inputs, kAcoNames)) {
    for (const ExampleJson& tin : *tins) {
      rivals.candidates.participant[rivals.index_of(tin.get<std::string>())] = 1;
    }
  }
  add_all(rivals, find(example.inputs, kCharges), {});
  const std::int32_t year = year_of(example, 2024);
  add_all(rivals, find(example.inputs, kSpecialistCharges),
          {.service_class =
               year < 2016 ? ServiceClass::OtherProfessional : ServiceClass::StepTwoSpecialist});
  read_two_sides(example, rivals);
  const auto& participant = rivals.candidates.participant;
  AttributionTerms terms;
  terms.services.edition = year;
  read_designations(example, rivals, terms);
  terms.methods.push_back({.method = AssignmentMethod::TwoStep,
                           .participants_as_one = std::find(participant.begin(), participant.end(),
                                                            1) != participant.end(),
                           .tie_breaks = tie_breaks_of(example, {TieBreak::None})});
  check_winner(example, rivals, assigned(rivals, terms));
}

// Two years with weights: {"older": {…}, "recent": {…}}, 1/3 and 2/3 unless stated.
void run_weighted(const WorkedExample& example) {
  check_keys(example, {&kOlder, &kRecent, &kWeights, &kOlderWeight, &kRecentWeight, &kTie, &kYear});
  Rivals rivals;
  add_all(rivals, find(example.inputs, kRecent), {});
  add_all(rivals, find(example.inputs, kOlder), {.window = 1});
  WindowWeights weights{.recent = *Rate::from_text("2/3"), .older = *Rate::from_text("1/3")};
  const auto weight = [](const ExampleJson& value) {
    return value.is_string() ? *Rate::from_text(value.get<std::string>()) : example_rate(value);
  };
  if (const ExampleJson* const stated = find(example.inputs, kWeights)) {
    // Older before recent, or by name. 0.333 and 0.667 are rounded thirds of the file's own.
    if (stated->is_array())
      weights = {.recent = weight((*stated)[1]), .older = weight((*stated)[0])};
    if (stated->is_object()) {
      weights = {.recent = weight(*find(*stated, kRecent)),
                 .older = weight(*find(*stated, kOlder))};
    }
  }
  if (const auto* stated = find(example.inputs, kRecentWeight)) weights.recent = weight(*stated);
  if (const auto* stated = find(example.inputs, kOlderWeight)) weights.older = weight(*stated);
  AttributionTerms terms;
  terms.methods = {{.method = AssignmentMethod::PluralityOfAllowedCharges,
                    .tie_breaks = tie_breaks_of(example, {TieBreak::MostRecent}),
                    .weights = weights}};
  check_winner(example, rivals, assigned(rivals, terms));
}

// A line by its code, place and specialty: does it count in that year, and as whose?
void run_line(const WorkedExample& example) {
  check_keys(example,
             {&kCode, &kYear, &kPlace, &kSpecialty, &kBillType, &kRevenue, &kSnf, &kInpatient});
  const ExampleJson& in = example.inputs;
  const std::int32_t year = year_of(example, 2024);
  const DaySpan window{.first = day_of(year, 1, 1), .last = day_of(year, 12, 31)};
  const ServiceTerms terms{.edition = year, .teaching_amendment_hospitals = true};
  const auto lists = resolve_services(terms);
  REQUIRE(lists.ok());
  const ServiceClassifier classifier{lists.value(), {.current = window, .older = {}}};
  const auto text = [&](const Names& names, std::string otherwise, std::size_t digits) {
    const ExampleJson* const value = find(in, names);
    return value == nullptr ? otherwise : text_of(*value, digits);
  };
  const auto truth = [&](const Names& names) {
    const ExampleJson* const value = find(in, names);
    return value != nullptr && value->get<bool>();
  };
  const Setting setting{.claim_type = find(in, kBillType) ? "institutional" : "professional",
                        .place_of_service = text(kPlace, "11", 2),
                        .bill_type = text(kBillType, "", 0),
                        .revenue_code = text(kRevenue, "", 4)};
  // Where an example asks for a code alone, a family physician furnishes it, and the other way.
  const ProviderClass provider = classifier.provider_class(text(kSpecialty, "08", 2));
  const auto counted = service_class(
      classifier.code_class(text(kCode, "99213", 0)), classifier.setting_class(setting), provider,
      {.in_snf_stay = truth(kSnf), .in_inpatient_stay = truth(kInpatient)});
  for (const auto& [key, value] : example.expected.items()) {
    INFO(example.id << " " << key);
    if (key == "pcp" || key == "primary_care_physician") {
      CHECK(value.get<bool>() == (counted == ServiceClass::PrimaryCarePhysician));
    } else if (key == "npp" || key == "non_physician") {
      CHECK(value.get<bool>() == (counted == ServiceClass::NonPhysicianPractitioner));
    } else if (key == "step2" || key == "step_2" || key == "step_two") {
      CHECK(value.get<bool>() == (counted == ServiceClass::StepTwoSpecialist));
    } else if (key == "step") {
      const int step = !counted ? 0 : counted == ServiceClass::StepTwoSpecialist ? 2 : 1;
      CHECK((value.is_null() ? 0 : value.get<int>()) == step);
    } else if (key == "class") {
      CHECK(counted.has_value());
      if (counted) CHECK(value.get<std::string>() == name_of(kServiceClassNames, *counted));
    } else {
      CHECK(Names{"primary_care", "counts", "included", "primary_care_service", "listed",
                  "qualifies", "member"}
                .count(key) > 0);
      CHECK(value.get<bool>() == counted.has_value());
    }
  }
}

// The dates of a window: {"py": 2025, "timing": "prospective"}.
void run_window(const WorkedExample& example) {
  check_keys(example, {&kTiming, &kYear});
  const std::int32_t year = year_of(example, 2024);
  const std::string timing = find(example.inputs, kTiming)->get<std::string>();
  AttributionTerms terms;
  if (timing.substr(0, 4) == "pros") {
    terms.timing = AssignmentTiming::Prospective;
    terms.gap_months = 3;
  }
  if (timing.find("24") != std::string::npos || timing.find("expanded") != std::string::npos) {
    terms.services.edition = year;
    terms.methods = {{.method = AssignmentMethod::TwoStep}};
  }
  const AssignmentWindows windows =
      windows_of(terms, {.first = day_of(year, 1, 1), .last = day_of(year, 12, 31)});
  const Day first = windows.older ? windows.older->first : windows.current.first;
  const Names begins{"start", "begin", "first", "from", "window_start"};
  for (const auto& [key, value] : example.expected.items()) {
    INFO(example.id << " " << key);
    if (value.is_array()) {
      CHECK(day_from(value[0]) == first);
      CHECK(day_from(value[1]) == windows.current.last);
    } else {
      CHECK(day_from(value) == (begins.count(key) > 0 ? first : windows.current.last));
    }
  }
}

void run(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  if (find(in, kVisits) != nullptr) return run_visits(example);
  const ExampleJson* const recent = find(in, kRecent);
  if (recent != nullptr && find(in, kOlder) != nullptr) return run_weighted(example);
  for (const Names* names : {&kCharges, &kAcoCharges, &kOtherCharges, &kSpecialistCharges}) {
    if (find(in, *names) != nullptr) return run_charges(example);
  }
  for (const Names* names : {&kCode, &kSpecialty, &kBillType}) {
    if (find(in, *names) != nullptr) return run_line(example);
  }
  if (find(in, kTiming) != nullptr) return run_window(example);
  FAIL(example.id << " has a shape that is not known here: " << in);
}

TEST_CASE("The worked examples of attribution come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int count = 0;
  for (const WorkedExample& example : *examples) {
    if (example.section.substr(0, 2) != "10") continue;
    INFO(example.id);
    run(example);
    ++count;
  }
  CHECK(count >= 1);
}

// Shapes that stand in the rules and not in every file of examples.
TEST_CASE("Charges, steps, codes by year, specialties, windows and weights of the rules") {
  const auto of = [](const char* inputs, const char* expected) {
    run({.id = inputs,
         .section = "10",
         .inputs = ExampleJson::parse(inputs),
         .expected = ExampleJson::parse(expected)});
  };
  of(R"({"aco_charges": 410.00, "best_other": 410.00})", R"({"assigned": false})");
  of(R"({"aco_charges": 410.00, "best_other": 410.00, "tie": "most_recent",
         "aco_last": "2024-06-02", "other_last": "2024-06-01"})",
     R"({"assigned": true})");
  of(R"({"aco": 410.01, "others": [410.00, 90], "py": 2013})", R"({"assigned": "ACO"})");
  of(R"({"charges": {"A": 100, "B": 60, "C": 70}, "aco_tins": ["B", "C"]})",
     R"({"attributed": "ACO", "step": 1})");
  of(R"({"step2": {"ACO": 100, "X": 90}, "py": 2019})", R"({"attributed": "ACO", "step": 2})");
  of(R"({"step1": {"X": 1}, "step2": {"ACO": 100}, "py": 2014})",
     R"({"attributed": "X", "step": 1})");
  of(R"({"visits": {"A": 5, "B": 1}, "designation": "B"})", R"({"attributed": "B"})");
  of(R"({"visits": {"B": [2, "2014-01-01"], "A": [2, "2014-01-01"]}})", R"({"attributed": "A"})");
  of(R"({"older": {"A": 600, "B": 0}, "recent": {"A": 0, "B": 299}})", R"({"aligned": "A"})");
  of(R"({"older": {"A": [600, "2022-05-01"], "B": 0}, "recent": {"B": [300, "2023-01-01"]}})",
     R"({"aligned": "B"})");
  of(R"({"hcpcs": "99490", "py": 2015})", R"({"primary_care": false})");
  of(R"({"hcpcs": "99490", "py": 2016})", R"({"primary_care": true})");
  of(R"({"hcpcs": "99308", "py": 2018, "pos": "31"})", R"({"counts": false})");
  of(R"({"specialty": "37", "py": 2015})", R"({"pcp": false})");
  of(R"({"specialty": "06", "py": 2024})", R"({"step": 2, "class": "step_two_specialist"})");
  of(R"({"bill_type": "771", "code": "T1015", "py": 2024})", R"({"counts": true})");
  of(R"({"py": 2025, "timing": "prospective"})", R"({"start": "2023-10-01", "end": "2024-09-30"})");
  of(R"({"py": 2025, "timing": "retrospective"})", R"({"window": ["2025-01-01", "2025-12-31"]})");
}

}  // namespace
}  // namespace gainshare
