// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "backtest/backtest.h"

namespace gainshare {

// The rows as RFC 4180 text with a header, one line each, ended by "\n". Dollars have two
// decimals, rates up to twelve, figures of an unreadable row are empty. Names and reasons that a
// spreadsheet would run as a formula begin with an apostrophe.
std::string backtest_csv(const BacktestReport& report);

// A ratio as a decimal of at most `places` places, rounded half up, without trailing zeros.
std::string decimal_text(const Ratio& ratio, int places);

}  // namespace gainshare
