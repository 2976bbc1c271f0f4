// SPDX-License-Identifier: Apache-2.0
#include "json/scenario.h"

#include <utility>

#include "core/enum_name.h"
#include "json/issue_writer.h"
#include "json/scenario_input.h"
#include "json/scenario_range.h"
#include "json/scenario_request.h"
#include "json/scenario_tornado.h"
#include "json/writer.h"
#include "scenario/breaks.h"
#include "scenario/seek.h"

namespace gainshare::json {
namespace {

// What an answer about one input is written from.
struct Question {
  const ScenarioRequest& request;
  ScenarioDocuments& documents;
  const ScenarioInput& input;
  const ScenarioRange& range;
  SettleAt settle;
};

void write_measure(const ScenarioRequest& request, const ScenarioDocuments& documents,
                   Writer& writer) {
  const Measure& measure = request.measure;
  writer.text("of", measure.kind == MeasureKind::Step ? std::string_view{measure.step_id}
                                                      : name_of(kMeasureNames, measure.kind));
  if (const auto value = value_of(measure, documents.present())) writer.exact("present", *value);
}

void write_input(const Question& q, Writer& writer) {
  writer.begin_object("input");
  writer.text("path", q.input.path);
  writer.exact("present", q.input.present);
  writer.exact("unit", q.input.value_at(1));
  writer.exact("from", q.input.value_at(q.range.span.first));
  writer.exact("to", q.input.value_at(q.range.span.last));
  writer.begin_array("narrowed");
  for (const Narrowing& narrowing : q.range.narrowed) {
    writer.begin_object();
    writer.exact("refused", q.input.value_at(narrowing.refused));
    writer.text("path", narrowing.issue.path);
    writer.text("message", narrowing.issue.message);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write_span(const Question& q, Span span, Writer& writer) {
  writer.exact("from", q.input.value_at(span.first));
  writer.exact("to", q.input.value_at(span.last));
}

void write_point(const Question& q, const BreakPoint& point, Writer& writer) {
  const Rational at = q.input.value_at(point.at);
  writer.begin_object();
  writer.exact("at", at);
  writer.exact("distance", at - q.input.present);
  writer.exact("before", point.before);
  writer.exact("after", point.after);
  writer.exact("slope_before", point.slope_before);
  writer.exact("slope_after", point.slope_after);
  writer.truth("jumps", point.jumps);
  writer.begin_array("rules");
  for (const RuleChange& rule : point.rules) {
    writer.begin_object();
    writer.text("step", rule.step_id);
    writer.text("label", rule.label);
    writer.text("before", rule.before);
    writer.text("after", rule.after);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write_not_analysed(const Question& q, const std::vector<NotAnalysed>& not_analysed,
                        Writer& writer) {
  writer.begin_array("not_analysed");
  for (const NotAnalysed& left : not_analysed) {
    writer.begin_object();
    write_span(q, left.span, writer);
    if (!left.step_id.empty()) writer.text("step", left.step_id);
    writer.text("reason", left.reason);
    writer.end_object();
  }
  writer.end_array();
}

void write_breaks(const Question& q, Writer& writer) {
  const Breaks breaks = find_breaks(q.settle, q.range.span, q.request.measure);
  writer.begin_array("points");
  for (const BreakPoint& point : breaks.points) write_point(q, point, writer);
  writer.end_array();
  writer.begin_array("stretches");
  for (const Stretch& stretch : breaks.stretches) {
    writer.begin_object();
    write_span(q, stretch.span, writer);
    writer.exact("slope_at_from", stretch.form.slope().at(stretch.span.first));
    writer.exact("slope_at_to", stretch.form.slope().at(stretch.span.last));
    writer.end_object();
  }
  writer.end_array();
  write_not_analysed(q, breaks.not_analysed, writer);
  writer.whole("settlements", breaks.settlements);
}

// Values from end to end, as evenly as whole units allow.
void write_sweep(const Question& q, Writer& writer) {
  const std::int64_t gaps = q.request.steps - 1;
  const std::int64_t width = q.range.span.last - q.range.span.first;
  writer.begin_array("values");
  std::int64_t written = q.range.span.first - 1;
  for (std::int64_t i = 0; i <= gaps; ++i) {
    const std::int64_t at = q.range.span.first + width / gaps * i + width % gaps * i / gaps;
    if (at == written) continue;
    written = at;
    writer.begin_object();
    writer.exact("at", q.input.value_at(at));
    const Result<Point> point = q.settle(at);
    writer.truth("settles", point.ok());
    if (point) {
      if (const auto result = value_of(q.request.measure, point.value())) {
        writer.exact("result", *result);
      }
      writer.cents("payment_cents", point.value().payment);
      writer.cents("loss_owed_cents", point.value().loss_owed);
      writer.cents("net_payment_cents", point.value().net_payment);
    } else {
      write_issues(point.issues(), writer);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_reached(const Question& q, std::string_view key, const std::optional<Reached>& reached,
                   Writer& writer) {
  if (!reached) return;
  writer.begin_object(key);
  writer.exact("at", q.input.value_at(reached->at));
  writer.exact("result", reached->result);
  writer.end_object();
}

void write_seek(const Question& q, Writer& writer) {
  const Rational target = Ratio{*q.request.target}.exact();
  const Sought sought = seek(q.settle, q.range.span, q.request.measure, target);
  writer.exact("target", target);
  writer.begin_array("solutions");
  for (const Span span : sought.solutions) {
    writer.begin_object();
    write_span(q, span, writer);
    writer.end_object();
  }
  writer.end_array();
  write_reached(q, "lowest", sought.lowest, writer);
  write_reached(q, "highest", sought.highest, writer);
  write_reached(q, "below", sought.below, writer);
  write_reached(q, "above", sought.above, writer);
  write_not_analysed(q, sought.not_analysed, writer);
}

std::string answer_about_input(const ScenarioRequest& request, ScenarioDocuments& documents) {
  const auto input = scenario_input(documents, request.input, request.places);
  if (!input) return refusal(input.issues());
  SettleAt settle = settle_at(documents, input.value());
  const auto range = scenario_range(request, input.value(), settle);
  if (!range) return refusal(range.issues());
  const Question q{request, documents, input.value(), range.value(), std::move(settle)};
  Writer writer;
  begin_answer(true, writer);
  writer.text("ask", name_of(kAskNames, request.ask));
  write_measure(request, documents, writer);
  write_input(q, writer);
  if (request.ask == Ask::Breaks) write_breaks(q, writer);
  if (request.ask == Ask::Sweep) write_sweep(q, writer);
  if (request.ask == Ask::Seek) write_seek(q, writer);
  writer.end_object();
  return writer.take();
}

std::string answer_about_all(const ScenarioRequest& request, ScenarioDocuments& documents) {
  const Rational change = Ratio{*request.change}.exact();
  const Tornado found = tornado(documents, request.measure, change);
  Writer writer;
  begin_answer(true, writer);
  writer.text("ask", name_of(kAskNames, request.ask));
  write_measure(request, documents, writer);
  writer.exact("change", change);
  writer.begin_array("bars");
  for (const TornadoBar& bar : found.bars) {
    writer.begin_object();
    writer.text("path", bar.path);
    writer.text("present", bar.present);
    writer.text("low", bar.low);
    writer.text("high", bar.high);
    writer.exact("at_low", bar.at_low);
    writer.exact("at_high", bar.at_high);
    writer.exact("swing", bar.swing);
    writer.end_object();
  }
  writer.end_array();
  writer.begin_array("left_out");
  for (const LeftOut& left : found.left_out) {
    writer.begin_object();
    writer.text("path", left.path);
    writer.text("reason", left.reason);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

}  // namespace

std::string scenario(std::string_view contract, std::string_view experience,
                     std::string_view request_text) {
  Issues issues;
  const auto request = read_scenario_request(request_text, issues);
  auto documents = ScenarioDocuments::open(contract, experience);
  if (!documents) issues.insert(issues.end(), documents.issues().begin(), documents.issues().end());
  if (!issues.empty()) return refusal(issues);
  ScenarioDocuments opened = std::move(documents).value();
  return request->ask == Ask::Tornado ? answer_about_all(*request, opened)
                                      : answer_about_input(*request, opened);
}

}  // namespace gainshare::json
