// SPDX-License-Identifier: Apache-2.0
#include "json/population_writer.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "core/enum_name.h"
#include "json/attribution_writer.h"
#include "json/input_writer.h"
#include "json/population_risk_writer.h"
#include "json/risk_writer.h"
#include "population/experience_of.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kCandidatesShown = 200;

void write_day(std::string_view key, Day day, Writer& writer) {
  writer.text(key, to_iso(date_of(day)));
}

void write_totals(const GroupTotals& totals, Writer& writer) {
  writer.whole("members", totals.members);
  writer.whole("member_months", totals.member_months);
  writer.whole("cost_cents", totals.cost_cents);
  writer.whole("pmpm_cents", per_member_month(totals.cost_cents, totals.member_months));
  writer.whole("truncated_cents", totals.truncated_cents);
}

void write_group(std::string_view key, const GroupTotals& totals, Writer& writer) {
  writer.begin_object(key);
  write_totals(totals, writer);
  writer.end_object();
}

void write_types(const TotalsByType& types, Writer& writer) {
  writer.begin_array("by_type");
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const TypeTotals& totals = types[static_cast<std::size_t>(type)];
    if (totals.member_months == 0) continue;
    writer.begin_object();
    writer.text("enrollment_type", name);
    writer.whole("member_months", totals.member_months);
    writer.exact("person_years", Rational{totals.member_months, 12});
    writer.whole("cost_cents", totals.cost_cents);
    writer.whole("pmpm_cents", per_member_month(totals.cost_cents, totals.member_months));
    writer.end_object();
  }
  writer.end_array();
}

// The nation's percentile is in no file of claims: one of these members' own costs says so.
void write_caps(const PopulationTerms& terms, const PeriodOutcome& outcome, Writer& writer) {
  const bool own = terms.cost.truncation && terms.cost.truncation->percentile.has_value();
  writer.begin_array("truncated_at");
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const auto& cap = outcome.caps[static_cast<std::size_t>(type)];
    if (!cap) continue;
    writer.begin_object();
    writer.text("enrollment_type", name);
    writer.exact("annual_amount_cents", Rational{cap->numerator, cap->denominator});
    writer.text("basis", own ? "percentile_of_these_members" : "stated");
    writer.end_object();
  }
  writer.end_array();
}

void write_notes(const CostNotes& notes, Writer& writer) {
  writer.begin_object("lines");
  writer.whole("in_year", notes.lines);
  writer.whole("after_run_out", notes.after_run_out_lines);
  writer.whole("after_run_out_cents", notes.after_run_out_cents);
  writer.whole("outside_coverage", notes.outside_coverage_lines);
  writer.whole("outside_coverage_cents", notes.outside_coverage_cents);
  writer.end_object();
}

// What became by the year's end of those who were assigned before it.
void write_reconciliation(const PeriodOutcome& outcome, Writer& writer) {
  writer.begin_object("reconciliation");
  writer.whole("assigned_before", static_cast<std::int64_t>(outcome.reconciled.size()));
  for (const auto& [reconciled, name] : kReconciledNames) {
    writer.whole(name, count_of(outcome, reconciled));
  }
  writer.end_object();
}

void write_year(const PopulationTerms& terms, const PeriodResult& year, Writer& writer) {
  writer.begin_object();
  write_day("begin", year.tally.period.first, writer);
  write_day("end", year.tally.period.last, writer);
  writer.begin_object("window");
  write_day("begin", year.tally.windows.current.first, writer);
  write_day("end", year.tally.windows.current.last, writer);
  writer.end_object();
  write_group("all", year.outcome.all, writer);
  write_group("contract", year.outcome.contract, writer);
  write_group("unassigned", year.outcome.unassigned, writer);
  write_types(year.outcome.contract_by_type, writer);
  write_caps(terms, year.outcome, writer);
  write_notes(year.tally.notes, writer);
  if (terms.attribution.reconciliation) write_reconciliation(year.outcome, writer);
  if (terms.risk) write_year_risk(*terms.risk, year, writer);
  writer.end_object();
}

// The largest first.
void write_candidates(const PeriodResult& year, Writer& writer) {
  const Candidates& candidates = year.tally.candidates;
  const std::vector<GroupTotals>& totals = year.outcome.by_candidate;
  std::vector<CandidateIndex> order(candidates.ids.size());
  std::iota(order.begin(), order.end(), CandidateIndex{0});
  std::sort(order.begin(), order.end(), [&](CandidateIndex a, CandidateIndex b) {
    if (totals[a].members != totals[b].members) return totals[a].members > totals[b].members;
    return candidates.ids[a] < candidates.ids[b];
  });
  const auto none = std::find_if(order.begin(), order.end(),
                                 [&](CandidateIndex i) { return totals[i].members == 0; });
  writer.whole("candidate_count", none - order.begin());
  writer.begin_array("candidates");
  for (auto i = order.begin(); i != none && i - order.begin() < std::ptrdiff_t{kCandidatesShown};
       ++i) {
    writer.begin_object();
    writer.text("id", candidates.ids[*i]);
    writer.truth("participant", candidates.participant[*i] != 0);
    write_totals(totals[*i], writer);
    writer.end_object();
  }
  writer.end_array();
}

