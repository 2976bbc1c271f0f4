// SPDX-License-Identifier: Apache-2.0
#include "scenario/piece_walk.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

// More pieces than any contract of the field has in a range: beyond it the rest is said to be left.
constexpr std::size_t kMostPieces = 2'000;
// Stated figures that are no line show themselves by pieces of two units.
constexpr std::int64_t kMostCurved = 40;

const Step* find_step(const Trace& trace, const std::string& id) {
  const auto step =
      std::find_if(trace.begin(), trace.end(), [&id](const Step& s) { return s.id == id; });
  return step == trace.end() ? nullptr : &*step;
}

}  // namespace

Result<Point> PieceWalk::settle(std::int64_t at) {
  ++settlements_;
  return settle_(at);
}

void PieceWalk::give_up(std::int64_t from, std::string step_id, std::string reason) {
  not_analysed_.push_back(
      {.span = {from, range_.last}, .step_id = std::move(step_id), .reason = std::move(reason)});
}

bool PieceWalk::knows(const Point& point) const {
  return std::all_of(point.trace.begin(), point.trace.end(), [&](const Step& step) {
    const std::vector<Rational> figures = stated_figures(step);
    if (figures.empty()) return true;
    const auto known = stated_.find(step.id);
    return known != stated_.end() && fit(known->second, figures, point.at);
  });
}

Piece PieceWalk::begin(Point start) {
  if (knows(start)) return piece_from(std::move(start), stated_);
  const Result<Point> next =
      start.at < range_.last ? settle(start.at + 1) : Result<Point>{Point{start}};
  for (const Step& step : start.trace) {
    const std::vector<Rational> figures = stated_figures(step);
    if (figures.empty()) continue;
    std::vector<Form>& forms = stated_[step.id];
    if (fit(forms, figures, start.at)) continue;
    const Step* const other = next ? find_step(next.value().trace, step.id) : nullptr;
    const auto others = other ? stated_figures(*other) : figures;
    forms.clear();
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const Rational& after = others.size() == figures.size() ? others[i] : figures[i];
      forms.push_back(Form::line(start.at, figures[i], after));
    }
  }
  return piece_from(std::move(start), stated_);
}

std::int64_t PieceWalk::next_change(const Piece& piece) {
  const std::int64_t from = piece.start.at;
  std::int64_t next = range_.last + 1;
  for (const Condition& condition : piece.conditions) {
    if (next <= from + 1) break;
    const std::string& id = piece.start.trace[condition.step].id;
    if (!condition.difference.valid()) continue;
    if (!condition.met_at(from)) {
      // Rounding decided otherwise than the unrounded figures would: look on at growing distance.
      std::int64_t& patience = patience_[id];
      patience = std::min(patience == 0 ? 1 : 2 * patience, range_.last - from + 1);
      next = std::min(next, from + patience);
      continue;
    }
    for (const std::int64_t at : condition.difference.sign_changes({from, next - 1})) {
      if (condition.met_at(at)) continue;
      next = at;
      break;
    }
  }
  return next;
}

bool PieceWalk::is_in(const Piece& piece, std::int64_t at) {
  const Result<Point> point = settle(at);
  if (!point) return false;
  left_by_ = difference_to(piece, point.value());
  if (left_by_.kind != DifferenceKind::None) return false;
  flows_at_last_ = point.value().flows;
  return true;
}

std::int64_t PieceWalk::end_of(const Piece& piece) {
  const std::int64_t start = piece.start.at;
  flows_at_last_ = piece.start.flows;
  const std::int64_t next = next_change(piece);
  if (next - 1 == start || is_in(piece, next - 1)) return next;
  // Rounding, or a figure that is given otherwise from some value on, ends the piece before: where
  // is found by halving between a settlement that is of the piece and one that is not.
  std::int64_t sure = start, other = next - 1;
  while (other - sure > 1) {
    const std::int64_t middle = sure + (other - sure) / 2;
    (is_in(piece, middle) ? sure : other) = middle;
  }
  if (is_in(piece, other)) return other + 1;
  if (left_by_.kind == DifferenceKind::Stated && other - start <= 2) ++curved_;
  return other;
}

bool PieceWalk::must_stop(const Piece& piece, std::size_t pieces) {
  if (curved_ > kMostCurved) {
    give_up(piece.start.at, piece.start.trace[left_by_.step].id,
            "The figure is made of the input before the working begins, and not in proportion.");
    return true;
  }
  if (pieces >= kMostPieces) {
    give_up(piece.start.at, {},
            "The range has more changes of rule than are looked for. Narrow it.");
    return true;
  }
  for (const Condition& condition : piece.conditions) {
    if (condition.difference.valid()) continue;
    give_up(piece.start.at, piece.start.trace[condition.step].id,
            "The figures compared are beyond what is held exactly as functions of the input.");
    break;
  }
  return false;
}

std::vector<WalkedPiece> PieceWalk::run() {
  std::vector<WalkedPiece> pieces;
  std::int64_t at = range_.first;
  while (at <= range_.last) {
    Result<Point> point = settle(at);
    if (!point) {
      give_up(at, {}, point.issues().front().message);
      break;
    }
    Piece piece = begin(std::move(point).value());
    if (must_stop(piece, pieces.size())) break;
    const std::int64_t end = end_of(piece);
    pieces.push_back({.piece = std::move(piece), .last = end - 1, .flows_at_last = flows_at_last_});
    at = end;
  }
  return pieces;
}

}  // namespace gainshare
