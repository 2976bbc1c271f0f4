// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/breaks.h"
#include "scenario/piece.h"

namespace gainshare {

// The pieces of a range in order, each with its last value.
struct WalkedPiece {
  Piece piece;
  std::int64_t last = 0;
  Flows flows_at_last;
};

// Goes from piece to piece through a range.
class PieceWalk {
 public:
  PieceWalk(const SettleAt& settle, Span range) : settle_(settle), range_(range) {}

  std::vector<WalkedPiece> run();

  const std::vector<NotAnalysed>& not_analysed() const { return not_analysed_; }
  std::int64_t settlements() const { return settlements_; }

 private:
  Result<Point> settle(std::int64_t at);
  // A piece from here on, whose stated figures are lines through here and one further.
  Piece begin(Point start);
  bool knows(const Point& point) const;
  // The first value, beyond the start, at which the piece cannot be sure to go on.
  std::int64_t next_change(const Piece& piece);
  bool is_in(const Piece& piece, std::int64_t at);
  // The first value that is not of the piece; after the range where there is none.
  std::int64_t end_of(const Piece& piece);
  // Says what cannot be looked into from here on; whether that is all.
  bool must_stop(const Piece& piece, std::size_t pieces);
  void give_up(std::int64_t from, std::string step_id, std::string reason);

  const SettleAt& settle_;
  Span range_;
  StatedForms stated_;
  // Of a condition that rounding moves: how far to look next, doubled each time in vain.
  std::map<std::string, std::int64_t> patience_;
  std::vector<NotAnalysed> not_analysed_;
  std::int64_t settlements_ = 0;
  Difference left_by_;  // why the last value that was tried is not of the piece
  Flows flows_at_last_;
  std::int64_t curved_ = 0;  // pieces that ended because a stated figure is no line
};

}  // namespace gainshare
