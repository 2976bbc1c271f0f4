// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "core/enum_name.h"
#include "trace/members_trace.h"

namespace gainshare {
namespace {

constexpr std::array kFactorWords{
    std::pair{Factor::Lives, std::string_view{"Lives"}},
    std::pair{Factor::PanelSavings, std::string_view{"Panel savings"}},
    std::pair{Factor::Quality, std::string_view{"Quality"}},
    std::pair{Factor::Satisfaction, std::string_view{"Satisfaction"}},
    std::pair{Factor::Access, std::string_view{"Access"}},
    std::pair{Factor::Citizenship, std::string_view{"Citizenship"}},
    std::pair{Factor::Fixed, std::string_view{"Fixed share"}},
};

Unit unit_of(Factor factor) {
  if (factor == Factor::PanelSavings) return Unit::Cents;
  return factor == Factor::Lives || factor == Factor::Fixed ? Unit::Count : Unit::Fraction;
}

}  // namespace

std::string name_of_factor(Factor factor) { return std::string{name_of(kFactorNames, factor)}; }
std::string words_of(Factor factor) { return std::string{name_of(kFactorWords, factor)}; }

std::size_t MembersTrace::factors_that_count() const {
  return static_cast<std::size_t>(std::count_if(out_.factors.begin(), out_.factors.end(),
                                                [](const auto& factor) { return factor.counts; }));
}

// The step of a member's value as it counts.
std::string MembersTrace::counted_id(const MemberOutcome& member, std::size_t factor) const {
  const Factor which = out_.factors[factor].factor;
  return id(member,
            which == Factor::PanelSavings ? "counted_panel_savings" : name_of_factor(which));
}

// Every fact that the pool looks at, once.
void MembersTrace::values() {
  const auto looks_at = [this](Factor factor) {
    const auto is = [factor](const auto& each) { return each.factor == factor; };
    return std::any_of(terms_.by.begin(), terms_.by.end(), is) ||
           (terms_.gate &&
            std::any_of(terms_.gate->minimums.begin(), terms_.gate->minimums.end(), is)) ||
           (terms_.earning &&
            std::any_of(terms_.earning->by.begin(), terms_.earning->by.end(), is));
  };
  for (const auto& [factor, name] : kFactorNames) {
    if (!looks_at(factor)) continue;
    const Source source{factor == Factor::Fixed ? "contract" : "experience", Status::Contract, {}};
    for (std::size_t m = 0; m < out_.members.size(); ++m) {
      const MemberOutcome& member = out_.members[m];
      s_.given({id(member, std::string{name}), member.title + ": " + words_of(factor)},
               value_of(factor, terms_.members[m], c_.participants), unit_of(factor), source);
    }
  }
}

// What one person, cent or point is worth of the pool: weight ÷ sum of all values.
void MembersTrace::worth_of_units() {
  for (std::size_t f = 0; f < terms_.by.size(); ++f) {
    const Factor factor = out_.factors[f].factor;
    Ids values;
    for (const MemberOutcome& member : out_.members) {
      values.push_back(counted_id(member, f));
      if (factor != Factor::PanelSavings) continue;
      c_.cite(Rule::DistributionKept);
      s_.amount({values.back(), member.title + ": Panel savings that count"}, Op::Maximum,
                {"nothing", id(member, "panel_savings")}, Amount{member.values[f].exact()});
    }
    c_.cite(Rule::Distribution);
    s_.given(
        {id(name_of_factor(factor) + "_weight"), out_.title + ": Weight of " + words_of(factor)},
        Ratio{terms_.by[f].weight}, Unit::Fraction, {"contract", Status::Contract, {}});
    s_.fraction({id(name_of_factor(factor) + "_sum"),
                 out_.title + ": " + words_of(factor) + " of all members"},
                Op::Add, values, out_.factors[f].sum)
        .unit = unit_of(factor);
  }
  const bool all_count = factors_that_count() == out_.factors.size();
  if (!all_count) counting_weights();
  for (const FactorOutcome& factor : out_.factors) {
    if (!factor.counts) continue;
    const std::string name = name_of_factor(factor.factor);
    s_.fraction(
        {id(name + "_worth"), out_.title + ": Worth of one unit of " + words_of(factor.factor)},
        Op::Divide, {id(name + (all_count ? "_weight" : "_reweighted")), id(name + "_sum")},
        factor.per_unit);
  }
}

// A factor whose values sum to nothing is left out; the others weigh more in proportion.
void MembersTrace::counting_weights() {
  Ids weights, counting;
  Ratio sum;
  bool some = false;
  for (std::size_t f = 0; f < terms_.by.size(); ++f) {
    const FactorOutcome& factor = out_.factors[f];
    const std::string name = name_of_factor(factor.factor);
    const Ratio weight = factor.counts ? Ratio{terms_.by[f].weight} : Ratio{};
    counting.push_back(id(name + "_counts"));
    weights.push_back(id(name + "_counting_weight"));
    s_.truth({counting.back(), out_.title + ": " + words_of(factor.factor) + " counts"},
             Op::MoreThan, {id(name + "_sum"), "nothing"}, factor.counts);
    s_.fraction({weights.back(),
                 out_.title + ": Weight of " + words_of(factor.factor) + " where it counts"},
                Op::When, {counting.back(), id(name + "_weight"), "nothing"}, weight);
    sum = sum + weight;
    some = some || factor.counts;
  }
  s_.fraction({id("weights"), out_.title + ": Weights that count"}, Op::Add, weights, sum);
  s_.truth({id("some_count"), out_.title + ": Some factor counts"}, Op::Any, counting, some);
  for (std::size_t f = 0; f < terms_.by.size(); ++f) {
    if (!out_.factors[f].counts) continue;
    const std::string name = name_of_factor(out_.factors[f].factor);
    s_.fraction(
        {id(name + "_reweighted"),
         out_.title + ": Weight of " + words_of(out_.factors[f].factor) + ", of all that count"},
        Op::Divide, {weights[f], id("weights")}, Ratio{terms_.by[f].weight} / sum);
  }
}

void MembersTrace::weights() {
  c_.cite(Rule::Distribution);
  const bool one = factors_that_count() == 1;
  for (const MemberOutcome& member : out_.members) {
    Ids parts;
    for (std::size_t f = 0; f < out_.factors.size(); ++f) {
      const FactorOutcome& factor = out_.factors[f];
      if (!factor.counts) continue;
      const std::string name = name_of_factor(factor.factor);
      parts.push_back(id(member, one ? "weight" : name + "_part"));
      s_.fraction(
          {parts.back(), member.title + (one ? ": Part" : ": Part by " + words_of(factor.factor))},
          Op::Multiply, {counted_id(member, f), id(name + "_worth")},
          member.values[f] * factor.per_unit);
    }
    if (one) continue;
    s_.fraction({id(member, "weight"), member.title + ": Part"}, Op::Add, parts, member.weight);
  }
}

// Whether each member passes; met at the minimum itself.
void MembersTrace::gates() {
  for (const GateMinimum& each : terms_.gate->minimums) {
    s_.given({id("minimum_" + name_of_factor(each.factor)),
              out_.title + ": Minimum of " + words_of(each.factor)},
             Ratio{each.minimum}, unit_of(each.factor), {"contract", Status::Contract, {}});
  }
  c_.cite(Rule::Distribution);
  const bool one = terms_.gate->minimums.size() == 1;
  for (std::size_t m = 0; m < out_.members.size(); ++m) {
    const MemberOutcome& member = out_.members[m];
    Ids met;
    for (const GateMinimum& each : terms_.gate->minimums) {
      const std::string name = name_of_factor(each.factor);
      met.push_back(id(member, one ? "passes" : "passes_" + name));
      const bool passes =
          value_of(each.factor, terms_.members[m], c_.participants) >= Ratio{each.minimum};
      s_.truth({met.back(), member.title + ": " + words_of(each.factor) + " is enough"},
               Op::AtLeast, {id(member, name), id("minimum_" + name)}, passes);
    }
    if (one) continue;
    s_.truth({id(member, "passes"), member.title + ": Passes the gate"}, Op::All, met,
             member.passed_gate);
  }
}

// Of members that fail, the others have the share: parts of those that pass, of their sum.
void MembersTrace::counted_weights() {
  c_.cite(Rule::Distribution);
  Ids counted;
  for (const MemberOutcome& member : out_.members) {
    counted.push_back(id(member, "counted"));
    s_.fraction({counted.back(), member.title + ": Part that counts"}, Op::When,
                {id(member, "passes"), id(member, "weight"), "nothing"}, member.counted);
  }
  s_.fraction({id("counted"), out_.title + ": Parts that count"}, Op::Add, counted, out_.counted);
  if (out_.counted.sign() == 0) return;
  for (const MemberOutcome& member : out_.members) {
    s_.fraction({id(member, "part"), member.title + ": Part of those that count"}, Op::Divide,
                {id(member, "counted"), id("counted")}, member.counted / out_.counted);
  }
  weight_ = "part";
}

void MembersTrace::shares() {
  c_.cite(Rule::Distribution);
  std::vector<CentsPart> parts;
  for (const MemberOutcome& member : out_.members) {
    const std::string exact = id(member, "share_exact");
    s_.amount({exact, member.title + ": Share, exact"}, Op::Multiply,
              {id("amount"), id(member, weight_)}, member.share_exact);
    parts.push_back({exact, id(member, goes_on() ? "share" : "amount"),
                     member.title + (goes_on() ? ": Share" : ""), member.share_exact,
                     member.share});
  }
  trace_cents(c_, id("amount"), parts);
}

void MembersTrace::kept() {
  c_.cite(Rule::DistributionKept);
  if (out_.counted.sign() == 0) {
    const bool no_factor = factors_that_count() == 0;
    if (!no_factor) {
      s_.truth({id("some_claim"), out_.title + ": Some member has a claim"}, Op::MoreThan,
               {id("counted"), "nothing"}, false);
    }
    s_.amount({id("kept"), out_.title + ": Kept, since no member has a claim"}, Op::When,
              {id(no_factor ? "some_count" : "some_claim"), "nothing", id("amount")},
              Amount{out_.kept});
    return;
  }
  if (!goes_on()) return;
  Ids amounts;
  for (const MemberOutcome& member : out_.members) amounts.push_back(id(member, "amount"));
  s_.amount({id("paid"), out_.title + ": Paid to members"}, Op::Add, amounts,
            Amount{out_.amount - out_.kept});
  s_.amount({id("kept"), out_.title + ": Kept"}, Op::Subtract, {id("amount"), id("paid")},
            Amount{out_.kept});
}

void MembersTrace::write() {
  values();
  worth_of_units();
  if (factors_that_count() > 0) {
    weights();
    if (terms_.gate) gates();
    if (redistributes()) counted_weights();
    if (out_.counted.sign() > 0) {
      shares();
      if (terms_.earning) earned_fractions();
      if (goes_on()) earned();
      if (passes_on_unearned()) {
        unearned();
        extra_weights();
        extras();
      }
    }
  }
  kept();
}

void trace_members(const DistributionContext& c, const DistributionPool& terms,
                   const PoolOutcome& out) {
  MembersTrace{c, terms, out}.write();
}

}  // namespace gainshare
