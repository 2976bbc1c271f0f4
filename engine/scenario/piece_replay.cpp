// SPDX-License-Identifier: Apache-2.0
// The trace replayed with the input as the unknown: the words beside `Op` in trace/step.h, over
// forms instead of figures.
#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "scenario/piece.h"

namespace gainshare {
namespace {

class Replay {
 public:
  Replay(Piece& piece, const StatedForms& known) : piece_(piece), known_(known) {}

  void run() {
    const Trace& trace = piece_.start.trace;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t k = 0; k < trace.size(); ++k) places.emplace(trace[k].id, k);
    for (k_ = 0; k_ < trace.size(); ++k_) {
      step_ = &trace[k_];
      std::vector<std::size_t>& inputs = piece_.inputs.emplace_back();
      for (const std::string& id : step_->inputs) inputs.push_back(places.at(id));
      piece_.stated.push_back(stated());
      choice_ = 0;
      Form form = std::holds_alternative<bool>(step_->value) ? truth() : figure();
      piece_.forms.push_back(std::move(form));
      piece_.choices.push_back(choice_);
    }
  }

 private:
  std::size_t place(std::size_t i) const { return piece_.inputs[k_][i]; }
  const Form& input(std::size_t i) const { return piece_.forms[place(i)]; }
  const Rational& value(std::size_t i) const {
    return std::get<Rational>(piece_.start.trace[place(i)].value);
  }
  std::size_t count() const { return piece_.inputs[k_].size(); }

  std::vector<Form> stated() const {
    const std::vector<Rational> figures = stated_figures(*step_);
    const auto known = known_.find(step_->id);
    if (known != known_.end() && known->second.size() == figures.size()) return known->second;
    std::vector<Form> forms;
    for (const Rational& figure : figures) forms.emplace_back(figure);
    return forms;
  }

  void keep_while(const Form& difference, bool or_equal, bool holds) {
    if (difference.is_constant() && difference.valid()) return;
    piece_.conditions.push_back(
        {.step = k_, .difference = difference, .or_equal = or_equal, .holds = holds});
  }

  Form truth() {
    const bool is = std::get<bool>(step_->value);
    choice_ = is ? 1 : 0;
    if (step_->op == Op::AtLeast || step_->op == Op::MoreThan) {
      keep_while(input(0) - input(1), step_->op == Op::AtLeast, is);
    }
    return {};
  }

  Form figure() {
    switch (step_->op) {
      case Op::Subtract:
        return input(0) - input(1);
      case Op::Add:
        return fold([](const Form& a, const Form& b) { return a + b; });
      case Op::Multiply:
        return fold([](const Form& a, const Form& b) { return a * b; });
      case Op::Divide:
        return input(0) / input(1);
      case Op::Complement:
        return Form{Rational{1}} - input(0);
      case Op::Minimum:
        return extreme(-1);
      case Op::Maximum:
        return extreme(1);
      case Op::When:
        return input(piece_.choices[place(0)] != 0 ? 1 : 2);
      case Op::Interpolate:
        return interpolate();
      case Op::Tier:
        return tier();
      case Op::NearestRank:
        return nearest_rank();
      case Op::Round:
      case Op::Carry:
        return input(0);
      case Op::Apportion: {
        const auto part = floor_of(*step_->table[0][0]);
        return input(static_cast<std::size_t>(part.value_or(1)));
      }
      default:
        return piece_.stated.back().front();
    }
  }

  template <class Combine>
  Form fold(Combine combine) const {
    Form result = input(0);
    for (std::size_t i = 1; i < count(); ++i) result = combine(result, input(i));
    return result;
  }

  // `side` is -1 for the smallest, 1 for the largest. Of equal ones that which stays it.
  Form extreme(int side) {
    const Rational& result = std::get<Rational>(step_->value);
    std::size_t chosen = count();
    for (std::size_t i = 0; i < count(); ++i) {
      if (value(i) != result) continue;
      const bool stays =
          chosen == count() || (input(i) - input(chosen)).sign_at(piece_.start.at + 1) * side > 0;
      if (stays) chosen = i;
    }
    choice_ = static_cast<int>(chosen);
    for (std::size_t i = 0; i < count(); ++i) {
      if (i == chosen) continue;
      keep_while(side > 0 ? input(i) - input(chosen) : input(chosen) - input(i), false, false);
    }
    return input(chosen);
  }

  Form interpolate() {
    choice_ = row_of(*step_, piece_.start.trace[place(0)]);
    const std::vector<Form>& cells = piece_.stated.back();
    std::size_t next = 0;  // of the cells, of which an open row has fewer
    for (int row = 1;; ++row) {
      const auto& cells_of_row = step_->table[static_cast<std::size_t>(row - 1)];
      const std::size_t from = next;
      for (const auto& cell : cells_of_row) next += cell ? 1U : 0U;
      if (!cells_of_row[1]) return cells[from + 1];
      keep_while(input(0) - cells[from + 1], false, row < choice_);
      if (row < choice_) continue;
      const Form part = (input(0) - cells[from]) / (cells[from + 1] - cells[from]);
      return cells[from + 2] + part * (cells[from + 3] - cells[from + 2]);
    }
  }

  Form tier() {
    choice_ = row_of(*step_, piece_.start.trace[place(0)]);
    const std::vector<Form>& cells = piece_.stated.back();
    const auto row = static_cast<std::size_t>(choice_);
    if (row > 0) keep_while(input(0) - cells[2 * (row - 1)], true, true);
    for (std::size_t above = row; above < step_->table.size(); ++above) {
      keep_while(input(0) - cells[2 * above], true, false);
    }
    return row > 0 ? cells[2 * (row - 1) + 1] : Form{};
  }

  Form nearest_rank() {
    const Rational& result = std::get<Rational>(step_->value);
    std::size_t chosen = 1;
    while (chosen + 1 < count() && value(chosen) != result) ++chosen;
    choice_ = static_cast<int>(chosen);
    for (std::size_t i = 1; i < count(); ++i) {
      if (i == chosen) continue;
      const Form above = input(i) - input(chosen);
      keep_while(above, false, value(i) > value(chosen));
      keep_while(above, true, value(i) >= value(chosen));
    }
    // The rank is the first whose part of all is at least the percentile.
    const auto values = static_cast<std::int64_t>(count() - 1);
    for (std::int64_t rank = 1; rank < values; ++rank) {
      const Rational part{rank, values};
      keep_while(input(0) - Form{part}, false, value(0) > part);
    }
    return input(chosen);
  }

  Piece& piece_;
  const StatedForms& known_;
  std::size_t k_ = 0;
  const Step* step_ = nullptr;
  int choice_ = 0;
};

}  // namespace

Piece piece_from(Point start, const StatedForms& stated) {
  Piece piece;
  piece.start = std::move(start);
  Replay{piece, stated}.run();
  return piece;
}

}  // namespace gainshare
