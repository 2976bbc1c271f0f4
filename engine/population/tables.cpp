// SPDX-License-Identifier: Apache-2.0
#include "population/tables.h"

#include <algorithm>
#include <numeric>

#include "core/enum_name.h"
#include "core/rounding.h"
#include "csv/cell_writer.h"

namespace gainshare {
namespace {

// Ids of synthetic files are such numbers, and no spreadsheet computes them.
bool is_negative_number(std::string_view text) {
  return text.size() > 1 && text.front() == '-' &&
         text.find_first_not_of("0123456789", 1) == text.npos;
}

class Csv {
 public:
  explicit Csv(std::string_view header) : text_(std::string{header} + "\n") {}
  void cell(std::string_view text) {
    separate();
    if (is_negative_number(text)) {
      text_ += text;
    } else {
      append_csv_cell(text_, text);
    }
  }
  void cell(std::int64_t number) {
    separate();
    text_ += std::to_string(number);
  }
  void end_row() {
    text_ += '\n';
    begun_ = false;
  }
  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (begun_) text_ += ',';
    begun_ = true;
  }

  std::string text_;
  bool begun_ = false;
};

std::vector<CandidateIndex> candidates_in_order(const Candidates& candidates) {
  std::vector<CandidateIndex> order(candidates.ids.size());
  std::iota(order.begin(), order.end(), CandidateIndex{0});
  std::sort(order.begin(), order.end(), [&](CandidateIndex a, CandidateIndex b) {
    return candidates.ids[a] < candidates.ids[b];
  });
  return order;
}

void add_group(std::string_view id, const GroupTotals& totals, Csv& csv) {
  if (totals.members == 0) return;
  csv.cell(id);
  csv.cell(totals.members);
  csv.cell(totals.member_months);
  csv.cell(totals.cost_cents);
  csv.cell(per_member_month(totals.cost_cents, totals.member_months));
  csv.end_row();
}

std::string candidates_table(const PeriodResult& year) {
  Csv csv{"candidate,members,member_months,cost_cents,pmpm_cents"};
  for (const CandidateIndex i : candidates_in_order(year.tally.candidates)) {
    add_group(year.tally.candidates.ids[i], year.outcome.by_candidate[i], csv);
  }
  add_group({}, year.outcome.unassigned, csv);
  return csv.take();
}

// Empty where the member has none.
std::string score_text(const PeriodResult& year, MemberIndex member) {
  if (!year.risk) return {};
  const std::optional<Ratio> score = member_score(*year.risk, year.tally, member);
  return score ? score_at_nine_places(*score).to_text() : std::string{};
}

std::string members_table(const PopulationResult& result, const PeriodResult& year) {
  Csv csv{
      "person_id,member_months,cost_cents,candidate,method,step,decided_by,risk_score,reconciled"};
  for (const MemberIndex member : result.population.by_id) {
    if (year.outcome.months[member] == 0) continue;
    const Assignment& assignment = year.outcome.assignments[member];
    csv.cell(result.population.members[member].id);
    csv.cell(std::int64_t{year.outcome.months[member]});
    csv.cell(year.outcome.cost_cents[member]);
    const bool assigned = assignment.candidate != kNoCandidate;
    csv.cell(assigned ? std::string_view{year.tally.candidates.ids[assignment.candidate]} : "");
    csv.cell(assigned ? name_of(kAssignmentMethodNames,
                                year.outcome.plan.methods[assignment.method].method)
                      : "");
    csv.cell(std::int64_t{assignment.step});
    csv.cell(name_of(kDecidedByNames, assignment.decided_by));
    csv.cell(score_text(year, member));
    const ReconciledMember* const reconciled = reconciled_member(year.outcome, member);
    csv.cell(reconciled == nullptr ? "" : name_of(kReconciledNames, reconciled->reconciled));
    csv.end_row();
  }
  return csv.take();
}

std::string reconciled_table(const PopulationResult& result, const PeriodResult& year) {
  Csv csv{"person_id,candidate,reconciled,member_months"};
  for (const MemberIndex member : result.population.by_id) {
    const ReconciledMember* const reconciled = reconciled_member(year.outcome, member);
    if (reconciled == nullptr) continue;
    csv.cell(result.population.members[member].id);
    csv.cell(year.tally.candidates.ids[reconciled->assignment.candidate]);
    csv.cell(name_of(kReconciledNames, reconciled->reconciled));
    csv.cell(std::int64_t{year.tally.months_of(member)});
    csv.end_row();
  }
  return csv.take();
}

std::string assignments_table(const PopulationResult& result, const PeriodResult& year) {
  Csv csv{"person_id,candidate,window,service_class,allowed_cents,visits,latest"};
  for (const MemberIndex member : result.population.by_id) {
    if (year.outcome.months[member] == 0) continue;
    const auto own = tallies_of(year.tally.services, member);
    std::vector<ServiceTally> sorted{own.begin(), own.end()};
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
      return year.tally.candidates.ids[a.candidate] < year.tally.candidates.ids[b.candidate];
    });
    for (const ServiceTally& tally : sorted) {
      csv.cell(result.population.members[member].id);
      csv.cell(year.tally.candidates.ids[tally.candidate]);
      csv.cell(tally.window == 0 ? "current" : "older");
      csv.cell(name_of(kServiceClassNames, tally.service_class));
      csv.cell(tally.allowed_cents);
      csv.cell(std::int64_t{tally.visits});
      csv.cell(tally.latest == kNoDay ? std::string{} : to_iso(date_of(tally.latest)));
      csv.end_row();
    }
  }
  return csv.take();
}

