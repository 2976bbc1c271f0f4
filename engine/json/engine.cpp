// SPDX-License-Identifier: Apache-2.0
#include "json/engine.h"

#include <utility>

#include "json/backtest_writer.h"
#include "json/contract_reader.h"
#include "json/describe_writer.h"
#include "json/experience_reader.h"
#include "json/issue_writer.h"
#include "json/settlement_writer.h"
#include "json/trace_writer.h"
#include "settlement/settlement.h"
#include "trace/trace.h"

namespace gainshare::json {

Result<Settled> settle_texts(std::string_view contract_text, std::string_view experience_text) {
  Issues issues;
  const Place experience_place{"/experience"};
  auto contract = read_contract(contract_text, Place{"/contract"}, issues);
  auto experience = read_experience(experience_text, experience_place, issues);
  if (!contract || !experience) return issues;
  Result<Settlement> settlement = gainshare::settle(*contract, *experience);
  if (!settlement) {
    for (Issue issue : settlement.issues()) {
      issue.path = experience_place.pointer() + issue.path;
      issues.push_back(std::move(issue));
    }
    return issues;
  }
  Settled settled{.contract = *std::move(contract),
                  .experience = *std::move(experience),
                  .settlement = std::move(settlement).value(),
                  .trace = {}};
  settled.trace = trace(settled.contract, settled.experience, settled.settlement);
  return settled;
}

std::string settled_answer(const Settled& settled, WithTrace with_trace) {
  Writer writer;
  begin_answer(true, writer);
  write_settlement(settled.contract, settled.settlement, writer);
  write_statement(settled.trace, writer);
  if (with_trace == WithTrace::Yes) write_trace(settled.trace, writer);
  writer.end_object();
  return writer.take();
}

std::string settle(std::string_view contract, std::string_view experience, WithTrace with_trace) {
  const Result<Settled> settled = settle_texts(contract, experience);
  return settled ? settled_answer(settled.value(), with_trace) : refusal(settled.issues());
}

std::string validate(std::string_view contract_text) {
  Issues issues;
  const auto contract = read_contract(contract_text, Place{""}, issues);
  if (!contract) return refusal(issues);
  Writer writer;
  begin_answer(true, writer);
  writer.text("title", contract->title);
  write_programs(*contract, writer);
  writer.end_object();
  return writer.take();
}

std::string describe() {
  Writer writer;
  writer.begin_object();
  write_description(writer);
  writer.end_object();
  return writer.take();
}

std::string backtest(std::span<const SourceFile> files, std::optional<std::int32_t> year) {
  return backtest_answer(gainshare::backtest(files, year));
}

}  // namespace gainshare::json
