// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/form.h"
#include "scenario/point.h"

namespace gainshare {

// What keeps a step at its choice: that `difference` > 0 (or >= 0) is as it was, `holds`.
struct Condition {
  std::size_t step = 0;
  Form difference;
  bool or_equal = false;
  bool holds = false;

  bool met_at(std::int64_t at) const {
    const int sign = difference.sign_at(at);
    return (or_equal ? sign >= 0 : sign > 0) == holds;
  }
};

// The figures that a step does not get from other steps: its own where it is given, and the cells
// of its table. In order; a cell without a figure is left out.
std::vector<Rational> stated_figures(const Step& step);

// The row of a step's table, from 1, that its first input falls in; 0 is below every tier.
int row_of(const Step& step, const Step& input);

// Each stated figure as a line in the input, by the id of its step: found from two settlements,
// and held against every further one.
bool fit(const std::vector<Form>& forms, const std::vector<Rational>& figures, std::int64_t at);
using StatedForms = std::map<std::string, std::vector<Form>>;

// A stretch of the input within which every rule chooses as at its start. The trace's closed list
// of operations is replayed with the input as the unknown, so each figure is a Form there and each
// choice holds until one of its conditions does not. Rounding is no rule of its own: a rounded
// figure has the form of what is rounded.
struct Piece {
  Point start;
  std::vector<std::vector<std::size_t>> inputs;  // of each step, as places in the trace
  std::vector<int> choices;                      // of each step; 0 where it has none
  std::vector<std::vector<Form>> stated;         // of each step
  std::vector<Form> forms;                       // of each step; zero of a truth
  std::vector<Condition> conditions;
};
Piece piece_from(Point start, const StatedForms& stated);

// What the trace at another value has first that is not of the piece: other steps, another choice,
// or a stated figure of another form, and at which step.
enum class DifferenceKind : std::uint8_t { None, Steps, Choice, Stated };
struct Difference {
  DifferenceKind kind = DifferenceKind::None;
  std::size_t step = 0;
};
Difference difference_to(const Piece& piece, const Point& point);

// Whether a step of this kind chooses by itself, so that a change of it is a change of rule.
bool chooses(const Step& step);

// The choice in words: "true", the id of the step that is the smallest, the number of a row.
std::string words_of_choice(const Piece& piece, std::size_t step);

// The steps on which the measure rests at its start, a flag each: what is not chosen, or
// multiplied by nothing, it does not rest on.
std::vector<bool> rests_on(const Piece& piece, const MeasureTerms& terms);
Form form_of(const Piece& piece, const MeasureTerms& terms);

}  // namespace gainshare
