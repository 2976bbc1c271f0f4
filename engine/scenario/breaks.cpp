// SPDX-License-Identifier: Apache-2.0
#include "scenario/breaks.h"

#include <algorithm>
#include <utility>

#include "scenario/piece_walk.h"

namespace gainshare {
namespace {

// The place of the step of that id; nothing where the trace has none.
std::optional<std::size_t> place_of(const Piece& piece, const std::string& id, std::size_t hint) {
  const Trace& trace = piece.start.trace;
  if (hint < trace.size() && trace[hint].id == id) return hint;
  for (std::size_t k = 0; k < trace.size(); ++k) {
    if (trace[k].id == id) return k;
  }
  return std::nullopt;
}

// The steps that choose otherwise, of those on which the result rests on either side.
std::vector<RuleChange> changes_between(const Piece& before, const Piece& after,
                                        const MeasureTerms& terms) {
  const std::vector<bool> rested = rests_on(before, terms);
  const std::vector<bool> rests = rests_on(after, terms);
  std::vector<RuleChange> changes;
  const Trace& trace = after.start.trace;
  for (std::size_t k = 0; k < trace.size(); ++k) {
    const std::optional<std::size_t> old = place_of(before, trace[k].id, k);
    if (!old) {
      if (rests[k] && chooses(trace[k])) {
        changes.push_back({trace[k].id, trace[k].label, "", words_of_choice(after, k)});
      }
      continue;
    }
    if (!chooses(trace[k]) || !(rests[k] || rested[*old])) continue;
    std::string was = words_of_choice(before, *old);
    std::string is = words_of_choice(after, k);
    if (was != is) changes.push_back({trace[k].id, trace[k].label, std::move(was), std::move(is)});
  }
  for (std::size_t k = 0; k < before.start.trace.size(); ++k) {
    const Step& step = before.start.trace[k];
    if (!rested[k] || !chooses(step) || place_of(after, step.id, k)) continue;
    changes.push_back({step.id, step.label, words_of_choice(before, k), ""});
  }
  return changes;
}

// Of a change that no step chooses: the stated figures that follow another line.
std::vector<RuleChange> figures_that_differ(const Piece& before, const Piece& after) {
  std::vector<RuleChange> changes;
  const Trace& trace = after.start.trace;
  for (std::size_t k = 0; k < trace.size(); ++k) {
    const std::optional<std::size_t> old = place_of(before, trace[k].id, k);
    if (old && before.stated[*old] == after.stated[k]) continue;
    if (old && trace[k].op != Op::Given) continue;
    changes.push_back({trace[k].id, trace[k].label, "", ""});
  }
  return changes;
}

// Whether the two rules disagree at every value between the two units, and by more than rounding
// makes of the one or the other.
bool is_jump(const Form& before, const Form& after, std::int64_t at) {
  const Rational rounding{2};  // cents
  const Form difference = after - before;
  if (difference.sign_at(at - 1) * difference.sign_at(at) <= 0) return false;
  const Rational gap = difference.at(at);
  return gap > rounding || -gap > rounding;
}

bool is_less_than_a_cent(const Rational& cents) {
  return cents < Rational{1} && Rational{-1} < cents;
}

// The flows of a piece: those at its ends and, of all others in the range, those which come to
// nothing here because they are rounded.
MeasureTerms terms_in(const WalkedPiece& walked, const Measure& measure, const MeasureTerms& all) {
  MeasureTerms terms;
  add_terms(measure, walked.piece.start.flows, terms);
  add_terms(measure, walked.flows_at_last, terms);
  for (const auto& term : all) {
    if (std::find(terms.begin(), terms.end(), term) != terms.end()) continue;
    const Form form = form_of(walked.piece, {term});
    const bool is_nothing = is_less_than_a_cent(form.at(walked.piece.start.at)) &&
                            is_less_than_a_cent(form.at(walked.last));
    if (is_nothing) terms.push_back(term);
  }
  return terms;
}

// Puts the pieces together whose results follow the same rule. A piece of one value has no slope of
// its own: it belongs to a neighbour whose rule gives the same there.
class Joining {
 public:
  Joining(const SettleAt& settle, const Measure& measure) : settle_(settle), measure_(measure) {}

  void add(const WalkedPiece& walked, MeasureTerms terms) {
    const Piece& piece = walked.piece;
    const std::int64_t at = piece.start.at;
    const Form form = form_of(piece, terms);
    if (!form.valid()) {
      breaks_.not_analysed.push_back(
          {.span = {at, walked.last},
           .step_id = terms.front().first,
           .reason = "The result is beyond what is held exactly as a function of the input."});
    }
    std::vector<Stretch>& stretches = breaks_.stretches;
    if (stretches.empty() || !joins(stretches.back(), {{at, walked.last}, form})) {
      if (!stretches.empty()) add_point(walked, form, terms);
      stretches.push_back({.span = {at, walked.last}, .form = form});
    }
    previous_ = &piece;
    previous_terms_ = std::move(terms);
  }

  Breaks take() { return std::move(breaks_); }

 private:
  static bool joins(Stretch& last, const Stretch& next) {
    const auto agree = [&](std::int64_t at) { return last.form.at(at) == next.form.at(at); };
    const bool continues =
        last.form == next.form || (next.span.first == next.span.last && agree(next.span.first));
    const bool began = last.span.first == last.span.last && agree(last.span.first);
    if (!continues && !began) return false;
    last.span.last = next.span.last;
    if (!continues) last.form = next.form;
    return true;
  }

  void add_point(const WalkedPiece& walked, const Form& form, const MeasureTerms& terms) {
    const Piece& piece = walked.piece;
    const std::int64_t at = piece.start.at;
    const Form& old = breaks_.stretches.back().form;
    const Result<Point> before = settle_(at - 1);
    const auto was = before ? value_of(measure_, before.value()) : std::nullopt;
    MeasureTerms both = previous_terms_;
    both.insert(both.end(), terms.begin(), terms.end());
    BreakPoint point{.at = at,
                     .before = was.value_or(Rational{}),
                     .after = value_of(measure_, piece.start).value_or(Rational{}),
                     .slope_before = old.slope().at(at),
                     .slope_after = form.slope().at(at),
                     .jumps = is_jump(old, form, at),
                     .rules = changes_between(*previous_, piece, both)};
    if (point.rules.empty()) point.rules = figures_that_differ(*previous_, piece);
    breaks_.points.push_back(std::move(point));
  }

  const SettleAt& settle_;
  const Measure& measure_;
  Breaks breaks_;
  const Piece* previous_ = nullptr;
  MeasureTerms previous_terms_;
};

}  // namespace

Breaks find_breaks(const SettleAt& settle, Span range, const Measure& measure) {
  PieceWalk walk{settle, range};
  const std::vector<WalkedPiece> pieces = walk.run();
  MeasureTerms all;
  for (const WalkedPiece& walked : pieces) {
    add_terms(measure, walked.piece.start.flows, all);
    add_terms(measure, walked.flows_at_last, all);
  }
  Joining joining{settle, measure};
  for (const WalkedPiece& walked : pieces) joining.add(walked, terms_in(walked, measure, all));
  Breaks breaks = joining.take();
  breaks.not_analysed.insert(breaks.not_analysed.end(), walk.not_analysed().begin(),
                             walk.not_analysed().end());
  breaks.settlements = walk.settlements() + static_cast<std::int64_t>(breaks.points.size());
  return breaks;
}

}  // namespace gainshare