std::string categories_table(const PeriodResult& year) {
  Csv csv{"category,contract_cost_cents,contract_pmpm_cents,all_cost_cents,all_pmpm_cents"};
  for (const auto& [category, name] : kCostCategoryNames) {
    const CategoryTotals totals = category_totals(year.tally, year.outcome, category);
    if (totals.all_cents == 0 && totals.contract_cents == 0) continue;
    csv.cell(name);
    csv.cell(totals.contract_cents);
    csv.cell(per_member_month(totals.contract_cents, year.outcome.contract.member_months));
    csv.cell(totals.all_cents);
    csv.cell(per_member_month(totals.all_cents, year.outcome.all.member_months));
    csv.end_row();
  }
  return csv.take();
}

std::string months_table(const std::vector<PeriodResult>& years) {
  Csv csv{"begin,end,enrollment_type,member_months,cost_cents,pmpm_cents"};
  for (const PeriodResult& year : years) {
    for (const auto& [type, name] : kEnrollmentTypeNames) {
      const TypeTotals& totals = year.outcome.contract_by_type[static_cast<std::size_t>(type)];
      if (totals.member_months == 0) continue;
      csv.cell(to_iso(date_of(year.tally.period.first)));
      csv.cell(to_iso(date_of(year.tally.period.last)));
      csv.cell(name);
      csv.cell(totals.member_months);
      csv.cell(totals.cost_cents);
      csv.cell(per_member_month(totals.cost_cents, totals.member_months));
      csv.end_row();
    }
  }
  return csv.take();
}

void add_repeats(const std::vector<RepeatedLine>& first, RejectReason reason, std::int64_t count,
                 Csv& csv) {
  for (const RepeatedLine& repeated : first) {
    csv.cell("");
    csv.cell(name_of(kFileKindNames, FileKind::Claims));
    csv.cell(name_of(kRejectReasonNames, reason));
    csv.cell(count);
    csv.cell("");
    csv.cell("");
    csv.cell(repeated.member + ", line " + std::to_string(repeated.line) + ", " +
             to_iso(date_of(repeated.day)));
    csv.end_row();
  }
}

std::string rejected_table(const PopulationResult& result) {
  Csv csv{"file,kind,reason,count,line,column,text"};
  for (const FileReport* const file : files_in_order(result.intake)) {
    for (const auto& [reason, name] : kRejectReasonNames) {
      const Rejected& rejected = file->rejected[static_cast<std::size_t>(reason)];
      for (const RejectPlace& place : rejected.first) {
        csv.cell(file->name);
        csv.cell(name_of(kFileKindNames, file->kind));
        csv.cell(name);
        csv.cell(rejected.count);
        csv.cell(place.line);
        csv.cell(place.column);
        csv.cell(place.text);
        csv.end_row();
      }
    }
  }
  const Repeats& repeats = result.population.repeats;
  add_repeats(repeats.first_duplicates, RejectReason::DuplicateLine, repeats.duplicates, csv);
  add_repeats(repeats.first_superseded, RejectReason::SupersededLine, repeats.superseded, csv);
  return csv.take();
}

}  // namespace

std::int64_t per_member_month(std::int64_t cents, std::int64_t months) {
  if (months == 0) return 0;
  const Amount exact{Rational{cents, months}};
  const auto rounded = round(exact, Rounding{});
  return rounded ? rounded->in_cents() : 0;
}

std::string table_of(const PopulationResult& result, PopulationTable table) {
  const PeriodResult& year = result.years.back();
  switch (table) {
    case PopulationTable::Candidates:
      return candidates_table(year);
    case PopulationTable::Members:
      return members_table(result, year);
    case PopulationTable::Reconciled:
      return reconciled_table(result, year);
    case PopulationTable::Assignments:
      return assignments_table(result, year);
    case PopulationTable::Categories:
      return categories_table(year);
    case PopulationTable::Months:
      return months_table(result.years);
    case PopulationTable::Rejected:
      return rejected_table(result);
  }
  return {};
}

}  // namespace gainshare
