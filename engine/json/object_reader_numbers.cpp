// SPDX-License-Identifier: Apache-2.0
// The numbers of ObjectReader: rates and whole numbers, read from their text.
#include <charconv>

#include "core/rational.h"
#include "json/object_reader.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

std::string mend_of(const RateRange& range) {
  return "Enter " + std::string{range.noun} + (range.above_low ? " above " : " from ") +
         range.low.to_text() + (range.above_low ? " up to " : " to ") + range.high.to_text() + ".";
}

// Nobody needs to be told the largest amount unless it was passed.
std::string mend_of(const WholeRange& range, bool too_high = false) {
  std::string mend = "Enter " + std::string{range.noun};
  if (too_high || range.high != kLargestCents) {
    return mend + " from " + std::to_string(range.low) + " to " + std::to_string(range.high) + ".";
  }
  return mend + ", " + std::to_string(range.low) + " or more.";
}

// A share of 50 is a percent of 0.5. Below 2 a slip of the decimal point is as likely.
std::string percent_hint(const Rational& value, const RateRange& range) {
  if (!(range.high == Rate::whole(1)) || !(range.low >= Rate::whole(0))) return {};
  if (value < Rational{2} || value > Rational{100}) return {};
  return " Write " + value.to_text() + " % as " + (value / Rational{100}).to_text() + ".";
}

// "50%" and "50 %" as text.
std::string percent_sign_hint(std::string_view text) {
  if (text.empty() || text.back() != '%') return {};
  text.remove_suffix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const auto value = Rational::from_text(text);
  if (!value) return {};
  return " Write " + value->to_text() + " % as " + (*value / Rational{100}).to_text() + ".";
}

struct NumberProblem {
  IssueCode code;
  std::string reason;  // follows the label and the value: " is 1.4."
  std::string hint;
};

// Why a text that is no Rate of the range is none.
NumberProblem rate_problem(const Node& node, const RateRange& range) {
  const auto value = Rational::from_text(node.text, true);
  if (value && value->valid()) {
    const Ratio exact{*value};
    const bool below = exact < Ratio{range.low} || (range.above_low && exact == Ratio{range.low});
    if (below || exact > Ratio{range.high}) {
      return {IssueCode::OutOfRange, {}, percent_hint(*value, range)};
    }
    return {IssueCode::TooPrecise, " That is more digits than are kept exactly.",
            " Use at most 18 digits."};
  }
  if (node.kind == Kind::Text) return {IssueCode::NotANumber, {}, percent_sign_hint(node.text)};
  // A JSON number beyond even the wide reading: the sign of its exponent tells which way.
  const bool tiny =
      node.text.find("e-") != std::string::npos || node.text.find("E-") != std::string::npos;
  const bool huge = node.text.find_first_of("eE") != std::string::npos && !tiny;
  if (huge) return {IssueCode::OutOfRange, {}, {}};
  return {IssueCode::TooPrecise, " That is more digits than are kept exactly.",
          " Use at most 18 digits."};
}

bool within(Rate rate, const RateRange& range) {
  return (range.above_low ? rate > range.low : rate >= range.low) && rate <= range.high;
}

enum class WholeProblem : std::uint8_t { NotWhole, TooLow, TooHigh };

struct WholeReading {
  std::optional<std::int64_t> value;
  WholeProblem problem = WholeProblem::TooHigh;
};

// 1000, 1e3 and 1000.0 are the same number in JSON.
WholeReading read_whole(const std::string& text, const WholeRange& range) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (stopped != end || error != std::errc{}) {
    const auto exact = Rational::from_text(text, true);
    const bool negative = text.starts_with('-');
    const WholeReading beyond{std::nullopt,
                              negative ? WholeProblem::TooLow : WholeProblem::TooHigh};
    if (!exact) {
      const bool tiny = text.find("e-") != std::string::npos ||
                        text.find("E-") != std::string::npos || text.find('.') != std::string::npos;
      return tiny ? WholeReading{std::nullopt, WholeProblem::NotWhole} : beyond;
    }
    if (!exact->is_integer()) return {std::nullopt, WholeProblem::NotWhole};
    const auto fits = exact->numerator().to_int64();
    if (!fits) return beyond;
    value = *fits;
  }
  if (value < range.low) return {std::nullopt, WholeProblem::TooLow};
  if (value > range.high) return {std::nullopt, WholeProblem::TooHigh};
  return {value};
}

}  // namespace

std::optional<Rate> read_rate(const Node& node, const Place& place, const RateRange& range,
                              Issues& issues) {
  const auto report = [&](IssueCode code, std::string message) {
    issues.push_back({.path = place.pointer(),
                      .code = code,
                      .message = label_of(place.name()) + " is " + std::move(message),
                      .params = {{"value", shortened(node.text)},
                                 {"low", range.low.to_text()},
                                 {"high", range.high.to_text()}}});
  };
  if (node.kind != Kind::Number && node.kind != Kind::Text) {
    report(IssueCode::WrongType, std::string{kind_word(node.kind)} + ". " + mend_of(range));
    return std::nullopt;
  }
  const std::optional<Rate> rate = Rate::from_text(node.text);
  if (rate && within(*rate, range)) return rate;
  const NumberProblem problem = rate_problem(node, range);
  const std::string value = node.kind == Kind::Text ? in_quotes(node.text) : shortened(node.text);
  report(problem.code, value + "." + problem.reason + " " + mend_of(range) + problem.hint);
  return std::nullopt;
}

std::optional<Rate> ObjectReader::rate(std::string_view key, Need need, const RateRange& range) {
  const Node* const node = take(key, need, [&] { return mend_of(range); });
  if (node == nullptr) return std::nullopt;
  return read_rate(*node, Place{place_, key}, range, issues_);
}

std::optional<std::int64_t> ObjectReader::whole(std::string_view key, Need need,
                                                const WholeRange& range) {
  const Node* const node = take(key, need, [&] { return mend_of(range); });
  if (node == nullptr) return std::nullopt;
  if (node->kind != Kind::Number) {
    wrong_type(key, *node, mend_of(range));
    return std::nullopt;
  }
  const WholeReading reading = read_whole(node->text, range);
  if (reading.value) return reading.value;
  const bool fraction = reading.problem == WholeProblem::NotWhole;
  report(key, fraction ? IssueCode::NotWhole : IssueCode::OutOfRange,
         label_of(key) + " is " + shortened(node->text) + ". " +
             mend_of(range, reading.problem == WholeProblem::TooHigh),
         {{"value", shortened(node->text)},
          {"low", std::to_string(range.low)},
          {"high", std::to_string(range.high)}});
  return std::nullopt;
}

std::optional<Money> ObjectReader::cents(std::string_view key, Need need, const WholeRange& range) {
  const std::optional<std::int64_t> value = whole(key, need, range);
  if (!value) return std::nullopt;
  return Money::cents(*value);
}

}  // namespace gainshare::json
