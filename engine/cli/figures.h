// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/money.h"
#include "trace/step.h"

namespace gainshare::cli {

// Figures as a person reads them in a terminal. Nothing is calculated with them.

// "$1,234.56", "-$0.05".
std::string dollars(Money money);

// An exact value with at most `places` decimals, thousands grouped; "≈" before it where the
// decimals go on: 1/3 to four places is "≈0.3333".
std::string decimal(const Rational& value, int places);

// By unit: "$10.33", "$10.335", "≈$0.003333", "4 %", "12,500", "1.8", "yes".
std::string figure(const Step& step);

// How many columns a text takes: characters, not bytes.
std::size_t width(std::string_view text);

// Filled with spaces to that width on the right, or on the left.
std::string left(std::string_view text, std::size_t columns);
std::string right(std::string_view text, std::size_t columns);

}  // namespace gainshare::cli
