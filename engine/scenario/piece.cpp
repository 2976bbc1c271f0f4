// SPDX-License-Identifier: Apache-2.0
#include "scenario/piece.h"

#include <algorithm>

namespace gainshare {
namespace {

bool is_truth(const Step& step) { return std::holds_alternative<bool>(step.value); }

bool same_shape(const Step& a, const Step& b) {
  if (a.id != b.id || a.op != b.op || a.inputs != b.inputs || is_truth(a) != is_truth(b)) {
    return false;
  }
  return a.table.size() == b.table.size();
}

// Whether step k at another value chooses as in the piece. Of equal figures any is the smallest.
bool same_choice(const Piece& piece, const Point& point, std::size_t k) {
  const Step& step = point.trace[k];
  if (is_truth(step)) return std::get<bool>(step.value) == (piece.choices[k] != 0);
  const auto choice = static_cast<std::size_t>(piece.choices[k]);
  switch (step.op) {
    case Op::Minimum:
    case Op::Maximum:
    case Op::NearestRank:
      return point.trace[piece.inputs[k][choice]].value == step.value;
    case Op::Interpolate:
    case Op::Tier:
      return row_of(step, point.trace[piece.inputs[k][0]]) == piece.choices[k];
    default:
      return true;
  }
}

}  // namespace

int row_of(const Step& step, const Step& input) {
  const Rational& at = std::get<Rational>(input.value);
  const int rows = static_cast<int>(step.table.size());
  if (step.op == Op::Tier) {
    int row = rows;
    while (row > 0 && *step.table[static_cast<std::size_t>(row - 1)][0] > at) --row;
    return row;
  }
  int row = 1;
  for (const auto& cells : step.table) {
    if (!cells[1] || at <= *cells[1]) return row;
    ++row;
  }
  return row;
}

bool fit(const std::vector<Form>& forms, const std::vector<Rational>& figures, std::int64_t at) {
  if (forms.size() != figures.size()) return false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].at(at) != figures[i]) return false;
  }
  return true;
}

std::vector<Rational> stated_figures(const Step& step) {
  std::vector<Rational> figures;
  if (step.op == Op::Given && !is_truth(step)) figures.push_back(std::get<Rational>(step.value));
  for (const auto& row : step.table) {
    for (const auto& cell : row) {
      if (cell) figures.push_back(*cell);
    }
  }
  return figures;
}

Difference difference_to(const Piece& piece, const Point& point) {
  const Trace& trace = piece.start.trace;
  if (trace.size() != point.trace.size()) return {DifferenceKind::Steps, 0};
  for (std::size_t k = 0; k < trace.size(); ++k) {
    if (!same_shape(trace[k], point.trace[k])) return {DifferenceKind::Steps, k};
  }
  for (std::size_t k = 0; k < trace.size(); ++k) {
    if (!same_choice(piece, point, k)) return {DifferenceKind::Choice, k};
  }
  for (std::size_t k = 0; k < trace.size(); ++k) {
    if (!fit(piece.stated[k], stated_figures(point.trace[k]), point.at)) {
      return {DifferenceKind::Stated, k};
    }
  }
  return {};
}

bool chooses(const Step& step) {
  switch (step.op) {
    case Op::Minimum:
    case Op::Maximum:
    case Op::AtLeast:
    case Op::MoreThan:
    case Op::Interpolate:
    case Op::Tier:
    case Op::NearestRank:
      return true;
    case Op::Given:
      return is_truth(step);
    default:
      return false;
  }
}

std::string words_of_choice(const Piece& piece, std::size_t k) {
  const Step& step = piece.start.trace[k];
  if (is_truth(step)) return piece.choices[k] != 0 ? "true" : "false";
  if (step.op == Op::Interpolate || step.op == Op::Tier) return std::to_string(piece.choices[k]);
  return step.inputs[static_cast<std::size_t>(piece.choices[k])];
}

namespace {

// Marks what step k rests on. A sum's parts all count; of a choice what is chosen and, if it is a
// truth, what it is chosen by.
void mark_inputs(const Piece& piece, std::size_t k, std::vector<bool>& marked) {
  const Step& step = piece.start.trace[k];
  const std::vector<std::size_t>& inputs = piece.inputs[k];
  const auto choice = static_cast<std::size_t>(piece.choices[k]);
  const auto mark_where = [&](const auto& wanted) {
    for (const std::size_t input : inputs) {
      if (wanted(input)) marked[input] = true;
    }
  };
  switch (step.op) {
    case Op::Minimum:
    case Op::Maximum:
    case Op::NearestRank:
      marked[inputs[choice]] = true;
      return;
    case Op::When:
      marked[inputs[0]] = true;
      marked[inputs[piece.choices[inputs[0]] != 0 ? 1 : 2]] = true;
      return;
    case Op::All:
    case Op::Any:
      return mark_where([&](std::size_t i) { return piece.choices[i] == piece.choices[k]; });
    case Op::AtLeast:
    case Op::MoreThan:
    case Op::Tier:
      return;  // the figures only move where the choice changes
    case Op::Multiply: {
      const auto is_zero = [&](std::size_t i) { return piece.forms[i].is_zero(); };
      const bool nothing = std::any_of(inputs.begin(), inputs.end(), is_zero);
      return mark_where([&](std::size_t i) { return !nothing || is_zero(i); });
    }
    default:
      return mark_where([](std::size_t) { return true; });
  }
}

}  // namespace

std::vector<bool> rests_on(const Piece& piece, const MeasureTerms& terms) {
  const Trace& trace = piece.start.trace;
  std::vector<bool> marked(trace.size());
  for (std::size_t k = trace.size(); k > 0; --k) {
    const bool is_term = std::any_of(terms.begin(), terms.end(), [&](const auto& term) {
      return term.first == trace[k - 1].id;
    });
    if (is_term) marked[k - 1] = true;
    if (marked[k - 1]) mark_inputs(piece, k - 1, marked);
  }
  return marked;
}

Form form_of(const Piece& piece, const MeasureTerms& terms) {
  Form sum;
  for (const auto& [id, sign] : terms) {
    for (std::size_t k = 0; k < piece.forms.size(); ++k) {
      if (piece.start.trace[k].id != id) continue;
      sum = sign > 0 ? sum + piece.forms[k] : sum - piece.forms[k];
    }
  }
  return sum;
}

}  // namespace gainshare
