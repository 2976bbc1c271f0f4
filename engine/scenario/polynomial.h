// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/form.h"

namespace gainshare {

Polynomial sum(const Polynomial& a, const Polynomial& b);
Polynomial product(const Polynomial& a, const Polynomial& b);
Polynomial scaled(Polynomial a, const Rational& factor);
Polynomial derivative(const Polynomial& a);
Rational value_at(const Polynomial& a, std::int64_t x);
// Without the factors that both share; the leading coefficient of the second becomes 1.
void cancel(Polynomial& top, Polynomial& bottom);
bool is_exact(const Polynomial& a);

// Every whole number of the span at which the sign is another than one before.
std::vector<std::int64_t> sign_changes(const Polynomial& a, Span span);

}  // namespace gainshare
