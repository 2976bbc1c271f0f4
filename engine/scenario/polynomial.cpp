// SPDX-License-Identifier: Apache-2.0
#include "scenario/polynomial.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

void trim(Polynomial& a) {
  while (!a.empty() && a.back().valid() && a.back().sign() == 0) a.pop_back();
}

struct Division {
  Polynomial quotient;
  Polynomial remainder;
};
// Of degrees; the divisor is not zero.
Division divide(Polynomial a, const Polynomial& by) {
  Division out;
  if (a.size() >= by.size()) out.quotient.resize(a.size() - by.size() + 1);
  while (a.size() >= by.size() && is_exact(a)) {
    const std::size_t shift = a.size() - by.size();
    const Rational factor = a.back() / by.back();
    out.quotient[shift] = factor;
    for (std::size_t i = 0; i + 1 < by.size(); ++i) a[i + shift] = a[i + shift] - factor * by[i];
    a.pop_back();
    trim(a);
  }
  out.remainder = std::move(a);
  return out;
}

// Of a polynomial that only rises or only falls between the ends.
void add_changes_between(const Polynomial& a, Span ends, std::vector<std::int64_t>& changes) {
  const int last = value_at(a, ends.last).sign();
  while (ends.first < ends.last) {
    const int sign = value_at(a, ends.first).sign();
    if (sign == last) return;
    std::int64_t same = ends.first, other = ends.last;
    while (other - same > 1) {
      const std::int64_t middle = same + (other - same) / 2;
      (value_at(a, middle).sign() == sign ? same : other) = middle;
    }
    changes.push_back(other);
    ends.first = other;
  }
}

// Of a line: about its one root.
std::vector<std::int64_t> changes_of_line(const Polynomial& a, Span span) {
  const std::optional<std::int64_t> root = floor_of(-a[0] / a[1]);
  std::vector<std::int64_t> changes;
  if (!root || *root < span.first - 1 || *root > span.last) return changes;
  const bool hits = value_at(a, *root).sign() == 0;
  if (hits && *root > span.first) changes.push_back(*root);
  if (*root >= span.first && *root < span.last) changes.push_back(*root + 1);
  return changes;
}

}  // namespace

std::optional<std::int64_t> floor_of(const Rational& value) {
  if (!value.valid()) return std::nullopt;
  const auto parts = Wide::divide(value.numerator(), value.denominator());
  const std::optional<std::int64_t> whole = parts.quotient.to_int64();
  if (!whole || !parts.remainder.is_negative()) return whole;
  return *whole - 1;
}

bool is_exact(const Polynomial& a) {
  return std::all_of(a.begin(), a.end(), [](const Rational& c) { return c.valid(); });
}

Polynomial sum(const Polynomial& a, const Polynomial& b) {
  Polynomial out = a.size() < b.size() ? b : a;
  const Polynomial& shorter = a.size() < b.size() ? a : b;
  for (std::size_t i = 0; i < shorter.size(); ++i) out[i] = out[i] + shorter[i];
  trim(out);
  return out;
}

Polynomial product(const Polynomial& a, const Polynomial& b) {
  if (a.empty() || b.empty()) return {};
  Polynomial out(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) out[i + j] = out[i + j] + a[i] * b[j];
  }
  trim(out);
  return out;
}

Polynomial scaled(Polynomial a, const Rational& factor) {
  for (Rational& c : a) c = c * factor;
  trim(a);
  return a;
}

Polynomial derivative(const Polynomial& a) {
  Polynomial out;
  for (std::size_t i = 1; i < a.size(); ++i) {
    out.push_back(a[i] * Rational{static_cast<std::int64_t>(i)});
  }
  return out;
}

Rational value_at(const Polynomial& a, std::int64_t x) {
  Rational value;
  for (std::size_t i = a.size(); i > 0; --i) value = value * Rational{x} + a[i - 1];
  return value;
}

void cancel(Polynomial& top, Polynomial& bottom) {
  if (bottom.size() > 1 && !top.empty()) {
    Polynomial a = top, b = bottom;
    while (!b.empty() && is_exact(b)) {
      Polynomial rest = divide(a, b).remainder;
      a = std::exchange(b, std::move(rest));
    }
    if (a.size() > 1 && is_exact(a)) {
      top = divide(top, a).quotient;
      bottom = divide(bottom, a).quotient;
    }
  }
  if (bottom.empty()) return;
  const Rational factor = Rational{1} / bottom.back();
  top = scaled(std::move(top), factor);
  bottom = scaled(std::move(bottom), factor);
}

std::vector<std::int64_t> sign_changes(const Polynomial& a, Span span) {
  if (a.size() <= 1) return {};
  if (a.size() == 2) return changes_of_line(a, span);
  // Between the turns of its slope it only rises or only falls. A turn lies between a whole number
  // and the one before, so both are ends of a stretch.
  std::vector<std::int64_t> ends{span.first};
  for (const std::int64_t turn : sign_changes(derivative(a), span)) {
    if (turn - 1 > ends.back()) ends.push_back(turn - 1);
    if (turn > ends.back()) ends.push_back(turn);
  }
  if (span.last > ends.back()) ends.push_back(span.last);
  std::vector<std::int64_t> changes;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    add_changes_between(a, {ends[i], ends[i + 1]}, changes);
  }
  return changes;
}

}  // namespace gainshare
