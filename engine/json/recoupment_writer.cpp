// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

// An advance of earlier years, by the experience, has no stream.
void write_stream_of(const std::string& stream, Writer& writer) {
  if (!stream.empty()) writer.text("stream", stream);
}

}  // namespace

void write_recoupment(const StreamOutcome& stream, Writer& writer) {
  const Recoupment& out = stream.recoupment;
  const bool always = std::holds_alternative<SharedSavingsOutcome>(stream.outcome) ||
                      std::holds_alternative<RiskCorridorOutcome>(stream.outcome);
  if (!always && out.advances.empty()) return;
  writer.cents("recouped_cents", out.recouped);
  writer.cents("net_payment_cents", out.net);
  if (out.advances.empty()) return;
  writer.begin_array("recoupments");
  for (const RecoupedAdvance& advance : out.advances) {
    writer.begin_object();
    write_stream_of(advance.stream, writer);
    writer.cents("outstanding_before_cents", advance.before);
    writer.cents("recouped_cents", advance.recouped);
    writer.cents("outstanding_cents", advance.left);
    writer.end_object();
  }
  writer.end_array();
}

void write_advances(const std::vector<Advance>& advances, Writer& writer) {
  if (advances.empty()) return;
  Money outstanding;
  writer.begin_array("advances");
  for (const Advance& advance : advances) {
    writer.begin_object();
    write_stream_of(advance.stream, writer);
    writer.cents("advanced_cents", advance.paid);
    writer.cents("recouped_cents", advance.recouped);
    writer.cents("outstanding_cents", advance.outstanding());
    writer.end_object();
    outstanding = outstanding + advance.outstanding();
  }
  writer.end_array();
  writer.cents("advances_outstanding_cents", outstanding);
}

}  // namespace gainshare::json
