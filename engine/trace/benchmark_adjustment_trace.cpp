// SPDX-License-Identifier: Apache-2.0
// The adjustments of a benchmark by type of enrolment that are one amount for all types, and which
// adjustment counts.
#include "core/rounding.h"
#include "trace/per_capita_context.h"

namespace gainshare {
namespace {

using Ids = std::vector<std::string>;

void trace_prior_savings(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  const PriorSavingsTerms& terms = *c.terms.prior_savings;
  const PriorSavingsOutcome& out = *c.out.prior_savings;
  const std::vector<Money>& years = c.facts.prior_savings;
  Ids savings;
  Amount sum;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    savings.push_back("prior_savings_" + number);
    s.given({savings.back(), "Savings per person-year, earlier year " + number}, years[i]);
    sum = sum + Amount{years[i]};
  }
  c.steps.cite(cited_for(terms.scale.source, source_of(Rule::PriorSavingsAdjustment, false)));
  s.amount({"prior_savings_sum", "Savings of the earlier years"}, Op::Add, savings, sum);
  s.given({"prior_savings_years", "Earlier years"},
          Ratio::whole(static_cast<std::int64_t>(years.size())), Unit::Count);
  s.amount({"prior_savings_average", "Average of the earlier years"}, Op::Divide,
           {"prior_savings_sum", "prior_savings_years"}, out.average);
  s.given({"prior_savings_proration", "Proration for growth of the population"},
          Ratio{c.facts.prior_savings_proration.value_or(Rate::whole(1))}, Unit::Fraction);
  s.amount({"prior_savings_prorated", "Average, prorated"}, Op::Multiply,
           {"prior_savings_average", "prior_savings_proration"}, out.prorated);
  s.given({"prior_savings_scale", "Part of it that counts"}, Ratio{terms.scale.value},
          Unit::Fraction, terms.scale.source);
  s.amount({"prior_savings_scaled", "Part of the average"}, Op::Multiply,
           {"prior_savings_prorated", "prior_savings_scale"}, out.scaled);
  s.given({"prior_savings_cap_rate", "Cap, of national spending"}, Ratio{terms.cap.value},
          Unit::Fraction, terms.cap.source);
  s.amount({"prior_savings_cap", "Highest prior savings adjustment"}, Op::Multiply,
           {"national", "prior_savings_cap_rate"}, out.cap);
  s.amount({"prior_savings_lesser", "The lesser of the two"}, Op::Minimum,
           {"prior_savings_scaled", "prior_savings_cap"}, minimum(out.scaled, out.cap));
  s.amount({"prior_savings_adjustment", "Prior savings adjustment"}, Op::Maximum,
           {"zero", "prior_savings_lesser"}, out.adjustment);
}

void trace_equity(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  const EquityAdjustmentTerms& terms = *c.terms.equity_adjustment;
  const EquityOutcome& out = *c.out.equity;
  const Ratio share{c.facts.low_income_share.value_or(Rate{})};
  Ids others{"zero"};
  if (c.out.regional) others.emplace_back("regional_adjustment");
  if (c.out.prior_savings) others.emplace_back("prior_savings_adjustment");
  c.steps.cite(cited_for(terms.rate.source, source_of(Rule::EquityAdjustment, false)));
  s.amount({"highest_other", "The highest of the other adjustments"}, Op::Maximum, others,
           out.highest);
  s.given({"equity_rate", "Ceiling, of national spending"}, Ratio{terms.rate.value}, Unit::Fraction,
          terms.rate.source);
  s.amount({"equity_ceiling", "Ceiling of the equity adjustment"}, Op::Multiply,
           {"national", "equity_rate"}, out.ceiling);
  s.amount({"equity_room", "What is left below the ceiling"}, Op::Subtract,
           {"equity_ceiling", "highest_other"}, out.ceiling - out.highest);
  s.amount({"equity_scaler", "What the share is taken of"}, Op::Maximum, {"zero", "equity_room"},
           out.scaler);
  s.given({"low_income_share", "Share of members with low income"}, share, Unit::Fraction);
  s.given({"minimum_share", "Lowest share that counts"}, Ratio{terms.minimum_share.value},
          Unit::Fraction, terms.minimum_share.source);
  s.truth({"share_counts", "The share counts"}, Op::AtLeast, {"low_income_share", "minimum_share"},
          out.eligible);
  s.amount({"equity_scaled", "Share of what is left"}, Op::Multiply,
           {"equity_scaler", "low_income_share"}, out.scaler * share);
  s.amount({"equity_adjustment", "Equity adjustment"}, Op::When,
           {"share_counts", "equity_scaled", "zero"}, out.adjustment);
}

// One adjustment that is the same for all types, against the best before it.
struct Contender {
  std::string key;    // "prior_savings"
  std::string words;  // "prior savings adjustment"
  StepWriter::Words carried;
  Amount amount;
  bool ties_win = false;
};

// Truth "<key>_counts": it is above 0, and higher than (or as high as) `best`.
void trace_contender(const PerCapitaContext& c, const Contender& it, const Amount& best_amount,
                     const std::string& best) {
  StepWriter& s = c.steps;
  const std::string id = it.key + "_adjustment";
  const std::string positive = it.key + "_is_positive";
  const std::string higher = it.key + "_is_higher";
  const std::string counts = it.key + "_counts";
  const bool is_positive = it.amount.sign() > 0;
  const bool is_higher = it.ties_win ? it.amount >= best_amount : it.amount > best_amount;
  s.truth({positive, "The " + it.words + " is above nothing"}, Op::MoreThan, {id, "zero"},
          is_positive);
  s.truth({higher, "The " + it.words + " is the highest so far"},
          it.ties_win ? Op::AtLeast : Op::MoreThan, {id, best}, is_higher);
  s.truth({counts, "The " + it.words + " counts"}, Op::All, {positive, higher},
          is_positive && is_higher);
  const Source rule = s.cited();
  c.cite(Rule::CarriedAmount);
  s.amount(it.carried, Op::Carry, {id}, carried(it.amount));
  s.cite(rule);
}

// What the types' own steps choose from.
struct Choice {
  bool keeps_regional = false;  // whether a negative one is dropped is a step
  bool prior_counts = false;    // against the regional adjustment
  Amount best;
  std::string best_id = "zero";
};

Choice trace_choice(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  Choice choice;
  c.cite(Rule::BenchmarkChoice);
  if (c.out.regional) {
    choice.best = c.out.regional->overall;
    choice.best_id = "regional_adjustment";
    if (c.terms.regional_adjustment->drop_negative.value) {
      const bool keeps = !c.out.regional->dropped;
      s.truth({"regional_counts", "The regional adjustment is not negative"}, Op::AtLeast,
              {"regional_adjustment", "zero"}, keeps);
      if (!keeps) choice.best = Amount{};
      s.amount({"regional_counted", "Regional adjustment that counts"}, Op::When,
               {"regional_counts", "regional_adjustment", "zero"}, choice.best);
      choice.best_id = "regional_counted";
      choice.keeps_regional = true;
    }
  }
  if (c.out.prior_savings) {
    const Amount& amount = c.out.prior_savings->adjustment;
    choice.prior_counts = amount.sign() > 0 && amount >= choice.best;
    trace_contender(c,
                    {"prior_savings",
                     "prior savings adjustment",
                     {"prior_savings_carried", "Prior savings adjustment, carried"},
                     amount,
                     true},
                    choice.best, choice.best_id);
    if (c.out.equity) {
      if (choice.prior_counts) choice.best = amount;
      s.amount({"best_so_far", "The adjustment before equity"}, Op::When,
               {"prior_savings_counts", "prior_savings_adjustment", choice.best_id}, choice.best);
      choice.best_id = "best_so_far";
    }
  }
  if (c.out.equity) {
    trace_contender(c,
                    {"equity",
                     "equity adjustment",
                     {"equity_carried", "Equity adjustment, carried"},
                     c.out.equity->adjustment,
                     false},
                    choice.best, choice.best_id);
  }
  return choice;
}

void trace_adjusted(const PerCapitaContext& c, std::size_t type, const Choice& choice) {
  StepWriter& s = c.steps;
  const TypeBenchmark& out = c.out.types[type];
  std::string now = "zero";
  Amount value;
  if (c.out.regional) {
    now = c.id(type, "regional_adjustment");
    value = c.out.regional->types[type].after_offset;
  }
  if (choice.keeps_regional) {
    const std::string kept = c.id(type, "regional_counted");
    if (c.out.regional->dropped) value = Amount{};
    s.amount({kept, c.label(type, "Regional adjustment that counts")}, Op::When,
             {"regional_counts", now, "zero"}, value);
    now = kept;
  }
  if (c.out.prior_savings) {
    const std::string chosen = c.id(type, "after_prior_savings");
    if (choice.prior_counts) value = carried(c.out.prior_savings->adjustment);
    s.amount({chosen, c.label(type, "Adjustment, prior savings considered")}, Op::When,
             {"prior_savings_counts", "prior_savings_carried", now}, value);
    now = chosen;
  }
  if (c.out.equity) {
    const std::string chosen = c.id(type, "after_equity");
    s.amount({chosen, c.label(type, "Adjustment, equity considered")}, Op::When,
             {"equity_counts", "equity_carried", now}, out.adjustment);
    now = chosen;
  }
  const std::string historical = c.id(type, "historical");
  const std::string adjusted = c.id(type, "adjusted");
  s.amount({adjusted, c.label(type, "Historical benchmark, adjusted")}, Op::Add, {historical, now},
           out.adjusted);
}

}  // namespace

void trace_adjustments(const PerCapitaContext& c) {
  if (!c.out.regional && !c.out.prior_savings && !c.out.equity) return;
  c.steps.given({"zero", "Nothing"}, Money{}, {"definition", Status::Contract, {}});
  if (c.out.national) {
    c.cite(Rule::HistoricalBenchmark);
    const std::string of = "national_" + std::to_string(c.last);
    trace_weighted_sum(
        c,
        {"national_part",
         "National spending, weighted",
         {"national", "National spending per person-year, all types"},
         of},
        [&c](std::size_t i) { return Amount{c.last_year(i).national.value_or(Money{})}; },
        *c.out.national);
  }
  if (c.out.regional) trace_regional(c);
  if (c.out.prior_savings) trace_prior_savings(c);
  if (c.out.equity) trace_equity(c);
  const Choice choice = trace_choice(c);
  for (std::size_t i = 0; i < c.count(); ++i) trace_adjusted(c, i, choice);
}

}  // namespace gainshare
