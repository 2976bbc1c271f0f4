// SPDX-License-Identifier: Apache-2.0
#include "json/attribution_writer.h"

#include <string>

#include "core/enum_name.h"

namespace gainshare::json {
namespace {

void write_day(std::string_view key, Day day, Writer& writer) {
  if (day != kNoDay) writer.text(key, to_iso(date_of(day)));
}

void write_tally(const ServiceTally& tally, Writer& writer) {
  writer.begin_object();
  writer.text("class", name_of(kServiceClassNames, tally.service_class));
  writer.text("window", tally.window == 0 ? "year" : "before");
  writer.whole("visits", tally.visits);
  writer.whole("allowed_cents", tally.allowed_cents);
  write_day("latest", tally.latest, writer);
  writer.end_object();
}

void write_services(const CandidateServices& services, const Candidates& candidates,
                    Writer& writer) {
  writer.begin_object();
  writer.text("id", candidates.ids[services.candidate]);
  writer.truth("participant", services.participant);
  writer.whole("visits", services.visits);
  writer.whole("allowed_cents", services.allowed_cents);
  write_day("latest", services.latest, writer);
  writer.begin_array("services");
  for (const ServiceTally& tally : services.tallies) write_tally(tally, writer);
  writer.end_array();
  writer.end_object();
}

void write_compared(const ComparedAmount& compared, const Candidates& candidates, Writer& writer) {
  writer.begin_object();
  writer.text("id", candidates.ids[compared.candidate]);
  writer.truth("participant", compared.participant);
  writer.exact("amount", compared.amount);
  write_day("latest", compared.latest, writer);
  writer.end_object();
}

void write_attempt(const MethodAttempt& attempt, const Candidates& candidates, Writer& writer) {
  writer.begin_object();
  writer.text("method", name_of(kAssignmentMethodNames, attempt.kind));
  writer.text("reason", name_of(kMethodReasonNames, attempt.reason));
  if (attempt.step != 0) writer.whole("step", attempt.step);
  if (!attempt.named.empty()) writer.text("named", attempt.named);
  if (!attempt.compared.empty()) {
    const bool visits = attempt.kind == AssignmentMethod::PluralityOfVisits;
    writer.text("compares", visits ? "visits" : "allowed_cents");
    if (attempt.as_one) {
      writer.key("participants");
      if (attempt.participants.candidate == kNoCandidate) {
        writer.null();
      } else {
        write_compared(attempt.participants, candidates, writer);
      }
    }
    writer.begin_array("compared");
    for (const ComparedAmount& each : attempt.compared) write_compared(each, candidates, writer);
    writer.end_array();
  }
  writer.end_object();
}

}  // namespace

void write_assignment(const AssignmentExplanation& explanation, const Candidates& candidates,
                      Writer& writer) {
  const Assignment& assignment = explanation.assignment;
  const bool assigned = assignment.candidate != kNoCandidate;
  writer.key("candidate");
  if (assigned) {
    writer.text(candidates.ids[assignment.candidate]);
    writer.text("method",
                name_of(kAssignmentMethodNames, explanation.attempts[assignment.method].kind));
    if (assignment.step != 0) writer.whole("step", assignment.step);
    writer.truth("as_one", assignment.as_one);
  } else {
    writer.null();
  }
  writer.text("decided_by", name_of(kDecidedByNames, assignment.decided_by));
  writer.begin_array("candidates");
  for (const CandidateServices& services : explanation.candidates) {
    write_services(services, candidates, writer);
  }
  writer.end_array();
  writer.begin_array("steps");
  for (const MethodAttempt& attempt : explanation.attempts) {
    write_attempt(attempt, candidates, writer);
  }
  writer.end_array();
}

}  // namespace gainshare::json
