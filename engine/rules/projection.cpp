// SPDX-License-Identifier: Apache-2.0
#include "rules/projection.h"

namespace gainshare {

Result<ProjectionOutcome> project_year_end(const YearToDate& so_far) {
  const bool by_member_month = so_far.member_months && so_far.projected_member_months;
  ProjectionOutcome out;
  out.completed = Amount{so_far.expenditure} / Ratio{so_far.completion_factor};
  out.unit_count = Ratio::whole(by_member_month ? *so_far.member_months : so_far.months);
  out.completed_per_unit = out.completed / out.unit_count;
  out.trend_factor = Ratio::whole(1) + Ratio{so_far.trend};
  out.remaining_units =
      Ratio::whole(by_member_month ? *so_far.projected_member_months : 12) - out.unit_count;
  out.remaining = out.completed_per_unit * out.trend_factor * out.remaining_units;
  out.projected_exact = out.completed + out.remaining;
  const auto projected = round(out.projected_exact, Rounding{});
  if (!projected) {
    return Issue{.path = "/year_to_date",
                 .code = IssueCode::ArithmeticOverflow,
                 .message =
                     "The projected spending is beyond exact arithmetic. Enter smaller "
                     "amounts or a larger completion factor.",
                 .params = {}};
  }
  out.projected = *projected;
  return out;
}

}  // namespace gainshare
