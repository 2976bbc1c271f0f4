// SPDX-License-Identifier: Apache-2.0
#include "scenario/seek.h"

#include <utility>

namespace gainshare {
namespace {

class Search {
 public:
  Search(const SettleAt& settle, const Measure& measure, const Rational& target)
      : settle_(settle), measure_(measure), target_(target) {}

  // Where the result only rises or only falls.
  void look_in(Span span) {
    const std::optional<Rational> first = result_at(span.first);
    const std::optional<Rational> last = result_at(span.last);
    if (!first || !last) return;
    const bool rises = *first <= *last;
    if (rises ? target_ < *first || *last < target_ : target_ < *last || *first < target_) return;
    // The first value that has come as far as the target, and the first that is beyond it.
    const std::int64_t from = first_where(span, rises, false);
    const std::int64_t beyond = first_where(span, rises, true);
    if (from >= beyond) {
      result_at(from - 1);
      return;
    }
    std::vector<Span>& solutions = sought_.solutions;
    if (!solutions.empty() && solutions.back().last + 1 >= from) {
      solutions.back().last = beyond - 1;
    } else {
      solutions.push_back({from, beyond - 1});
    }
  }

  Sought take() { return std::move(sought_); }

 private:
  // Also keeps the extremes of all that is settled.
  std::optional<Rational> result_at(std::int64_t at) {
    const Result<Point> point = settle_(at);
    const auto result = point ? value_of(measure_, point.value()) : std::nullopt;
    if (!result) return std::nullopt;
    const auto keep = [&](std::optional<Reached>& kept, bool better) {
      if (!kept || better) kept = Reached{at, *result};
    };
    keep(sought_.lowest, sought_.lowest && *result < sought_.lowest->result);
    keep(sought_.highest, sought_.highest && *result > sought_.highest->result);
    if (*result < target_) keep(sought_.below, sought_.below && *result > sought_.below->result);
    if (*result > target_) keep(sought_.above, sought_.above && *result < sought_.above->result);
    return result;
  }

  std::int64_t first_where(Span span, bool rises, bool beyond) {
    std::int64_t low = span.first - 1, high = span.last + 1;
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      const Rational result = result_at(middle).value_or(target_);
      const Rational ahead = rises ? result - target_ : target_ - result;
      (beyond ? ahead.sign() > 0 : ahead.sign() >= 0) ? high = middle : low = middle;
    }
    return high;
  }

  const SettleAt& settle_;
  const Measure& measure_;
  const Rational& target_;
  Sought sought_;
};

}  // namespace

Sought seek(const SettleAt& settle, Span range, const Measure& measure, const Rational& target) {
  const Breaks breaks = find_breaks(settle, range, measure);
  Search search{settle, measure, target};
  for (const Stretch& stretch : breaks.stretches) {
    std::int64_t from = stretch.span.first;
    for (const std::int64_t turn : stretch.form.slope().sign_changes(stretch.span)) {
      if (turn - 1 > from) search.look_in({std::exchange(from, turn), turn - 1});
    }
    search.look_in({from, stretch.span.last});
  }
  Sought sought = search.take();
  sought.not_analysed = breaks.not_analysed;
  return sought;
}

}  // namespace gainshare
