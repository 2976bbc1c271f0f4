// SPDX-License-Identifier: Apache-2.0
#include "trace/members_trace.h"

namespace gainshare {

// The weighted mean of each member's own scores; nothing below the gate.
void MembersTrace::earned_fractions() {
  const std::vector<WeightedFactor>& by = terms_.earning->by;
  for (const WeightedFactor& each : by) {
    s_.given({id("earning_" + name_of_factor(each.factor) + "_weight"),
              out_.title + ": Weight of " + words_of(each.factor) + " in earning"},
             Ratio{each.weight}, Unit::Fraction, {"contract", Status::Contract, {}});
  }
  c_.cite(Rule::Distribution);
  for (std::size_t m = 0; m < out_.members.size(); ++m) {
    const MemberOutcome& member = out_.members[m];
    Ids parts;
    Ratio sum;
    for (const WeightedFactor& each : by) {
      const std::string name = name_of_factor(each.factor);
      const Ratio part =
          Ratio{each.weight} * value_of(each.factor, terms_.members[m], c_.participants);
      sum = sum + part;
      parts.push_back(id(member, "earned_by_" + name));
      s_.fraction({parts.back(), member.title + ": Earned by " + words_of(each.factor)},
                  Op::Multiply, {id("earning_" + name + "_weight"), id(member, name)}, part);
    }
    s_.fraction({id(member, "earned_fraction"), member.title + ": Earned of its share"}, Op::Add,
                parts, sum);
    if (!terms_.gate) continue;
    s_.fraction({id(member, "earned_past_gate"), member.title + ": Earned, having passed the gate"},
                Op::When, {id(member, "passes"), id(member, "earned_fraction"), "nothing"},
                member.fraction);
  }
}

void MembersTrace::earned() {
  const std::string quantity = passes_on_unearned() ? "earned" : "amount";
  const std::string words = passes_on_unearned() ? ": Earned" : "";
  const std::string fraction = terms_.gate ? "earned_past_gate" : "earned_fraction";
  for (const MemberOutcome& member : out_.members) {
    if (!terms_.earning) {
      c_.cite(Rule::DistributionKept);
      s_.amount({id(member, quantity), member.title + words}, Op::When,
                {id(member, "passes"), id(member, "share"), "nothing"}, Amount{member.earned});
      continue;
    }
    c_.cite(Rule::Distribution);
    s_.amount({id(member, "earned_exact"), member.title + ": Earned, exact"}, Op::Multiply,
              {id(member, "share"), id(member, fraction)}, Amount{member.share} * member.fraction);
    c_.cite(Rule::Rounding);
    s_.amount({id(member, quantity), member.title + words}, Op::Round, {id(member, "earned_exact")},
              Amount{member.earned})
        .rounding = Rounding{};
  }
}

// What is left of the shares, without that of members below the gate where it is kept.
void MembersTrace::unearned() {
  c_.cite(Rule::Distribution);
  Ids earned, forfeited;
  Money all;
  for (const MemberOutcome& member : out_.members) {
    earned.push_back(id(member, "earned"));
    all = all + member.earned;
    if (!retains()) continue;
    forfeited.push_back(id(member, "forfeited"));
    s_.amount({forfeited.back(), member.title + ": Share forfeited at the gate"}, Op::When,
              {id(member, "passes"), "nothing", id(member, "share")},
              Amount{member.passed_gate ? Money{} : member.share});
  }
  s_.amount({id("earned"), out_.title + ": Earned by all"}, Op::Add, earned, Amount{all});
  s_.amount({id(retains() ? "not_earned" : "unearned"), out_.title + ": Not earned"}, Op::Subtract,
            {id("amount"), id("earned")}, Amount{out_.amount - all});
  if (!retains()) return;
  s_.amount({id("forfeited"), out_.title + ": Forfeited by all"}, Op::Add, forfeited,
            Amount{out_.forfeited});
  s_.amount({id("unearned"), out_.title + ": Not earned and not forfeited"}, Op::Subtract,
            {id("not_earned"), id("forfeited")}, Amount{out_.unearned});
}

// By what the members have part in what others leave.
void MembersTrace::extra_weights() {
  const bool in_full = terms_.earning->unearned == Unearned::ToFull;
  const std::string fraction = terms_.gate ? "earned_past_gate" : "earned_fraction";
  const std::string counted = redistributes() ? "counted" : "weight";
  Ids weights;
  if (in_full) {
    s_.given({id("everything"), out_.title + ": All of a share"}, Ratio::whole(1), Unit::Fraction,
             {"definition", Status::Contract, {}});
  }
  c_.cite(Rule::Distribution);
  for (const MemberOutcome& member : out_.members) {
    weights.push_back(id(member, "extra_weight"));
    const std::string label = member.title + ": Part in what others left unearned";
    if (!in_full) {
      s_.fraction({weights.back(), label}, Op::Multiply,
                  {id(member, counted), id(member, fraction)}, member.extra_weight);
      continue;
    }
    s_.truth({id(member, "earned_in_full"), member.title + ": Has earned its share in full"},
             Op::AtLeast, {id(member, fraction), id("everything")},
             member.fraction >= Ratio::whole(1));
    s_.fraction({weights.back(), label}, Op::When,
                {id(member, "earned_in_full"), id(member, counted), "nothing"},
                member.extra_weight);
  }
  s_.fraction({id("extra_weight"), out_.title + ": Parts in what is left unearned"}, Op::Add,
              weights, out_.extra_weight);
}

void MembersTrace::extras() {
  c_.cite(Rule::Distribution);
  const bool some = out_.extra_weight.sign() > 0;
  std::vector<CentsPart> parts;
  for (const MemberOutcome& member : out_.members) {
    if (!some) break;
    const std::string part = id(member, "extra_part");
    const std::string exact = id(member, "extra_exact");
    s_.fraction({part, member.title + ": Part of what others left"}, Op::Divide,
                {id(member, "extra_weight"), id("extra_weight")},
                member.extra_weight / out_.extra_weight);
    s_.amount({exact, member.title + ": Of what others left, exact"}, Op::Multiply,
              {id("unearned"), part}, member.extra_exact);
    parts.push_back({exact, id(member, "extra"), member.title + ": Of what others left",
                     member.extra_exact, member.extra});
  }
  if (some) trace_cents(c_, id("unearned"), parts);
  c_.cite(Rule::Distribution);
  for (const MemberOutcome& member : out_.members) {
    Ids inputs{id(member, "earned")};
    if (some) inputs.push_back(id(member, "extra"));
    s_.amount({id(member, "amount"), member.title}, Op::Add, inputs, Amount{member.amount});
  }
}

}  // namespace gainshare
