// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_measure(const MeasureOutcome& measure, Writer& writer) {
  writer.begin_object();
  writer.text("id", measure.measure_id);
  writer.truth("scored", measure.scored);
  if (measure.reported) writer.truth("reported", *measure.reported);
  const bool has_result = measure.scored && !measure.reported;
  if (has_result) writer.exact("current", measure.current);
  writer.exact("achievement_points", measure.achievement_points);
  writer.exact("improvement_points", measure.improvement_points);
  if (measure.change) writer.exact("change", *measure.change);
  if (measure.change && measure.relative) writer.exact("relative_change", *measure.change);
  writer.exact("points", measure.points);
  writer.exact("weighted_points", measure.weighted_points);
  writer.exact("weighted_maximum", measure.weighted_maximum);
  writer.end_object();
}

void write_domain(const DomainOutcome& domain, Writer& writer) {
  writer.begin_object();
  writer.text("id", domain.domain_id);
  writer.truth("scored", domain.scored);
  writer.exact("points", domain.points);
  writer.exact("maximum_points", domain.maximum_points);
  writer.exact("score", domain.score);
  writer.exact("weighted_score", domain.weighted_score);
  writer.end_object();
}

}  // namespace

void write_outcome(const QualityScorecardOutcome& out, Writer& writer) {
  writer.exact("points", out.points);
  writer.exact("maximum_points", out.maximum_points);
  writer.exact("score", out.score);
  if (out.meets_attainment) writer.truth("meets_attainment", *out.meets_attainment);
  if (!out.domains.empty()) {
    writer.begin_array("domains");
    for (const DomainOutcome& domain : out.domains) write_domain(domain, writer);
    writer.end_array();
  }
  writer.begin_array("measures");
  for (const MeasureOutcome& measure : out.measures) write_measure(measure, writer);
  writer.end_array();
}

}  // namespace gainshare::json
