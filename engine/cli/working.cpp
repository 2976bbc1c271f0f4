// SPDX-License-Identifier: Apache-2.0
// The working of a settlement in words: one block a step.
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/figures.h"
#include "cli/ledger.h"
#include "core/enum_name.h"
#include "json/sources.h"

namespace gainshare::cli {
namespace {

using StepsById = std::map<std::string_view, const Step*>;

// The inputs of a step, once by label and once by figure.
struct Operands {
  std::vector<std::string> words;

  std::string joined(std::string_view sign) const {
    std::string text;
    for (const std::string& word : words) {
      if (!text.empty()) text += sign;
      text += word;
    }
    return text;
  }
  std::string at(std::size_t i) const { return i < words.size() ? words[i] : std::string{}; }
};

std::string rounding_words(const Step& step) {
  if (!step.rounding) return {};
  std::string mode{name_of(json::kRoundingModeNames, step.rounding->mode)};
  for (char& c : mode) c = c == '_' ? ' ' : c;
  // What is no money has no cents.
  if (step.unit != Unit::Cents) return ", rounded " + mode + " to a whole number";
  return ", rounded " + mode + " to the " +
         std::string{name_of(json::kRoundingPlaceNames, step.rounding->place)};
}

std::string expression(const Step& step, const Operands& in) {
  switch (step.op) {
    case Op::Given:
      return "given";
    case Op::Subtract:
      return in.joined(" - ");
    case Op::Add:
      return in.joined(" + ");
    case Op::Multiply:
      return in.joined(" × ");
    case Op::Divide:
      return in.joined(" ÷ ");
    case Op::Complement:
      return "1 - " + in.at(0);
    case Op::Minimum:
      return "the smallest of " + in.joined(", ");
    case Op::Maximum:
      return "the largest of " + in.joined(", ");
    case Op::AtLeast:
      return in.joined(" is at least ");
    case Op::MoreThan:
      return in.joined(" is more than ");
    case Op::All:
      return in.joined(" and ");
    case Op::Any:
      return in.joined(" or ");
    case Op::Not:
      return "not " + in.at(0);
    case Op::When:
      return "if " + in.at(0) + ": " + in.at(1) + ", else " + in.at(2);
    case Op::Interpolate:
      return in.at(0) + " in the table, straight between its ends";
    case Op::Tier:
      return in.at(0) + " in the tiers";
    case Op::NearestRank:
      return "the value at " + in.at(0) + " of all " + std::to_string(step.inputs.size() - 1) +
             ", by nearest rank";
    case Op::Round:
      return in.at(0) + rounding_words(step);
    case Op::Carry:
      return in.at(0) + ", at nine places of a cent";
    case Op::Apportion:
      return "the cents of " + in.at(0) + " by largest remainder, part " +
             (step.table.empty() ? std::string{} : step.table[0][0].value_or(Rational{}).to_text());
  }
  return {};
}

// A table's cells carry no unit of their own: they are shown as they stand.
std::string table_rows(const Step& step) {
  constexpr int kPlaces = 6;
  std::string text;
  for (const auto& row : step.table) {
    text += "      ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += "  ";
      text += right(row[i] ? decimal(*row[i], kPlaces) : "and more", 8);
    }
    text += "\n";
  }
  return text;
}

std::string source_words(const Step& step) {
  std::string status{name_of(kStatusNames, step.source.status)};
  for (char& c : status) c = c == '_' ? ' ' : c;
  std::string text = step.source.citation;
  if (!step.source.clause.empty()) text += ", " + step.source.clause;
  if (step.source.status != Status::Contract) text += " [" + status + "]";
  if (step.assumed) text += " [assumption]";
  return text;
}

std::string block(const Step& step, const StepsById& known) {
  Operands labels;
  Operands figures;
  for (const std::string& input : step.inputs) {
    const auto found = known.find(input);
    labels.words.push_back(found == known.end() ? input : found->second->label);
    figures.words.push_back(found == known.end() ? input : figure(*found->second));
  }
  std::string text = "  " + step.label + ": " + figure(step) + "\n";
  if (step.op != Op::Given) {
    text += "      = " + expression(step, labels) + "\n";
    text += "      = " + expression(step, figures) + "\n";
  }
  text += table_rows(step);
  return text + "      " + source_words(step) + "\n";
}

}  // namespace

std::string working(const Trace& trace) {
  StepsById known;
  std::string text = "\nWorking\n";
  for (const Step& step : trace) {
    text += "\n" + block(step, known);
    known.emplace(step.id, &step);
  }
  return text;
}

}  // namespace gainshare::cli
