// SPDX-License-Identifier: Apache-2.0
#include "support/replay.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <optional>
#include <stdexcept>
#include <variant>

namespace gainshare::testing {
namespace {

using Number = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;
using Value = std::variant<Number, bool>;

Number number_from(const Rational& value) {
  // Through text, so that nothing of the engine's arithmetic is borrowed.
  const std::string text = value.to_text();
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    return Number{Whole{text.substr(0, slash)}, Whole{text.substr(slash + 1)}};
  }
  const auto dot = text.find('.');
  if (dot == std::string::npos) return Number{Whole{text}};
  std::string digits = text.substr(0, dot) + text.substr(dot + 1);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const Whole scale = boost::multiprecision::pow(Whole{10}, unsigned(text.size() - dot - 1));
  const Number magnitude{Whole{digits}, scale};
  return negative ? Number{-magnitude} : magnitude;
}

Number at_ninth_place(const Number& cents) {
  const Whole parts{1'000'000'000};
  const Number scaled = abs(cents) * parts;
  Whole whole = numerator(scaled) / denominator(scaled);
  if (scaled - whole >= Number{1, 2}) ++whole;
  const Number result{whole, parts};
  return cents < 0 ? Number{-result} : result;
}

Number rounded(const Number& cents, Rounding rounding) {
  const Whole unit = rounding.place == RoundingPlace::Cent ? 1 : 100;
  const Number scaled = abs(cents) / unit;
  Whole whole = numerator(scaled) / denominator(scaled);
  const Number rest = scaled - whole;
  const Number half{1, 2};
  const bool up = rounding.mode == RoundingMode::Up     ? rest > 0
                  : rounding.mode == RoundingMode::Down ? false
                  : rounding.mode == RoundingMode::HalfUp
                      ? rest >= half
                      : rest > half || (rest == half && whole % 2 == 1);
  if (up) ++whole;
  const Number result{whole * unit};
  return cents < 0 ? Number{-result} : result;
}

class Replayer {
 public:
  Value evaluate(const Step& step) {
    step_ = &step;
    switch (step.op) {
      case Op::Given:
        return given();
      case Op::Subtract:
        return Number{number(0) - number(1)};
      case Op::Add:
        return fold([](const Number& a, const Number& b) { return Number{a + b}; });
      case Op::Multiply:
        return fold([](const Number& a, const Number& b) { return Number{a * b}; });
      case Op::Divide:
        return divide();
      case Op::Complement:
        return Number{1 - number(0)};
      case Op::Minimum:
        return fold([](const Number& a, const Number& b) { return a < b ? a : b; });
      case Op::Maximum:
        return fold([](const Number& a, const Number& b) { return a > b ? a : b; });
      case Op::AtLeast:
        return number(0) >= number(1);
      case Op::MoreThan:
        return number(0) > number(1);
      case Op::All:
        return every(true);
      case Op::Any:
        return !every(false);
      case Op::Not:
        return !truth(0);
      case Op::When:
        return truth(0) ? input(1) : input(2);
      case Op::Interpolate:
        return interpolate();
      case Op::Tier:
        return tier();
      case Op::NearestRank:
        return nearest_rank();
      case Op::Round:
        return rounded(number(0), step.rounding.value());
      case Op::Carry:
        return at_ninth_place(number(0));
      case Op::Apportion:
        return apportion();
    }
    throw std::runtime_error("unknown operation");
  }

  void remember(const Step& step) {
    if (!known_.emplace(step.id, stated(step)).second) throw std::runtime_error("id used twice");
  }

  static Value stated(const Step& step) {
    if (const bool* truth = std::get_if<bool>(&step.value)) return *truth;
    return number_from(std::get<Rational>(step.value));
  }

 private:
  Value given() const {
    if (!step_->inputs.empty()) throw std::runtime_error("a given figure has inputs");
    return stated(*step_);
  }
  const Value& input(std::size_t i) const { return known_.at(step_->inputs.at(i)); }
  const Number& number(std::size_t i) const { return std::get<Number>(input(i)); }
  bool truth(std::size_t i) const { return std::get<bool>(input(i)); }

  template <class Combine>
  Value fold(Combine combine) const {
    Number result = number(0);
    for (std::size_t i = 1; i < step_->inputs.size(); ++i) result = combine(result, number(i));
    return result;
  }
  bool every(bool wanted) const {
    bool all = true;
    for (std::size_t i = 0; i < step_->inputs.size(); ++i) all = all && truth(i) == wanted;
    return all;
  }
  Value divide() const {
    if (number(1) == 0) throw std::runtime_error("division by zero");
    return Number{number(0) / number(1)};
  }
  Value interpolate() const {
    for (const auto& row : step_->table) {
      if (!row.at(1)) return number_from(row.at(2).value());
      if (number(0) > number_from(*row.at(1))) continue;
      const Number from = number_from(row.at(0).value());
      const Number start = number_from(row.at(2).value());
      const Number end = number_from(row.at(3).value());
      return Number{start + (number(0) - from) / (number_from(*row.at(1)) - from) * (end - start)};
    }
    throw std::runtime_error("outside the table");
  }
  Value nearest_rank() const {
    std::vector<Number> values;
    for (std::size_t i = 1; i < step_->inputs.size(); ++i) values.push_back(number(i));
    if (values.empty()) throw std::runtime_error("no values to rank");
    std::sort(values.begin(), values.end());
    // The first rank whose part of all is at least the percentile.
    std::size_t rank = 1;
    while (rank < values.size() && Number{rank, values.size()} < number(0)) ++rank;
    return values[rank - 1];
  }
  Value tier() const {
    Number reached{0};
    for (const auto& row : step_->table) {
      if (number_from(row.at(0).value()) <= number(0)) reached = number_from(row.at(1).value());
    }
    return reached;
  }
  // The parts must add up, or another split than the one that is shown would be explained.
  Value apportion() const {
    std::vector<std::pair<Number, std::size_t>> remainders;
    std::vector<Number> parts;
    Number sum{0}, left = number(0);
    for (std::size_t i = 1; i < step_->inputs.size(); ++i) {
      if (number(i) < 0) throw std::runtime_error("a part is negative");
      parts.push_back(Number{Whole{numerator(number(i)) / denominator(number(i))}});
      remainders.emplace_back(number(i) - parts.back(), i - 1);
      sum += number(i);
      left -= parts.back();
    }
    if (sum != number(0)) throw std::runtime_error("the parts do not add up to the total");
    if (denominator(number(0)) != 1) throw std::runtime_error("the total is not whole cents");
    // Largest remainder first, of equal ones the first part.
    std::sort(remainders.begin(), remainders.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t k = 0; left > 0; ++k, --left) parts.at(remainders.at(k).second) += 1;
    const Number which = number_from(step_->table.at(0).at(0).value());
    return parts.at(static_cast<std::size_t>(which.convert_to<double>()) - 1);
  }

  const Step* step_ = nullptr;
  std::map<std::string, Value> known_;
};

}  // namespace

std::vector<std::string> replay(const Trace& trace) {
  std::vector<std::string> wrong;
  Replayer replayer;
  for (const Step& step : trace) {
    try {
      if (replayer.evaluate(step) != Replayer::stated(step)) {
        wrong.push_back(step.id + " does not follow from its inputs");
      }
      replayer.remember(step);
    } catch (const std::exception& error) {
      wrong.push_back(step.id + ": " + error.what());
    }
  }
  return wrong;
}

std::vector<std::string> unseen_falsehoods(const Trace& trace) {
  std::vector<std::string> unseen;
  for (std::size_t k = 0; k < trace.size(); ++k) {
    if (trace[k].op == Op::Given) continue;
    Trace falsified = trace;
    if (bool* truth = std::get_if<bool>(&falsified[k].value)) {
      *truth = !*truth;
    } else {
      falsified[k].value = std::get<Rational>(falsified[k].value) + Rational{1, 1'000'000};
    }
    if (replay(falsified).empty()) unseen.push_back(trace[k].id);
  }
  return unseen;
}

}  // namespace gainshare::testing
