// SPDX-License-Identifier: Apache-2.0
// The terms of a benchmark by type of enrolment.
#include <utility>

#include "json/benchmark_reader.h"
#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr RateRange kFactor{
    .noun = "a factor", .low = {}, .high = Rate::whole(100), .above_low = true};

// A member that is an object, to be read where it is there.
template <class Read>
void read_part(ObjectReader& parent, std::string_view key, const Read& read) {
  const Node* const node = parent.object(key, Need::Optional);
  if (node == nullptr) return;
  const Place place{parent.place(), key};
  ObjectReader reader{*node, place, parent.issues()};
  read(reader);
  reader.finish();
}

Term<Rate> share(ObjectReader& reader, std::string_view key) {
  return {.value = reader.rate(key, Need::Required).value_or(Rate{}),
          .source = source_of(reader, key)};
}

std::optional<Term<Rate>> optional_share(ObjectReader& reader, std::string_view key) {
  const auto value = reader.rate(key, Need::Optional);
  if (!value) return std::nullopt;
  return Term<Rate>{.value = *value, .source = source_of(reader, key)};
}

Term<bool> truth(ObjectReader& reader, std::string_view key) {
  return {.value = reader.truth(key, Need::Optional).value_or(false),
          .source = source_of(reader, key)};
}

Term<ControlGroup> control_group(ObjectReader& reader) {
  return {.value = reader.choice("control_group", Need::Required, kControlGroupNames)
                       .value_or(ControlGroup::Region),
          .source = source_of(reader, "control_group")};
}

// A member that only one method has: required there, refused elsewhere.
bool belongs(ObjectReader& reader, std::string_view key, bool here) {
  if (!here) reader.forbid(key, "This method makes no use of it.");
  return here;
}

void read_method_parts(ObjectReader& reader, GrowthTerms& out) {
  const GrowthMethod method = out.method.value;
  const bool three_way = method == GrowthMethod::ThreeWay;
  if (belongs(reader, "national_weight", three_way || method == GrowthMethod::Blended)) {
    out.national_weight = optional_share(reader, "national_weight");
  }
  if (belongs(reader, "control_group", method == GrowthMethod::ControlGroup)) {
    out.control_group = control_group(reader);
  }
}

GrowthTerms read_trend(ObjectReader& benchmark) {
  GrowthTerms out{.method = {.value = GrowthMethod::None, .source = not_stated()}};
  read_part(benchmark, "trend", [&out](ObjectReader& reader) {
    const auto method = reader.choice("method", Need::Required, kTrendMethodNames);
    if (!method) {
      for (const char* const key : {"national_weight", "control_group"}) reader.any(key);
      return;
    }
    out.method = {.value = *method, .source = source_of(reader, "method")};
    read_method_parts(reader, out);
  });
  return out;
}

GrowthTerms read_update(ObjectReader& benchmark) {
  GrowthTerms out{.method = {.value = GrowthMethod::None, .source = not_stated()}};
  read_part(benchmark, "update", [&out](ObjectReader& reader) {
    const auto method = reader.choice("method", Need::Required, kUpdateMethodNames);
    if (!method) {
      for (const char* const key :
           {"national_weight", "control_group", "fixed_weight", "inflator"}) {
        reader.any(key);
      }
      return;
    }
    out.method = {.value = *method, .source = source_of(reader, "method")};
    read_method_parts(reader, out);
    if (belongs(reader, "fixed_weight", *method == GrowthMethod::ThreeWay)) {
      out.fixed_weight = share(reader, "fixed_weight");
    }
    if (belongs(reader, "inflator", *method == GrowthMethod::Inflator)) {
      const auto factor = reader.rate("inflator", Need::Required, kFactor);
      out.inflator = Term<Rate>{.value = factor.value_or(Rate::whole(1)),
                                .source = source_of(reader, "inflator")};
    }
  });
  return out;
}

std::optional<RiskRatioTerms> read_risk(ObjectReader& benchmark) {
  std::optional<RiskRatioTerms> out;
  read_part(benchmark, "risk_adjustment", [&out](ObjectReader& reader) {
    RiskRatioTerms& terms = out.emplace();
    terms.ratio = {.value = reader.choice("ratio", Need::Required, kRiskRatioBasisNames)
                                .value_or(RiskRatioBasis::Scores),
                   .source = source_of(reader, "ratio")};
    terms.test = {.value = reader.choice("cap_test", Need::Optional, kRiskCapTestNames)
                               .value_or(RiskCapTest::ByType),
                  .source = source_of(reader, "cap_test")};
    terms.up = optional_share(reader, "cap_up");
    const bool aggregate = terms.test.value == RiskCapTest::Aggregate;
    if (belongs(reader, "cap_down", !aggregate)) terms.down = optional_share(reader, "cap_down");
    if (aggregate && !reader.has("cap_up")) {
      reader.report("cap_up", IssueCode::Missing,
                    "The aggregate is tested against a cap, but there is none. Enter a share "
                    "from 0 to 1.",
                    {{"key", "cap_up"}});
    }
  });
  return out;
}

void read_adjustments(ObjectReader& benchmark, PerCapitaBenchmarkTerms& out) {
  read_part(benchmark, "regional_adjustment", [&out](ObjectReader& reader) {
    RegionalAdjustmentTerms& terms = out.regional_adjustment.emplace();
    terms.weight_below = share(reader, "weight_below");
    terms.weight_above = share(reader, "weight_above");
    terms.cap_up = optional_share(reader, "cap_up");
    terms.cap_down = optional_share(reader, "cap_down");
    terms.offset_negative = truth(reader, "offset_negative");
    terms.drop_negative = truth(reader, "drop_negative");
  });
  read_part(benchmark, "prior_savings", [&out](ObjectReader& reader) {
    PriorSavingsTerms& terms = out.prior_savings.emplace();
    terms.scale = share(reader, "scale");
    terms.cap = share(reader, "cap");
  });
  read_part(benchmark, "equity_adjustment", [&out](ObjectReader& reader) {
    EquityAdjustmentTerms& terms = out.equity_adjustment.emplace();
    terms.rate = share(reader, "rate");
    terms.minimum_share = share(reader, "minimum_share");
  });
}

}  // namespace

PerCapitaBenchmarkTerms read_per_capita_terms(ObjectReader& benchmark) {
  PerCapitaBenchmarkTerms out;
  out.base_years.source = source_of(benchmark, "base_years");
  out.base_years.value = read_base_year_weights(benchmark);
  out.trend = read_trend(benchmark);
  out.update = read_update(benchmark);
  out.risk = read_risk(benchmark);
  read_adjustments(benchmark, out);
  return out;
}

PerCapitaBenchmarkTerms read_control_group_terms(ObjectReader& benchmark) {
  PerCapitaBenchmarkTerms out;
  out.control_group = control_group(benchmark);
  out.risk = read_risk(benchmark);
  return out;
}

}  // namespace gainshare::json
