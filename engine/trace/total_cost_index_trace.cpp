// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <string_view>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

// The group or its peers, in the ids and in the labels of its steps.
struct Side {
  const CostIndexSide& facts;
  std::string id;     // "group"
  std::string label;  // "Group"
};

void trace_burden(const Side& side, StepWriter& s) {
  if (side.facts.member_months) {
    s.given({side.id + "_months", side.label + ": member months"},
            Ratio::whole(*side.facts.member_months), Unit::Count);
  }
  s.given({side.id + "_burden", side.label + ": illness burden"}, Ratio{side.facts.illness_burden},
          Unit::Count);
}

// Per member month, then divided by the illness burden.
struct SideAmounts {
  const MonthlyCost& stated;
  const Amount& monthly;
  const Amount& adjusted;
  std::string_view id;     // "paid", "resources"
  std::string_view label;  // "paid", "resource use"
};

void trace_side(const Side& side, const SideAmounts& amounts, StepWriter& s) {
  const std::string id = side.id + "_" + std::string{amounts.id};
  const std::string label = side.label + ": " + std::string{amounts.label};
  if (amounts.stated.per_member_month) {
    s.given({id, label + " per member month"}, *amounts.stated.per_member_month);
  } else {
    s.given({id + "_total", label + " in all"}, *amounts.stated.total);
    s.amount({id, label + " per member month"}, Op::Divide, {id + "_total", side.id + "_months"},
             amounts.monthly);
  }
  s.amount({id + "_adjusted", label + ", adjusted for illness burden"}, Op::Divide,
           {id, side.id + "_burden"}, amounts.adjusted);
}

void trace_index(StepWriter::Words words, StepWriter::Inputs inputs, const Ratio& index,
                 StepWriter& s) {
  s.fraction(words, Op::Divide, inputs, index).unit = Unit::Count;
}

// Where reported figures go, and the power of ten of their decimals.
struct Reporting {
  StepWriter& steps;
  const Ratio& scale;
};

// Times the scale, rounded to a whole number, divided by the scale.
void trace_reported(StepWriter::Words exact, const Ratio& index, const Ratio& reported,
                    const Reporting& to) {
  StepWriter& s = to.steps;
  const Ratio& scale = to.scale;
  const std::string id{exact.id};
  const std::string label{exact.label};
  s.fraction({id + "_scaled", label + " in units of its last decimal"}, Op::Multiply,
             {id, "reporting_scale"}, index * scale)
      .unit = Unit::Count;
  Step& rounded = s.fraction({id + "_rounded", label + " in whole units"}, Op::Round,
                             {id + "_scaled"}, reported * scale);
  rounded.unit = Unit::Count;
  rounded.rounding = Rounding{};
  trace_index({id + "_reported", label}, {id + "_rounded", "reporting_scale"}, reported, s);
}

void trace_members(const TotalCostIndexTerms& terms, const TotalCostIndexFacts& facts, bool enough,
                   StepWriter& s) {
  if (terms.minimum_members.value == 0) return;
  s.given({"members", "Members of the group"}, Ratio::whole(facts.members.value_or(0)),
          Unit::Count);
  s.given({"minimum_members", "Minimum of members"}, Ratio::whole(terms.minimum_members.value),
          Unit::Count, terms.minimum_members.source);
  s.truth({"enough_members", "Enough members to report"}, Op::AtLeast,
          {"members", "minimum_members"}, enough);
}

// What the whole trace is made of.
struct IndexContext {
  const TotalCostIndexTerms& terms;
  const TotalCostIndexFacts& facts;
  const TotalCostIndexOutcome& out;
  StepWriter& steps;
};

constexpr StepWriter::Words kCost{"cost_index", "Total cost index"};
constexpr StepWriter::Words kUse{"resource_index", "Resource use index"};
constexpr StepWriter::Words kPrice{"price_index", "Price index"};

void trace_comparison(const IndexContext& c) {
  StepWriter& s = c.steps;
  const Side group{c.facts.group, "group", "Group"};
  const Side peers{c.facts.peers, "peers", "Peers"};
  for (const Side& side : {group, peers}) trace_burden(side, s);
  const auto sides = [&](const CostIndex& index, const MonthlyCost& of_group,
                         const MonthlyCost& of_peers, StepWriter::Words words) {
    trace_side(group, {of_group, index.group_monthly, index.group_adjusted, words.id, words.label},
               s);
    trace_side(peers, {of_peers, index.peers_monthly, index.peers_adjusted, words.id, words.label},
               s);
  };
  sides(c.out.cost, c.facts.group.paid, c.facts.peers.paid, {"paid", "paid"});
  trace_index(kCost, {"group_paid_adjusted", "peers_paid_adjusted"}, c.out.cost.index, s);
  if (!c.out.resources) return;
  sides(*c.out.resources, *c.facts.group.resources, *c.facts.peers.resources,
        {"resources", "resource use"});
  trace_index(kUse, {"group_resources_adjusted", "peers_resources_adjusted"},
              c.out.resources->index, s);
  trace_index(kPrice, {"cost_index", "resource_index"}, *c.out.price, s);
}

void trace_reports(const IndexContext& c) {
  StepWriter& s = c.steps;
  s.cite(Rule::IndexReporting);
  const Ratio scale = decimal_scale(c.terms.decimals.value);
  s.given({"reporting_scale", "Units of the last decimal in one"}, scale, Unit::Count,
          c.terms.decimals.source);
  const Reporting to{s, scale};
  trace_reported(kCost, c.out.cost.index, *c.out.reported_cost, to);
  if (!c.out.resources) return;
  trace_reported(kUse, c.out.resources->index, *c.out.reported_resources, to);
  trace_reported(kPrice, *c.out.price, *c.out.reported_price, to);
}

}  // namespace

void trace_stream(const TotalCostIndexTerms& terms, const StreamTraceContext& context) {
  const IndexContext c{.terms = terms,
                       .facts = *context.experience.total_cost_index,
                       .out = *std::get_if<TotalCostIndexOutcome>(&context.settled.outcome),
                       .steps = context.steps};
  c.steps.cite(Rule::TotalCostIndex);
  trace_members(terms, c.facts, c.out.enough_members, c.steps);
  trace_comparison(c);
  // Below the minimum of members nothing is reported.
  if (c.out.reported_cost) trace_reports(c);
}

}  // namespace gainshare
