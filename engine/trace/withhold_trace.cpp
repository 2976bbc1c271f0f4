// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

struct WithholdContext {
  const WithholdTerms& terms;
  const WithholdOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  const WithholdFacts& facts() const { return *stream.experience.withhold; }
  const std::vector<WithholdProviderType>& types() const { return terms.provider_types.value; }
  bool compounds() const { return terms.compounding.value == Compounding::Monthly; }
};

Source definition() { return {"definition", Status::Contract, {}}; }

// "month_3_deposit"; without the number where all months are alike.
std::string month_id(const WithholdContext& c, std::size_t month, const std::string& quantity) {
  if (c.facts().all_months_alike()) return "every_month_" + quantity;
  return "month_" + std::to_string(month + 1) + "_" + quantity;
}
std::string numbered(std::size_t month, const std::string& quantity) {
  return "month_" + std::to_string(month + 1) + "_" + quantity;
}
std::string label(std::size_t month, const std::string& words) {
  return "Month " + std::to_string(month + 1) + ": " + words;
}

void trace_rates(const WithholdContext& c) {
  StepWriter& s = c.steps;
  for (std::size_t i = 0; i < c.types().size(); ++i) {
    const WithholdProviderType& type = c.types()[i];
    s.given({"type_" + std::to_string(i + 1) + "_rate", "Withheld from " + type.title},
            Ratio{type.withhold_rate}, Unit::Fraction, {"contract", Status::Contract, {}});
  }
  s.given({"annual_interest_rate", "Interest a year"}, Ratio{c.terms.annual_interest_rate.value},
          Unit::Fraction, c.terms.annual_interest_rate.source);
  s.given({"months_of_year", "Months of a year"}, Ratio::whole(12), Unit::Count, definition());
  c.cite(Rule::WithholdInterest);
  s.fraction({"monthly_rate", "Interest a month"}, Op::Divide,
             {"annual_interest_rate", "months_of_year"}, c.out.monthly_rate)
      .source = cited_for(c.terms.compounding.source, s.cited());
}

// What is withheld of a month's payments; once where all months are alike.
void trace_deposit(const WithholdContext& c, std::size_t month) {
  StepWriter& s = c.steps;
  const WithholdMonth& out = c.out.months[month];
  const bool alike = c.facts().all_months_alike();
  const std::string when = alike ? "Every month: " : label(month, "");
  std::vector<std::string> withheld;
  c.cite(Rule::Withhold);
  for (std::size_t i = 0; i < c.types().size(); ++i) {
    const WithholdProviderType& type = c.types()[i];
    const std::string key = "type_" + std::to_string(i + 1);
    const std::string paid = month_id(c, month, key + "_payments");
    s.given({paid, when + "payments to " + type.title}, payment_to(c.facts(), month, type.id));
    withheld.push_back(month_id(c, month, key + "_withheld"));
    s.amount({withheld.back(), when + "withheld from " + type.title}, Op::Multiply,
             {paid, key + "_rate"}, out.withheld[i]);
  }
  s.amount({month_id(c, month, "deposit"), when + "into the account"}, Op::Add, withheld,
           out.deposit);
}

// The account through one month. Compounding, interest is on the balance; else on the deposits.
void trace_month(const WithholdContext& c, std::size_t month) {
  StepWriter& s = c.steps;
  const WithholdMonth& out = c.out.months[month];
  if (month == 0 || !c.facts().all_months_alike()) trace_deposit(c, month);
  const std::string deposit = month_id(c, month, "deposit");
  const std::string bearing = numbered(month, "bearing");
  const std::string interest = numbered(month, "interest");
  const std::string before = month == 0 ? "zero" : numbered(month - 1, "balance");
  const std::string bore = month == 0 || c.compounds() ? before : numbered(month - 1, "bearing");
  c.cite(Rule::WithholdInterest);
  s.amount({bearing, label(month, "bears interest")}, Op::Add, {bore, deposit}, out.bearing);
  s.amount({interest, label(month, "interest")}, Op::Multiply, {bearing, "monthly_rate"},
           out.interest);
  s.amount({numbered(month, "balance"), label(month, "balance")}, Op::Add,
           {before, deposit, interest}, out.balance);
}

