// SPDX-License-Identifier: Apache-2.0
#include "json/engine.h"

#include <utility>

#include "json/contract_reader.h"
#include "json/describe_writer.h"
#include "json/experience_reader.h"
#include "json/issue_writer.h"
#include "json/settlement_writer.h"
#include "json/trace_writer.h"
#include "settlement/settlement.h"
#include "trace/trace.h"

namespace gainshare::json {

std::string settle(std::string_view contract_text, std::string_view experience_text,
                   WithTrace with_trace) {
  Issues issues;
  const Place experience_place{"/experience"};
  const auto contract = read_contract(contract_text, Place{"/contract"}, issues);
  const auto experience = read_experience(experience_text, experience_place, issues);
  if (!contract || !experience) return refusal(issues);
  const Result<Settlement> settlement = gainshare::settle(*contract, *experience);
  if (!settlement) {
    for (Issue issue : settlement.issues()) {
      issue.path = experience_place.pointer() + issue.path;
      issues.push_back(std::move(issue));
    }
    return refusal(issues);
  }
  const Trace steps = trace(*contract, *experience, settlement.value());
  Writer writer;
  begin_answer(true, writer);
  write_settlement(*contract, settlement.value(), writer);
  write_statement(steps, writer);
  if (with_trace == WithTrace::Yes) write_trace(steps, writer);
  writer.end_object();
  return writer.take();
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

}  // namespace gainshare::json
