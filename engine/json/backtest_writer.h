// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "backtest/backtest.h"

namespace gainshare::json {

// A whole report. Where no file could be read, it is a refusal with the files' issues.
std::string backtest_answer(const BacktestReport& report);

}  // namespace gainshare::json