void write_methods(const PeriodResult& year, Writer& writer) {
  const auto& methods = year.outcome.plan.methods;
  std::vector<std::int64_t> counts(methods.size(), 0);
  std::int64_t assigned = 0;
  for (const Assignment& assignment : year.outcome.assignments) {
    if (assignment.candidate == kNoCandidate) continue;
    ++assigned;
    ++counts[assignment.method];
  }
  writer.begin_object("assignment");
  writer.whole("assigned", assigned);
  writer.whole("unassigned", year.outcome.unassigned.members);
  writer.begin_array("by_method");
  for (std::size_t i = 0; i < methods.size(); ++i) {
    writer.begin_object();
    writer.text("method", name_of(kAssignmentMethodNames, methods[i].method));
    writer.whole("members", counts[i]);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write_categories(const PeriodResult& year, Writer& writer) {
  writer.begin_array("categories");
  for (const auto& [category, name] : kCostCategoryNames) {
    const CategoryTotals totals = category_totals(year.tally, year.outcome, category);
    if (totals.all_cents == 0 && totals.contract_cents == 0) continue;
    writer.begin_object();
    writer.text("category", name);
    writer.whole("contract_cents", totals.contract_cents);
    writer.whole("contract_pmpm_cents",
                 per_member_month(totals.contract_cents, year.outcome.contract.member_months));
    writer.whole("all_cents", totals.all_cents);
    writer.end_object();
  }
  writer.end_array();
}

void write_places(const std::vector<RejectPlace>& places, Writer& writer) {
  writer.begin_array("places");
  for (const RejectPlace& place : places) {
    writer.begin_object();
    writer.whole("line", place.line);
    if (!place.column.empty()) writer.text("column", place.column);
    if (!place.text.empty()) writer.text("text", place.text);
    writer.end_object();
  }
  writer.end_array();
}

void write_repeated(std::string_view key, std::int64_t count,
                    const std::vector<RepeatedLine>& first, Writer& writer) {
  writer.begin_object(key);
  writer.whole("count", count);
  writer.begin_array("first");
  for (const RepeatedLine& line : first) {
    writer.begin_object();
    writer.text("person_id", line.member);
    writer.whole("line", line.line);
    write_day("date", line.day, writer);
    writer.whole("paid_cents", line.paid_cents);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write_intake(const PopulationResult& result, Writer& writer) {
  writer.begin_object("intake");
  writer.begin_array("files");
  for (const FileReport* const file : files_in_order(result.intake)) {
    writer.begin_object();
    write_file_report(*file, name_of(kFileKindNames, file->kind), writer);
    writer.end_object();
  }
  writer.end_array();
  const Repeats& repeats = result.population.repeats;
  write_repeated("duplicate_lines", repeats.duplicates, repeats.first_duplicates, writer);
  write_repeated("superseded_lines", repeats.superseded, repeats.first_superseded, writer);
  writer.whole("conflicting_providers", result.population.conflicting_providers);
  writer.whole("claims", result.intake.claims.size());
  writer.whole("lines", static_cast<std::int64_t>(result.intake.log.size()));
  writer.end_object();
}

}  // namespace

void write_file_report(const FileReport& report, std::string_view kind, Writer& writer) {
  writer.text("name", report.name);
  writer.text("kind", kind);
  writer.whole("bytes", static_cast<std::int64_t>(report.bytes));
  writer.whole("rows_read", report.rows_read);
  writer.whole("rows_kept", report.kept);
  writer.whole("rows_blank", report.blank);
  writer.begin_array("rejected");
  for (const auto& [reason, name] : kRejectReasonNames) {
    const Rejected& rejected = report.rejected[static_cast<std::size_t>(reason)];
    if (rejected.count == 0) continue;
    writer.begin_object();
    writer.text("reason", name);
    writer.whole("count", rejected.count);
    write_places(rejected.first, writer);
    writer.end_object();
  }
  writer.end_array();
  writer.begin_array("notes");
  for (const auto& [note, name] : kIntakeNoteNames) {
    const std::int64_t count = report.notes[static_cast<std::size_t>(note)];
    if (count == 0) continue;
    writer.begin_object();
    writer.text("note", name);
    writer.whole("count", count);
    writer.end_object();
  }
  writer.end_array();
}

void write_population(const PopulationResult& result, Writer& writer) {
  const PeriodResult& year = result.years.back();
  writer.text("title", result.terms.title);
  write_methods(year, writer);
  write_candidates(year, writer);
  write_categories(year, writer);
  writer.begin_array("years");
  for (const PeriodResult& each : result.years) write_year(result.terms, each, writer);
  writer.end_array();
  write_risk(result, writer);
  writer.key("experience");
  write_experience(experience_of(result), writer);
  write_intake(result, writer);
}

void write_member(const PopulationResult& result, MemberIndex member, Writer& writer) {
  const PeriodResult& year = result.years.back();
  writer.text("person_id", result.population.members[member].id);
  writer.whole("member_months", year.tally.months_of(member));
  writer.truth("counted", year.outcome.months[member] != 0);
  writer.whole("cost_before_truncation_cents", year.tally.cost_of(member));
  writer.whole("cost_cents", year.outcome.cost_cents[member]);
  const std::optional<MemberScore> score = explain_score(result, member);
  if (score) write_member_score(*score, writer);
  const ReconciledMember* const reconciled = reconciled_member(year.outcome, member);
  if (reconciled != nullptr) {
    writer.text("reconciled", name_of(kReconciledNames, reconciled->reconciled));
  }
  writer.begin_object("assignment");
  const auto own = tallies_of(year.tally.services, member);
  write_assignment(explain_assignment(year.outcome.plan, result.population.members[member], own),
                   year.tally.candidates, writer);
  writer.end_object();
}

}  // namespace gainshare::json
