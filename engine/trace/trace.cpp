// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

// The quantities a statement shows and their order, which is not that of the calculation.
using Line = std::pair<std::string_view, std::string_view>;
constexpr std::array kLines{Line{"benchmark", "given"},
                            Line{"discounted_benchmark", "amount"},
                            Line{"quality_forfeited", "amount"},
                            Line{"retention_forfeited", "amount"},
                            Line{"adjusted_benchmark", "amount"},
                            Line{"expenditure", "given"},
                            Line{"savings", "amount"},
                            Line{"gross", "amount"},
                            Line{"capped_gross", "amount"},
                            Line{"savings_by_corridors", "amount"},
                            Line{"savings_shared", "amount"},
                            Line{"minimum_savings", "amount"},
                            Line{"pool_before_cap", "amount"},
                            Line{"pool", "amount"},
                            Line{"share_of_pool", "amount"},
                            Line{"payer_share_of_pool", "amount"},
                            Line{"sequestered", "amount"},
                            Line{"payment_limit", "amount"},
                            Line{"payment", "result"},
                            Line{"loss", "amount"},
                            Line{"minimum_loss", "amount"},
                            Line{"loss_by_corridors", "amount"},
                            Line{"loss_shared", "amount"},
                            Line{"loss_before_limit", "amount"},
                            Line{"loss_after_limit", "amount"},
                            Line{"disaster_reduction", "amount"},
                            Line{"loss_owed", "result"},
                            Line{"recouped", "amount"},
                            Line{"net_payment", "result"},
                            Line{"payer_keeps", "result"},
                            Line{"points", "result"},
                            Line{"maximum_points", "amount"},
                            Line{"score_of_scorecard", "result"}};

}  // namespace

Trace trace(const Contract& contract, const Experience& experience, const Settlement& settlement) {
  Trace trace;
  if (settlement.projection) {
    trace_projection(*experience.year_to_date, *settlement.projection, trace);
  }
  for (std::size_t i = 0; i < contract.streams.size(); ++i) {
    const Stream& stream = contract.streams[i];
    StepWriter steps{trace, stream.id};
    const StreamTraceContext context{
        contract, experience, settlement, stream, settlement.streams[i], steps};
    std::visit([&context](const auto& terms) { trace_stream(terms, context); }, stream.terms);
  }
  return trace;
}

std::vector<StatementLine> statement(const Trace& trace) {
  std::vector<StatementLine> lines;
  std::array<const Step*, kLines.size()> found{};
  const auto flush = [&] {
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      if (found[i] != nullptr) lines.push_back({found[i]->id, kLines[i].second});
    }
    found.fill(nullptr);
  };
  std::string_view stream;
  for (const Step& step : trace) {
    const std::string_view id = step.id;
    const std::size_t dot = id.find('.');
    if (id.substr(0, dot) != stream) flush();
    stream = id.substr(0, dot);
    if (stream == "projection") continue;  // a stream shows the projected figure itself
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      if (id.substr(dot + 1) == kLines[i].first) found[i] = &step;
    }
  }
  flush();
  return lines;
}

}  // namespace gainshare