void trace_goals(const WithholdContext& c) {
  StepWriter& s = c.steps;
  const Source contract{"contract", Status::Contract, {}};
  const bool all_or_nothing = c.terms.earning.value == WithholdEarning::AllOrNothing;
  s.given({"no_weight", "No weight"}, Ratio{}, Unit::Count, definition());
  std::vector<std::string> met, weights, earned;
  for (std::size_t i = 0; i < c.terms.goals.size(); ++i) {
    const WithholdGoal& goal = c.terms.goals[i];
    const std::string key = "goal_" + std::to_string(i + 1);
    met.push_back(key + "_met");
    weights.push_back(key + "_weight");
    earned.push_back(key + "_earned");
    s.given({met.back(), goal.title + ": met"}, c.out.goals_met[i]);
    if (all_or_nothing) continue;
    s.given({weights.back(), goal.title + ": weight"}, Ratio{goal.weight}, Unit::Count, contract);
    c.cite(Rule::Withhold);
    s.fraction({earned.back(), goal.title + ": weight earned"}, Op::When,
               {met.back(), weights.back(), "no_weight"},
               c.out.goals_met[i] ? Ratio{goal.weight} : Ratio{})
        .unit = Unit::Count;
  }
  c.cite(Rule::Withhold);
  if (all_or_nothing) {
    s.given({"everything", "All of it"}, Ratio::whole(1), Unit::Fraction, definition());
    s.truth({"all_goals_met", "Every goal is met"}, Op::All, met, c.out.earned_share.sign() > 0);
    s.fraction({"earned_share", "Part earned"}, Op::When,
               {"all_goals_met", "everything", "no_weight"}, c.out.earned_share);
    return;
  }
  s.fraction({"met_weight", "Weight of the goals that are met"}, Op::Add, earned, c.out.met_weight)
      .unit = Unit::Count;
  s.fraction({"total_weight", "Weight of all goals"}, Op::Add, weights, c.out.total_weight).unit =
      Unit::Count;
  s.fraction({"earned_share", "Part earned"}, Op::Divide, {"met_weight", "total_weight"},
             c.out.earned_share);
}

void trace_payout(const WithholdContext& c) {
  StepWriter& s = c.steps;
  const Rounding rounding = c.stream.contract.rounding.value;
  const std::string last = numbered(c.out.months.size() - 1, "balance");
  c.cite(Rule::Withhold);
  s.amount({"earned_exact", "Earned of the balance"}, Op::Multiply, {last, "earned_share"},
           c.out.earned_exact);
  c.cite(Rule::Rounding);
  s.amount({"deposits", "Withheld"}, Op::Round, {"deposits_exact"}, Amount{c.out.deposits})
      .rounding = rounding;
  s.amount({"balance", "Balance of the account"}, Op::Round, {last}, Amount{c.out.balance})
      .rounding = rounding;
  s.amount({"earned", "Earned back by the provider"}, Op::Round, {"earned_exact"},
           Amount{c.out.earned})
      .rounding = rounding;
  c.cite(Rule::Withhold);
  s.amount({"account_interest", "Interest"}, Op::Subtract, {"balance", "deposits"},
           Amount{c.out.interest});
  s.amount({"returned", "Goes back to the payer"}, Op::Subtract, {"balance", "earned"},
           Amount{c.out.returned});
}

}  // namespace

void trace_stream(const WithholdTerms& terms, const StreamTraceContext& context) {
  const WithholdContext c{.terms = terms,
                          .out = *std::get_if<WithholdOutcome>(&context.settled.outcome),
                          .stream = context,
                          .steps = context.steps};
  c.steps.given({"zero", "Nothing"}, Money{}, definition());
  trace_rates(c);
  std::vector<std::string> deposits;
  for (std::size_t month = 0; month < c.out.months.size(); ++month) {
    trace_month(c, month);
    deposits.push_back(month_id(c, month, "deposit"));
  }
  c.cite(Rule::Withhold);
  c.steps.amount({"deposits_exact", "Withheld in all months"}, Op::Add, deposits,
                 c.out.deposits_exact);
  trace_goals(c);
  trace_payout(c);
}

}  // namespace gainshare
