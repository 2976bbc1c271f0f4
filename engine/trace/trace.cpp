// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "contract/advances.h"
#include "settlement/advances.h"
#include "trace/distribution_trace.h"
#include "trace/stream_trace.h"

namespace gainshare {
namespace {

// The quantities a statement shows and their order, which is not that of the calculation. Lines
// with "#" stand once for each number.
using Line = std::pair<std::string_view, std::string_view>;
constexpr std::array kLines{Line{"base", "given"},
                            Line{"at_stake", "amount"},
                            Line{"withheld", "amount"},
                            Line{"earned_part", "amount"},
                            Line{"benchmark", "given"},
                            Line{"target", "amount"},
                            Line{"repayment_target", "amount"},
                            Line{"actual", "amount"},
                            Line{"reconciliation", "amount"},
                            Line{"adjusted_gain", "amount"},
                            Line{"limited_gain", "amount"},
                            Line{"discounted_benchmark", "amount"},
                            Line{"quality_forfeited", "amount"},
                            Line{"retention_forfeited", "amount"},
                            Line{"adjusted_benchmark", "amount"},
                            Line{"expenditure", "given"},
                            Line{"benchmark_to_date", "amount"},
                            Line{"savings_to_date", "amount"},
                            Line{"savings", "amount"},
                            Line{"gross", "amount"},
                            Line{"capped_gross", "amount"},
                            Line{"savings_by_corridors", "amount"},
                            Line{"savings_shared", "amount"},
                            Line{"deposits", "amount"},
                            Line{"account_interest", "amount"},
                            Line{"balance", "amount"},
                            Line{"prefund", "amount"},
                            Line{"shared_savings", "amount"},
                            Line{"limited_bonus", "amount"},
                            Line{"earned", "result"},
                            Line{"unearned", "amount"},
                            Line{"interest", "amount"},
                            Line{"returned", "result"},
                            Line{"minimum_savings", "amount"},
                            Line{"pool_before_cap", "amount"},
                            Line{"pool", "amount"},
                            Line{"share_of_pool", "amount"},
                            Line{"payer_share_of_pool", "amount"},
                            Line{"sequestered", "amount"},
                            Line{"tier_#_fees", "amount"},
                            Line{"fees", "amount"},
                            Line{"paid_in_advance", "amount"},
                            Line{"kept", "amount"},
                            Line{"not_kept", "amount"},
                            Line{"type_#_fees", "amount"},
                            Line{"milestone_#_released", "amount"},
                            Line{"premium", "given"},
                            Line{"base_capitation", "amount"},
                            Line{"trended", "amount"},
                            Line{"risk_adjusted", "amount"},
                            Line{"payment_limit", "amount"},
                            Line{"settlement", "amount"},
                            Line{"held", "amount"},
                            Line{"area_#_pool_share", "amount"},
                            Line{"area_#_settlement_share", "amount"},
                            Line{"payment", "result"},
                            Line{"not_earned", "amount"},
                            Line{"withhold_forfeited", "result"},
                            Line{"penalty", "result"},
                            Line{"loss", "amount"},
                            Line{"adjusted_loss", "amount"},
                            Line{"limited_loss", "amount"},
                            Line{"repayment", "result"},
                            Line{"minimum_loss", "amount"},
                            Line{"loss_by_corridors", "amount"},
                            Line{"loss_shared", "amount"},
                            Line{"loss_before_limit", "amount"},
                            Line{"loss_after_limit", "amount"},
                            Line{"disaster_reduction", "amount"},
                            Line{"loss_owed", "result"},
                            Line{"unearned_grant", "amount"},
                            Line{"advance_#_recouped", "amount"},
                            Line{"recouped", "amount"},
                            Line{"advance_#_left", "amount"},
                            Line{"advance_left", "amount"},
                            Line{"net_payment", "result"},
                            Line{"payer_keeps", "result"},
                            Line{"measure_#_points", "amount"},
                            Line{"domain_#_score", "amount"},
                            Line{"enough_members", "result"},
                            Line{"cost_index_reported", "result"},
                            Line{"resource_index_reported", "result"},
                            Line{"price_index_reported", "result"},
                            Line{"points", "result"},
                            Line{"maximum_points", "amount"},
                            Line{"score_of_scorecard", "result"}};

// Whether a quantity is that of a line; "#" stands for a number.
bool is_line(std::string_view quantity, std::string_view line) {
  const std::size_t mark = line.find('#');
  if (mark == std::string_view::npos) return quantity == line;
  const std::string_view head = line.substr(0, mark);
  const std::string_view tail = line.substr(mark + 1);
  if (quantity.substr(0, head.size()) != head) return false;
  quantity.remove_prefix(head.size());
  const std::size_t digits = quantity.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && quantity.substr(digits) == tail;
}

// Of a distribution, what there is, what is kept, and each amount while they are not too many: of
// many, the tree of the outcome is what a person reads.
constexpr std::size_t kMostAmounts = 60;

void add_distribution(const Trace& trace, std::vector<StatementLine>& lines) {
  constexpr std::array kTop{
      Line{"distribution.amount", "amount"}, Line{"distribution.retained", "amount"},
      Line{"distribution.unassigned", "amount"}, Line{"distribution.kept", "result"}};
  constexpr std::string_view kPrefix = "distribution.";
  const auto ends_with = [](std::string_view id, std::string_view end) {
    return id.size() > end.size() && id.substr(id.size() - end.size()) == end;
  };
  std::vector<StatementLine> all, top;
  for (const Step& step : trace) {
    const std::string_view id = step.id;
    if (id.substr(0, kPrefix.size()) != kPrefix) continue;
    const auto* const known =
        std::find_if(kTop.begin(), kTop.end(), [id](const Line& line) { return line.first == id; });
    if (known != kTop.end()) {
      top.push_back({step.id, known->second});
      all.push_back(top.back());
    } else if (ends_with(id, ".amount") || ends_with(id, ".kept")) {
      all.push_back({step.id, "amount"});
    }
  }
  const auto& shown = all.size() > kMostAmounts ? top : all;
  lines.insert(lines.end(), shown.begin(), shown.end());
}

using BenchmarkTermsOfAKind = std::variant<BenchmarkTerms, PerCapitaBenchmarkTerms>;
void trace_benchmark_as_made(const BenchmarkTermsOfAKind& terms, const Experience& experience,
                             const MadeBenchmark& made, Trace& trace) {
  if (const auto* const years = std::get_if<BenchmarkTerms>(&terms)) {
    trace_benchmark(*years, experience, std::get<BenchmarkOutcome>(made.working), trace);
    return;
  }
  trace_per_capita_benchmark(std::get<PerCapitaBenchmarkTerms>(terms),
                             *experience.spending->per_capita,
                             std::get<PerCapitaBenchmarkOutcome>(made.working), trace);
}

}  // namespace

Trace trace(const Contract& contract, const Experience& experience, const Settlement& settlement) {
  Trace trace;
  AdvanceSteps advances;
  if (settlement.projection) {
    trace_projection(*experience.year_to_date, *settlement.projection, trace);
  }
  if (settlement.benchmark) {
    trace_benchmark_as_made(*contract.benchmark, experience, *settlement.benchmark, trace);
  }
  for (std::size_t i = 0; i < contract.streams.size(); ++i) {
    const Stream& stream = contract.streams[i];
    StepWriter steps{trace, stream.id};
    const StreamTraceContext context{
        contract, experience, settlement, stream, settlement.streams[i], steps};
    std::visit([&context](const auto& terms) { trace_stream(terms, context); }, stream.terms);
    trace_recoupment(context, advances);
    if (!pays_in_advance(stream)) continue;
    advances[stream.id] = stream.id + "." + std::string{advanced_step(stream)};
  }
  trace_distribution(contract, experience, settlement, trace);
  return trace;
}

std::vector<StatementLine> statement(const Trace& trace) {
  std::vector<StatementLine> lines;
  std::array<std::vector<const Step*>, kLines.size()> found;
  const auto flush = [&] {
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      for (const Step* const step : found[i]) lines.push_back({step->id, kLines[i].second});
      found[i].clear();
    }
  };
  std::string_view stream;
  for (const Step& step : trace) {
    const std::string_view id = step.id;
    const std::size_t dot = id.find('.');
    if (id.substr(0, dot) != stream) flush();
    stream = id.substr(0, dot);
    // A stream shows the projected figure and the benchmark itself; a distribution has its own
    // lines.
    if (stream == "projection" || stream == "benchmark" || stream == "distribution") continue;
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      if (is_line(id.substr(dot + 1), kLines[i].first)) found[i].push_back(&step);
    }
  }
  flush();
  add_distribution(trace, lines);
  return lines;
}

}  // namespace gainshare
