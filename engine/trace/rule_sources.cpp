// SPDX-License-Identifier: Apache-2.0
#include "trace/rule_sources.h"

#include <array>
#include <string_view>

namespace gainshare {
namespace {

struct RuleSources {
  Rule rule;
  std::string_view general;
  Status general_status;
  std::string_view medicare;
  Status medicare_status;
};

constexpr std::string_view kDeck =
    "Connecticut SIM, Value-Based Payment Models: Shared Savings Calculation Methodology";
constexpr std::string_view kConvention = "Convention of this engine";

// A rule that only one kind of stream has.
constexpr RuleSources same_in_all(Rule rule, std::string_view citation, Status status) {
  return {rule, citation, status, citation, status};
}

constexpr std::array kRuleSources{
    RuleSources{Rule::Savings, kDeck, Status::SourceDocument, "42 CFR 425.604, .605, .606, .610",
                Status::Reproduced},
    RuleSources{Rule::MinimumSavings, "42 CFR 425.100(b): meet or exceed", Status::Verified,
                "42 CFR 425.100(b): meet or exceed; 425.605(b)", Status::Verified},
    RuleSources{Rule::ReducedSharing, kConvention, Status::Convention, "42 CFR 425.605(h)",
                Status::Reproduced},
    RuleSources{Rule::Pool, kDeck, Status::SourceDocument, "42 CFR 425.604-.610: first dollar",
                Status::Reproduced},
    RuleSources{Rule::Quality, "Connecticut SIM, Quality Scorecards: Uses", Status::SourceDocument,
                "42 CFR 425.502, .512", Status::Reproduced},
    RuleSources{Rule::SharingRate, kDeck, Status::SourceDocument,
                "42 CFR 425.604-.610: final sharing rate", Status::Reproduced},
    RuleSources{Rule::Sequestration, "Contract", Status::Contract,
                "Budget Control Act of 2011; withheld from shared savings before the payment limit",
                Status::Reproduced},
    RuleSources{Rule::PaymentLimit, kDeck, Status::SourceDocument,
                "42 CFR 425.604-.610: performance payment limit", Status::Reproduced},
    RuleSources{Rule::Rounding, kConvention, Status::Convention, kConvention, Status::Convention},
    RuleSources{Rule::Losses, kDeck, Status::SourceDocument,
                "42 CFR 425.605(d)(1), .606(f), .610(d)-(g)", Status::Reproduced},
    RuleSources{Rule::LossLimit, kDeck, Status::SourceDocument,
                "42 CFR 425.605(d)(1), .606(g), .610(d)-(g)", Status::Verified},
    RuleSources{Rule::DisasterReduction, kConvention, Status::Convention,
                "42 CFR 425.605(f); same in .606 and .610", Status::Verified},
    RuleSources{Rule::Guardrail, kConvention, Status::Convention, "42 CFR 425.652(b)(5)",
                Status::Verified},
    RuleSources{Rule::YearFraction, kConvention, Status::Convention, "42 CFR 425.609(b)-(d)",
                Status::Verified},
    RuleSources{Rule::Recoupment, kConvention, Status::Convention, "42 CFR 425.630(g), .640(g)",
                Status::Reproduced},
    RuleSources{Rule::WhoHasWhat, kDeck, Status::SourceDocument, kDeck, Status::SourceDocument},
    RuleSources{Rule::Projection, kConvention, Status::Convention, kConvention, Status::Convention},
    RuleSources{Rule::Benchmark, kConvention, Status::Convention, "42 CFR 425.601(a), .652(a)",
                Status::Verified},
    same_in_all(Rule::HistoricalBenchmark, "42 CFR 425.602(a), .603(c), .601(a), .652(a)",
                Status::Reproduced),
    same_in_all(Rule::ControlGroupBenchmark,
                "Convention of this engine: the control group's spending per person-year at the "
                "group's own risk",
                Status::Convention),
    same_in_all(Rule::BenchmarkGrowth,
                "42 CFR 425.602(a)(5), (b), .603(c)(5), (d), .601(a)(5), (b), .652(a)(5), (b)",
                Status::Verified),
    same_in_all(Rule::RegionalAdjustment, "42 CFR 425.601(a)(8), (f), .656", Status::Verified),
    same_in_all(Rule::PriorSavingsAdjustment, "42 CFR 425.658", Status::Verified),
    same_in_all(Rule::EquityAdjustment, "42 CFR 425.662", Status::Verified),
    same_in_all(Rule::BenchmarkChoice, "42 CFR 425.652(a)(8), .662", Status::Reproduced),
    same_in_all(Rule::RiskRatio, "42 CFR 425.605(a)(1), .606(a), .610(a)", Status::Verified),
    same_in_all(Rule::UpdatedBenchmark, "42 CFR 425.602(b), .601(b), .652(b)", Status::Reproduced),
    same_in_all(Rule::CarriedAmount,
                "Convention of this engine: an amount per person goes on at nine places of a cent",
                Status::Convention),
    RuleSources{Rule::Scorecard,
                "Minnesota Integrated Health Partnerships, via Connecticut SIM: Achievement vs "
                "Improvement Example",
                Status::SourceDocument, "", Status::SourceDocument},
    same_in_all(Rule::Discount, "CMS Next Generation ACO and ACO REACH models: discount",
                Status::Verified),
    same_in_all(Rule::QualityWithhold, "CMS ACO REACH Model: quality withhold; pearlhealth.com",
                Status::Verified),
    same_in_all(Rule::RetentionWithhold, "CMS ACO REACH Model: retention withhold",
                Status::Unverified),
    same_in_all(Rule::GrossCap,
                "CMS Next Generation ACO Model: risk arrangement; "
                "lawinsider.com/dictionary/risk-arrangement",
                Status::Verified),
    same_in_all(Rule::CorridorSharing, "CMS ACO REACH Model: risk corridors; pearlhealth.com",
                Status::Verified),
    same_in_all(Rule::SavingsSequestration,
                "CMS Next Generation ACO Model; lawinsider.com/dictionary/risk-arrangement",
                Status::Verified),
    same_in_all(Rule::Withhold, "HealthPartners, introduction guide: Partners in Progress",
                Status::SourceDocument),
    same_in_all(Rule::WithholdInterest,
                "Convention of this engine: deposits at the start of each month, a twelfth of the "
                "annual rate each month",
                Status::Convention),
    same_in_all(Rule::PrefundedBonus, "HealthPartners, introduction guide: Shared Savings Program",
                Status::SourceDocument),
    same_in_all(Rule::PrefundLimit, kConvention, Status::Convention),
    same_in_all(Rule::PrefundInterest,
                "Convention of this engine: simple interest by days on what was not earned",
                Status::Convention),
    same_in_all(Rule::IncentivePool,
                "OneCare Vermont, Performance Incentive Pool procedure, PY 2021, IV.3-5",
                Status::SourceDocument),
    same_in_all(Rule::SettlementSplit, kConvention, Status::Convention),
    same_in_all(Rule::LargestRemainder,
                "Convention of this engine: cents by largest remainder, ties by order",
                Status::Convention),
    same_in_all(Rule::TargetPrice, "CMS BPCI Advanced: target prices; hfma.org; 42 CFR 510.300(b)",
                Status::Verified),
    same_in_all(Rule::PriceBlend, "42 CFR 510.300(b)(3)", Status::Verified),
    same_in_all(Rule::Reconciliation, "42 CFR 510.305(e); CMS BPCI Advanced", Status::Verified),
    same_in_all(Rule::QualityOfEpisodes, "42 CFR 510.305(f)-(g), 510.315(f); CMS BPCI Advanced",
                Status::Verified),
    same_in_all(Rule::CompositePoints, "42 CFR 510.315(b)-(e)", Status::Verified),
    same_in_all(Rule::StopGainAndLoss, "42 CFR 510.305(e)(1)(v); CMS BPCI Advanced",
                Status::Verified),
    same_in_all(Rule::CostPercentiles,
                "CMS BPCI Advanced: 1st and 99th percentile, by nearest rank", Status::Unverified),
    same_in_all(Rule::EpisodeCap, "42 CFR 510.300(b)(5)", Status::Verified),
    same_in_all(Rule::Capitation,
                "Convention of this engine: rate by member months, or a share of the premium; "
                "Connecticut SIM, Value-Based Payment Models: Capitation",
                Status::Convention),
    same_in_all(Rule::PayForPerformance,
                "Connecticut SIM, Quality Scorecards: Uses, discrete pay for performance",
                Status::SourceDocument),
    same_in_all(Rule::FeeForService,
                "Connecticut SIM, Shared Savings: Funds Flow Overview: fee-for-service base",
                Status::SourceDocument),
    same_in_all(Rule::ManagementPayment,
                "Connecticut SIM, Value-Based Payment Models: Management Payments",
                Status::SourceDocument),
    same_in_all(Rule::InfrastructureGrant,
                "Connecticut SIM, Value-Based Payment Models: Infrastructure Grant",
                Status::SourceDocument),
    same_in_all(Rule::TotalCostIndex,
                "HealthPartners, Total Cost of Care: TCI, RUI and PI "
                "(documentine.com; costaware.dhss.delaware.gov)",
                Status::Verified),
    same_in_all(Rule::IndexReporting,
                "Convention of this engine: reported indices are rounded, the exact ones kept",
                Status::Convention),
    same_in_all(Rule::Distribution,
                "Connecticut SIM, Value-Based Payment Models: Shared Savings Payment Distribution",
                Status::SourceDocument),
    same_in_all(Rule::DistributionKept,
                "Convention of this engine: negative panel savings count as nothing, and what "
                "nobody has a claim to stays with whoever distributes",
                Status::Convention),
};

}  // namespace

Source source_of(Rule rule, bool medicare_shared_savings) {
  for (const RuleSources& candidate : kRuleSources) {
    if (candidate.rule != rule) continue;
    return medicare_shared_savings
               ? Source{std::string{candidate.medicare}, candidate.medicare_status, {}}
               : Source{std::string{candidate.general}, candidate.general_status, {}};
  }
  return {};
}

const Source& cited_for(const Source& term, const Source& rule) {
  return term.status == Status::Contract ? rule : term;
}

}  // namespace gainshare
