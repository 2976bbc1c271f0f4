// SPDX-License-Identifier: Apache-2.0
#include "json/settlement_writer.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "core/enum_name.h"
#include "json/contract_reader.h"
#include "json/outcome_writers.h"
#include "json/sources.h"
#include "programs/programs.h"
#include "trace/trace.h"

namespace gainshare::json {
namespace {

void write_flags(const SharedSavingsOutcome& out, Writer& writer) {
  writer.begin_array("flags");
  if (out.below_minimum_rate) writer.text("below_minimum_rate");
  if (out.cap_bound) writer.text("cap_bound");
  if (out.quality_failed) writer.text("quality_failed");
  if (out.loss_cap_bound) writer.text("loss_cap_bound");
  if (out.reduced_sharing_used) writer.text("reduced_sharing_used");
  if (out.guardrail_used) writer.text("guardrail_used");
  if (out.loss_forgiven) writer.text("loss_forgiven");
  writer.end_array();
}

struct OutcomeWriter {
  Writer& writer;

  void operator()(const SharedSavingsOutcome& out) const {
    writer.cents("benchmark_cents", out.benchmark);
    writer.cents("expenditure_cents", out.expenditure);
    writer.cents("savings_cents", out.savings);
    writer.exact("savings_rate", out.savings_rate);
    writer.exact("minimum_savings_rate", out.minimum_savings_rate);
    writer.exact("minimum_savings_exact", out.minimum_savings);
    writer.exact("pool_exact", out.pool);
    writer.exact("final_sharing_rate", out.final_sharing_rate);
    writer.exact("share_of_pool_exact", out.share_of_pool);
    writer.exact("payer_share_of_pool_exact", out.payer_share_of_pool);
    writer.exact("withheld_by_cap_or_sequestration_exact", out.withheld_by_cap_or_sequestration);
    writer.cents("payment_cents", out.payment);
    writer.cents("payer_keeps_cents", out.payer_keeps);
    writer.cents("loss_owed_cents", out.loss_owed);
    writer.exact("loss_rate", out.loss_rate);
    write_flags(out, writer);
  }

  // Kinds whose members have a file of their own.
  template <class Outcome>
  void operator()(const Outcome& out) const {
    write_outcome(out, writer);
  }
};

void write_stream(const StreamOutcome& stream, Writer& writer) {
  writer.begin_object();
  writer.text("id", stream.stream_id);
  // The alternatives of the outcome stand in the order of kStreamKinds.
  writer.text("kind", kStreamKinds[stream.outcome.index()].kind);
  std::visit(OutcomeWriter{writer}, stream.outcome);
  write_recoupment(stream, writer);
  writer.end_object();
}

void write_flow(const Flow& flow, Writer& writer) {
  writer.begin_object();
  writer.text("from", flow.from);
  writer.text("to", flow.to);
  writer.text("purpose", flow.purpose);
  writer.cents("amount_cents", flow.amount);
  writer.text("step", flow.step_id);
  if (!flow.advance_of.empty()) writer.text("advance_of", flow.advance_of);
  writer.end_object();
}

const Step* find_step(const Trace& trace, std::string_view id) {
  const auto found =
      std::find_if(trace.begin(), trace.end(), [id](const Step& step) { return step.id == id; });
  return found == trace.end() ? nullptr : &*found;
}

void write_line(const StatementLine& line, const Trace& trace, Writer& writer) {
  writer.begin_object();
  writer.text("step", line.step_id);
  writer.text("emphasis", line.emphasis);
  const Step* const step = find_step(trace, line.step_id);
  const Rational* const value = step == nullptr ? nullptr : std::get_if<Rational>(&step->value);
  if (value != nullptr && step->unit == Unit::Cents) {
    const std::optional<Money> shown = round(Amount{*value}, Rounding{});
    if (shown) {
      writer.cents("amount_cents", *shown);
      writer.truth("rounded", !value->is_integer());
    }
  }
  writer.end_object();
}

}  // namespace

void write_rounding(Rounding rounding, Writer& writer) {
  writer.begin_object("rounding");
  writer.text("mode", name_of(kRoundingModeNames, rounding.mode));
  writer.text("place", name_of(kRoundingPlaceNames, rounding.place));
  writer.end_object();
}

void write_programs(const Contract& contract, Writer& writer) {
  writer.begin_array("programs");
  for (const Stream& stream : contract.streams) {
    if (!stream.program) continue;
    const ProgramReference& program = *stream.program;
    const ProgramEdition* const edition = find_edition(program.program, program.performance_year);
    writer.begin_object();
    writer.text("stream", stream.id);
    writer.text("program", program.program);
    writer.whole("performance_year", program.performance_year);
    writer.text("edition", program.edition);
    writer.text("title", program.title);
    writer.text("law", edition == nullptr ? std::string_view{} : edition->law);
    writer.end_object();
  }
  writer.end_array();
}

void write_settlement(const Contract& contract, const Settlement& settlement, Writer& writer) {
  writer.text("title", contract.title);
  write_rounding(contract.rounding.value, writer);
  write_programs(contract, writer);
  writer.cents("payment_cents", settlement.payment);
  writer.cents("loss_owed_cents", settlement.loss_owed);
  writer.cents("net_payment_cents", settlement.net_payment);
  if (settlement.projection) {
    writer.begin_object("projection");
    writer.cents("projected_expenditure_cents", settlement.projection->projected);
    writer.end_object();
  }
  if (settlement.benchmark) write_made_benchmark(*settlement.benchmark, writer);
  writer.begin_array("streams");
  for (const StreamOutcome& stream : settlement.streams) write_stream(stream, writer);
  writer.end_array();
  write_advances(settlement.advances, writer);
  if (settlement.distribution) write_distribution(*settlement.distribution, writer);
  writer.begin_array("flows");
  for (const Flow& flow : all_flows(settlement)) write_flow(flow, writer);
  writer.end_array();
}

void write_statement(const Trace& trace, Writer& writer) {
  writer.begin_array("statement");
  for (const StatementLine& line : statement(trace)) write_line(line, trace, writer);
  writer.end_array();
  writer.begin_array("marked");
  for (const Step& step : trace) {
    const Status status = step.source.status;
    if (status != Status::Unverified && status != Status::NotSettled) continue;
    writer.begin_object();
    writer.text("step", step.id);
    writer.text("status", name_of(kStatusNames, status));
    writer.text("citation", step.source.citation);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace gainshare::json
