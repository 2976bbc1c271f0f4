// SPDX-License-Identifier: Apache-2.0
#include "json/trace_writer.h"

#include <variant>

#include "core/enum_name.h"
#include "json/settlement_writer.h"

namespace gainshare::json {
namespace {

void write_table(const Step& step, Writer& writer) {
  writer.begin_array("table");
  for (const auto& row : step.table) {
    writer.begin_array();
    for (const auto& cell : row) {
      if (cell) {
        writer.text(cell->to_text());
      } else {
        writer.null();
      }
    }
    writer.end_array();
  }
  writer.end_array();
}

void write_source(const Source& source, Writer& writer) {
  writer.begin_object("source");
  writer.text("citation", source.citation);
  writer.text("status", name_of(kStatusNames, source.status));
  if (!source.clause.empty()) writer.text("clause", source.clause);
  writer.end_object();
}

void write_step(const Step& step, Writer& writer) {
  writer.begin_object();
  writer.text("id", step.id);
  writer.text("label", step.label);
  writer.text("op", name_of(kOpNames, step.op));
  writer.begin_array("inputs");
  for (const auto& input : step.inputs) writer.text(input);
  writer.end_array();
  if (const bool* truth = std::get_if<bool>(&step.value)) {
    writer.truth("value", *truth);
  } else {
    writer.exact("value", *std::get_if<Rational>(&step.value));
  }
  writer.text("unit", name_of(kUnitNames, step.unit));
  if (step.rounding) write_rounding(*step.rounding, writer);
  if (!step.table.empty()) write_table(step, writer);
  write_source(step.source, writer);
  if (step.assumed) writer.truth("assumed", true);
  writer.end_object();
}

}  // namespace

void write_trace(const Trace& trace, Writer& writer) {
  writer.begin_array("trace");
  for (const Step& step : trace) write_step(step, writer);
  writer.end_array();
}

}  // namespace gainshare::json
