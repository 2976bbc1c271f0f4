// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "json/document.h"
#include "scenario/point.h"

namespace gainshare::json {

// A contract and its experience, parsed once and settled many times with one number changed.
class ScenarioDocuments {
 public:
  // Both documents are read and settle as they are.
  static Result<ScenarioDocuments> open(std::string_view contract, std::string_view experience);

  // The settlement of the documents as they are.
  const Point& present() const { return present_; }
  // The settlement with another number at that pointer; the documents are as before afterwards.
  Result<Point> settle_with(std::string_view pointer, std::string_view number);

  // The number at "/experience/spending/expenditure_cents"; nothing where there is none.
  std::optional<Rational> number_at(std::string_view pointer);
  // The pointer of every number of the documents, the contract's first. A text that is a number
  // counts, a name or a date does not.
  std::vector<std::string> numbers() const;
  // Decimal places that it is written with.
  int places_at(std::string_view pointer);

 private:
  Node* find(std::string_view pointer);
  Result<Point> settle(const Contract& contract, const Experience& experience) const;

  Node contract_root_;
  Node experience_root_;
  Contract contract_;
  Experience experience_;
  Point present_;
};

// A number of the documents with the unit of its last place: what a scenario moves.
struct ScenarioInput {
  std::string path;
  Rational present;
  int places = 0;  // a unit is 10^-places

  Rational value_at(std::int64_t units) const;
  // The present value in units, rounded down.
  std::int64_t present_units() const;
};

// `places`: how fine to look; without it what the number is written with, of a rate at least to
// the basis point.
Result<ScenarioInput> scenario_input(ScenarioDocuments& documents, std::string_view path,
                                     std::optional<int> places);

// Of the documents with that input at so many units. The documents outlive it.
SettleAt settle_at(ScenarioDocuments& documents, const ScenarioInput& input);

}  // namespace gainshare::json
