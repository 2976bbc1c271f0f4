// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "backtest/backtest.h"
#include "backtest/published_result.h"
#include "contract/shared_savings_terms.h"
#include "rules/shared_savings.h"

namespace gainshare {

struct Judgement {
  Verdict verdict = Verdict::Differs;
  std::string reason;
};

// Compares a settled row with the published one, year by year as Verdict says.
Judgement judge(const PublishedResult& published, const SharedSavingsTerms& terms,
                const SharedSavingsOutcome& outcome, const BacktestFigures& figures);

// "-1234.50": dollars with two decimals.
std::string dollars_text(Money money);

}  // namespace gainshare
