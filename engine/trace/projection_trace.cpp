// SPDX-License-Identifier: Apache-2.0
#include "trace/stream_trace.h"

namespace gainshare {

void trace_projection(const YearToDate& so_far, const ProjectionOutcome& projection, Trace& trace) {
  StepWriter s{trace, "projection"};
  const bool by_member_month = so_far.member_months && so_far.projected_member_months;
  const Source definition{"definition", Status::Contract, {}};
  s.given({"paid_to_date", "Paid so far"}, so_far.expenditure);
  s.given({"completion_factor", "Part of those months' claims already paid"},
          Ratio{so_far.completion_factor}, Unit::Fraction);
  trace.back().assumed = true;
  s.given({"units_to_date", by_member_month ? "Member months so far" : "Months so far"},
          projection.unit_count, Unit::Count);
  s.given({"units_of_year",
           by_member_month ? "Member months expected in the year" : "Months of the year"},
          projection.unit_count + projection.remaining_units, Unit::Count,
          by_member_month ? s.stated() : definition);
  trace.back().assumed = by_member_month;
  s.given({"one", "One"}, Ratio::whole(1), Unit::Fraction, definition);
  s.given({"trend", "Trend of the remaining months against the months so far"}, Ratio{so_far.trend},
          Unit::Fraction);
  trace.back().assumed = true;
  s.cite(Rule::Projection);
  s.amount({"completed", "Spending so far with run-out"}, Op::Divide,
           {"paid_to_date", "completion_factor"}, projection.completed);
  s.amount({"completed_per_unit", by_member_month ? "Per member month" : "Per month"}, Op::Divide,
           {"completed", "units_to_date"}, projection.completed_per_unit);
  s.fraction({"trend_factor", "Trend factor"}, Op::Add, {"one", "trend"}, projection.trend_factor);
  s.fraction({"remaining_units", by_member_month ? "Member months to come" : "Months to come"},
             Op::Subtract, {"units_of_year", "units_to_date"}, projection.remaining_units)
      .unit = Unit::Count;
  s.amount({"remaining", "Spending of the months to come"}, Op::Multiply,
           {"completed_per_unit", "trend_factor", "remaining_units"}, projection.remaining);
  s.amount({"exact", "Spending of the year"}, Op::Add, {"completed", "remaining"},
           projection.projected_exact);
  s.cite(Rule::Rounding);
  s.amount({"expenditure", "Projected spending of the year"}, Op::Round, {"exact"},
           Amount{projection.projected})
      .rounding = Rounding{};
}

}  // namespace gainshare
