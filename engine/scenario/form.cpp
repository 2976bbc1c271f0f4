// SPDX-License-Identifier: Apache-2.0
#include "scenario/form.h"

#include <algorithm>
#include <utility>

#include "scenario/polynomial.h"

namespace gainshare {
namespace {

// Interest that is compounded monthly over years multiplies a rate by itself most often.
constexpr std::size_t kMostTerms = 40;

}  // namespace

Form::Form(const Rational& constant) : bottom_{Rational{1}}, valid_(constant.valid()) {
  if (constant.sign() != 0) top_.push_back(constant);
}

Form::Form(Polynomial top, Polynomial bottom) : top_(std::move(top)), bottom_(std::move(bottom)) {
  cancel(top_, bottom_);
  valid_ = !bottom_.empty() && top_.size() <= kMostTerms && bottom_.size() <= kMostTerms &&
           is_exact(top_) && is_exact(bottom_);
}

Form Form::line(std::int64_t x, const Rational& y, const Rational& next) {
  const Rational rise = next - y;
  if (rise.valid() && rise.sign() == 0) return Form{y};
  return {Polynomial{y - rise * Rational{x}, rise}, Polynomial{Rational{1}}};
}

Rational Form::at(std::int64_t x) const {
  if (!valid_) return Rational::invalid();
  return value_at(top_, x) / value_at(bottom_, x);
}

int Form::sign_at(std::int64_t x) const {
  return value_at(top_, x).sign() * value_at(bottom_, x).sign();
}

Form Form::slope() const {
  if (!valid_) return *this;
  // (p/q)' = (p'q - pq') / q²
  const Polynomial rise = sum(product(derivative(top_), bottom_),
                              scaled(product(top_, derivative(bottom_)), Rational{-1}));
  return {rise, product(bottom_, bottom_)};
}

std::vector<std::int64_t> Form::sign_changes(Span span) const {
  std::vector<std::int64_t> changes = gainshare::sign_changes(top_, span);
  const std::vector<std::int64_t> poles = gainshare::sign_changes(bottom_, span);
  if (poles.empty()) return changes;
  changes.insert(changes.end(), poles.begin(), poles.end());
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  return changes;
}

Form operator+(const Form& a, const Form& b) {
  if (!a.valid_) return a;
  if (!b.valid_) return b;
  if (a.bottom_ == b.bottom_) return {sum(a.top_, b.top_), a.bottom_};
  return {sum(product(a.top_, b.bottom_), product(b.top_, a.bottom_)),
          product(a.bottom_, b.bottom_)};
}

Form operator-(const Form& a, const Form& b) { return a + Form{Rational{-1}} * b; }

Form operator*(const Form& a, const Form& b) {
  if (!a.valid_) return a;
  if (!b.valid_) return b;
  return {product(a.top_, b.top_), product(a.bottom_, b.bottom_)};
}

Form operator/(const Form& a, const Form& b) {
  if (!a.valid_) return a;
  if (!b.valid_) return b;
  return {product(a.top_, b.bottom_), product(a.bottom_, b.top_)};
}

}  // namespace gainshare
