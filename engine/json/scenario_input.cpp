// SPDX-License-Identifier: Apache-2.0
#include "json/scenario_input.h"

#include <algorithm>
#include <utility>

#include "json/contract_reader.h"
#include "json/experience_reader.h"
#include "scenario/form.h"
#include "settlement/settlement.h"

namespace gainshare::json {
namespace {

constexpr std::string_view kContractTop = "/contract";
constexpr std::string_view kExperienceTop = "/experience";
constexpr int kBasisPointPlaces = 4;

std::optional<Rational> number_of(const Node& node) {
  if (node.kind != Kind::Number && node.kind != Kind::Text) return std::nullopt;
  return Rational::from_text(node.text, node.kind == Kind::Number);
}

// The child that the next part of a pointer names; "~1" is "/" in a key and "~0" is "~".
Node* child(Node& node, std::string_view part) {
  if (node.kind == Kind::Array) {
    std::size_t index = 0;
    for (const char c : part) {
      if (c < '0' || c > '9' || index > node.items.size()) return nullptr;
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return !part.empty() && index < node.items.size() ? &node.items[index] : nullptr;
  }
  for (Member& member : node.members) {
    if (escape_pointer(member.key) == part) return &member.value;
  }
  return nullptr;
}

void add_numbers(const Node& node, const std::string& pointer, std::vector<std::string>& found) {
  if (number_of(node)) found.push_back(pointer);
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    add_numbers(node.items[i], pointer + "/" + std::to_string(i), found);
  }
  for (const Member& member : node.members) {
    add_numbers(member.value, pointer + "/" + escape_pointer(member.key), found);
  }
}

Issue no_number_at(std::string_view pointer) {
  return missing("/request/input", "There is no number at " + std::string{pointer} +
                                       ". Enter the JSON Pointer of a number below /contract or "
                                       "/experience.");
}

bool starts_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

int places_written(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return 0;
  const std::size_t end = std::min(text.find_first_of("eE"), text.size());
  return static_cast<int>(end - point - 1);
}

Rational power_of_ten(int places) {
  Rational power{1};
  for (int i = 0; i < places; ++i) power = power * Rational{10};
  return power;
}

}  // namespace

Result<ScenarioDocuments> ScenarioDocuments::open(std::string_view contract,
                                                  std::string_view experience) {
  Issues issues;
  ScenarioDocuments documents;
  auto contract_root = read_document(contract, Place{kContractTop}, issues);
  auto experience_root = read_document(experience, Place{kExperienceTop}, issues);
  if (!issues.empty()) return issues;
  documents.contract_root_ = *std::move(contract_root);
  documents.experience_root_ = *std::move(experience_root);
  auto terms = read_contract(documents.contract_root_, Place{kContractTop}, issues);
  auto facts = read_experience(documents.experience_root_, Place{kExperienceTop}, issues);
  if (!terms || !facts) return issues;
  documents.contract_ = *std::move(terms);
  documents.experience_ = *std::move(facts);
  Result<Point> present = documents.settle(documents.contract_, documents.experience_);
  if (!present) return std::move(present).issues();
  documents.present_ = std::move(present).value();
  return documents;
}

Result<Point> ScenarioDocuments::settle(const Contract& contract,
                                        const Experience& experience) const {
  const Result<Settlement> settled = gainshare::settle(contract, experience);
  if (settled) return point_of(0, contract, experience, settled.value());
  Issues issues = settled.issues();
  for (Issue& issue : issues) issue.path = std::string{kExperienceTop} + issue.path;
  return issues;
}

Result<Point> ScenarioDocuments::settle_with(std::string_view pointer, std::string_view number) {
  Node* const node = find(pointer);
  if (node == nullptr) return no_number_at(pointer);
  std::string before = std::exchange(node->text, std::string{number});
  Issues issues;
  std::optional<Contract> terms;
  std::optional<Experience> facts;
  if (starts_with(pointer, kContractTop)) {
    terms = read_contract(contract_root_, Place{kContractTop}, issues);
  } else {
    facts = read_experience(experience_root_, Place{kExperienceTop}, issues);
  }
  node->text = std::move(before);
  if (!terms && !facts) return issues;
  return settle(terms ? *terms : contract_, facts ? *facts : experience_);
}

Node* ScenarioDocuments::find(std::string_view pointer) {
  const bool in_contract = starts_with(pointer, kContractTop);
  if (!in_contract && !starts_with(pointer, kExperienceTop)) return nullptr;
  pointer.remove_prefix(in_contract ? kContractTop.size() : kExperienceTop.size());
  Node* node = in_contract ? &contract_root_ : &experience_root_;
  while (node != nullptr && !pointer.empty()) {
    if (pointer.front() != '/') return nullptr;
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    node = child(*node, part);
  }
  return node;
}

std::optional<Rational> ScenarioDocuments::number_at(std::string_view pointer) {
  const Node* const node = find(pointer);
  return node == nullptr ? std::nullopt : number_of(*node);
}

int ScenarioDocuments::places_at(std::string_view pointer) {
  const Node* const node = find(pointer);
  return node == nullptr ? 0 : places_written(node->text);
}

std::vector<std::string> ScenarioDocuments::numbers() const {
  std::vector<std::string> found;
  add_numbers(contract_root_, std::string{kContractTop}, found);
  add_numbers(experience_root_, std::string{kExperienceTop}, found);
  return found;
}

Rational ScenarioInput::value_at(std::int64_t units) const {
  return Rational{units} / power_of_ten(places);
}

std::int64_t ScenarioInput::present_units() const {
  return floor_of(present * power_of_ten(places)).value_or(0);
}

Result<ScenarioInput> scenario_input(ScenarioDocuments& documents, std::string_view path,
                                     std::optional<int> places) {
  const std::optional<Rational> present = documents.number_at(path);
  if (!present) return no_number_at(path);
  ScenarioInput input{.path = std::string{path}, .present = *present, .places = 0};
  const auto countable = [&input]() -> Result<ScenarioInput> {
    const Rational most = input.value_at(kLargestCents);
    if (-most <= input.present && input.present <= most) return input;
    return Issue{.path = "/request/places",
                 .code = IssueCode::TooPrecise,
                 .message =
                     "The number has more units of that place than can be counted. Ask for "
                     "fewer decimal places.",
                 .params = {}};
  };
  if (places) {
    input.places = *places;
    return countable();
  }
  // Cents and people are whole: where half of one more is refused, so is every fraction.
  const Rational and_a_half = input.value_at(input.present_units()) + Rational{1, 2};
  const bool fractions = documents.settle_with(path, and_a_half.to_text()).ok() ||
                         documents.settle_with(path, Rational{1, 2}.to_text()).ok();
  const int written = documents.places_at(path);
  if (written > 0 || !present->is_integer() || fractions) {
    input.places = std::max(kBasisPointPlaces, written);
  }
  return countable();
}

SettleAt settle_at(ScenarioDocuments& documents, const ScenarioInput& input) {
  return [&documents, input](std::int64_t units) {
    Result<Point> point = documents.settle_with(input.path, input.value_at(units).to_text());
    if (!point) return point;
    Point at = std::move(point).value();
    at.at = units;
    return Result<Point>{std::move(at)};
  };
}

}  // namespace gainshare::json
