// SPDX-License-Identifier: Apache-2.0
#include "backtest/resettle.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "backtest/verdict.h"
#include "programs/mssp/resolve.h"
#include "programs/programs.h"
#include "settlement/settlement.h"

namespace gainshare {
namespace {

constexpr std::string_view kStream = "shared_savings";
// The size table is not known below this; RULES.md 2.2.
constexpr std::int64_t kSmallestInTable = 500;
constexpr std::int32_t kFirstReconciledYear = 2013;

// A published flat rate that the track lets an ACO elect. Any other is CMS's rounding of the size
// table, which is exact.
std::optional<Rate> elected_rate(const TrackParameters& parameters, Rate published) {
  for (const std::string_view option : words_of(parameters.at("minimum_rate_options"))) {
    const auto rate = Rate::from_text(option);
    if (rate && *rate == published) return rate;
  }
  return std::nullopt;
}

// An agreement start that cannot be the one in force is left out, unless the year hangs on it.
bool keeps_agreement_start(const PublishedResult& published, bool reporting_year) {
  if (!published.agreement_start || published.performance_year >= 2024) return true;
  const std::int32_t start = published.agreement_start->year;
  const std::int32_t first = std::max(start, kFirstReconciledYear);
  if (reporting_year && first != published.performance_year) return false;
  return start >= 2012 && start <= published.performance_year;
}

MsspElections elections_of(const PublishedResult& published) {
  MsspElections elections;
  elections.performance_year = published.performance_year;
  elections.track = published.track;
  elections.track_year = published.track_year;
  elections.six_month_year = published.six_month_year;
  // From 2014 to 2020 a score is missing exactly where reporting was all that was asked.
  elections.first_performance_year =
      !published.score && published.performance_year > 2013 && published.performance_year <= 2020;
  if (keeps_agreement_start(published, elections.first_performance_year)) {
    elections.agreement_start = published.agreement_start;
  }
  const ProgramEdition* const edition = find_edition("mssp", published.performance_year);
  const ProgramTrack* const track =
      edition == nullptr ? nullptr : find_track(*edition, published.track);
  if (track == nullptr) return elections;  // resolving says so
  const TrackParameters parameters{.edition = edition, .track = track};
  if (minimum_rate_origin(parameters, elections) == MinimumRateOrigin::Elected) {
    elections.minimum_rate_stated = true;
    elections.minimum_rate = elected_rate(parameters, published.minimum_rate);
  }
  return elections;
}

// Below 500 beneficiaries the published rate stands in for the table's.
std::optional<Rate> take_published_minimum_rate(const PublishedResult& published,
                                                SharedSavingsTerms& terms) {
  if (published.beneficiaries >= kSmallestInTable) return std::nullopt;
  const MinimumRate taken{
      .fixed = published.minimum_rate, .by_beneficiaries = {}, .fixed_needs_beneficiaries = 0};
  terms.minimum_savings_rate.value = taken;
  if (terms.loss) terms.loss->minimum_rate.value = taken;
  return published.minimum_rate;
}

// 42 CFR 425.609: a six-month year is settled on the whole year and halved, so the halves that
// are published are doubled here. The disaster reduction is that of the whole year already.
Experience experience_of(const PublishedResult& published, const SharedSavingsTerms& terms) {
  const auto whole_year = [&published](Money money) {
    return published.six_month_year ? money + money : money;
  };
  Experience experience;
  experience.population.assigned_beneficiaries = published.beneficiaries;
  Spending spending;
  spending.benchmark = whole_year(published.benchmark);
  spending.expenditure = whole_year(published.expenditure);
  spending.low_revenue = published.low_revenue;
  experience.spending = spending;
  experience.guardrail.applied = published.guardrail && terms.guardrail.has_value();
  experience.quality.score = published.score;
  // Where the standard is not published it was met, unless nothing was reported (2013) or the
  // published sharing rate says otherwise; see settle_published.
  experience.quality.met_standard =
      published.met_standard.value_or(!published.score || *published.score > Rate::whole(0));
  experience.quality.met_alternative_standard = published.met_alternative;
  const bool reduces = terms.loss && (terms.loss->disaster_reduction || terms.loss->forgiven);
  if (reduces && published.disaster_reduction > Money{}) {
    experience.disaster = DisasterAmount{.reduction = published.disaster_reduction};
  }
  if (terms.recoupment) experience.advance_payment_balance = published.advance_balance;
  return experience;
}

struct Settled {
  SharedSavingsOutcome outcome;
  bool standard_told_by_rate = false;
};

Result<SharedSavingsOutcome> outcome_of(const Contract& contract, const Experience& experience) {
  Result<Settlement> settlement = settle(contract, experience);
  if (!settlement) return std::move(settlement).issues();
  return *std::get_if<SharedSavingsOutcome>(&settlement.value().streams.front().outcome);
}

// 2013 to 2015 do not publish whether the quality standard was met. There a final sharing rate of
// 0 on savings at or above the minimum rate says that it was not: the one flag that is taken from
// what is published instead of recomputed.
Result<Settled> settle_published(const PublishedResult& published, const Contract& contract,
                                 Experience& experience) {
  Result<SharedSavingsOutcome> outcome = outcome_of(contract, experience);
  if (!outcome) return std::move(outcome).issues();
  const bool told = !published.met_standard && outcome.value().meets_minimum_savings &&
                    published.final_sharing_rate == Rate{};
  if (!told) return Settled{.outcome = std::move(outcome).value()};
  experience.quality.met_standard = false;
  outcome = outcome_of(contract, experience);
  if (!outcome) return std::move(outcome).issues();
  return Settled{.outcome = std::move(outcome).value(), .standard_told_by_rate = true};
}

// Savings or losses as CMS prints GenSaveLoss; see BacktestFigures.
Money generated(const PublishedResult& published, const SharedSavingsTerms& terms,
                const SharedSavingsOutcome& outcome) {
  const Money savings = published.benchmark - published.expenditure;
  const std::int32_t year = published.performance_year;
  if (year == 2013) return savings;
  if (outcome.shares_savings) return savings;
  if (savings >= Money{}) return {};
  const bool prints_one_sided = year == 2018 || year == 2019;
  const bool beyond = terms.loss
                          ? outcome.meets_minimum_loss
                          : prints_one_sided && Amount{-outcome.savings} >= outcome.minimum_savings;
  return beyond ? savings : Money{};
}

BacktestFigures figures_of(const PublishedResult& published, const SharedSavingsTerms& terms,
                           const SharedSavingsOutcome& outcome) {
  BacktestFigures figures;
  figures.beneficiaries = published.beneficiaries;
  figures.benchmark = published.benchmark;
  figures.expenditure = published.expenditure;
  figures.savings = published.benchmark - published.expenditure;
  figures.minimum_rate = outcome.minimum_savings_rate;
  figures.sharing_rate =
      outcome.meets_minimum_loss ? outcome.loss_rate : outcome.final_sharing_rate;
  figures.computed_generated = generated(published, terms, outcome);
  figures.published_generated = published.generated;
  figures.computed_earned = outcome.payment - outcome.loss_owed;
  figures.published_earned = published.earned;
  return figures;
}

std::vector<std::string> notes_on(const PublishedResult& published, const Resettlement& row,
                                  const Settled& settled) {
  std::vector<std::string> notes;
  if (published.six_month_year) {
    notes.push_back("six-month year: settled as a whole year, then halved");
  }
  if (row.minimum_rate_taken) {
    notes.push_back("fewer than 500 beneficiaries: the published minimum rate is taken");
  }
  if (row.elections.first_performance_year) {
    notes.push_back("no score is published: a reporting year, the score counts as 1");
  }
  if (settled.standard_told_by_rate) {
    notes.push_back("quality standard not met: told by the published sharing rate of 0");
  }
  if (settled.outcome.guardrail_neither) {
    notes.push_back("guardrail: neither savings nor a loss");
  }
  if (published.guardrail && !row.experience.guardrail.applied) {
    notes.push_back("the guardrail is marked, but belongs to agreements from 2024 on");
  }
  if (settled.outcome.loss_forgiven) notes.push_back("the losses of the year are forgiven");
  if (published.reduced_sharing &&
      *published.reduced_sharing != settled.outcome.reduced_sharing_used) {
    notes.push_back(settled.outcome.reduced_sharing_used
                        ? "shared at the half rate, which the file does not mark"
                        : "the file marks the half rate, which does not apply");
  }
  return notes;
}

std::string joined(std::string text, const std::vector<std::string>& more) {
  for (const std::string& part : more) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::optional<Issue> too_large_to_double(const PublishedResult& published) {
  const Money most = Money::cents(kLargestCents / 2);
  if (!published.six_month_year || (published.benchmark <= most && published.expenditure <= most)) {
    return std::nullopt;
  }
  return Issue{.path = "/spending/benchmark_cents",
               .code = IssueCode::OutOfRange,
               .message = "Twice the published amounts are beyond what can be held exactly.",
               .params = {}};
}

}  // namespace

Result<Resettlement> resettle(const PublishedResult& published) {
  if (auto issue = too_large_to_double(published)) return *std::move(issue);
  Resettlement row;
  row.elections = elections_of(published);
  Result<ResolvedProgram> resolved = resolve_mssp(row.elections);
  if (!resolved) return std::move(resolved).issues();
  ResolvedProgram program = std::move(resolved).value();
  SharedSavingsTerms& terms = program.terms;
  row.minimum_rate_taken = take_published_minimum_rate(published, terms);
  row.experience = experience_of(published, terms);
  Contract contract;
  contract.title = published.aco_name;
  contract.streams.push_back(
      {.id = std::string{kStream}, .program = program.reference, .terms = terms});
  Result<Settled> settled = settle_published(published, contract, row.experience);
  if (!settled) return std::move(settled).issues();
  row.figures = figures_of(published, terms, settled.value().outcome);
  Judgement judgement = judge(published, terms, settled.value().outcome, row.figures);
  row.verdict = judgement.verdict;
  row.reason = joined(std::move(judgement.reason), notes_on(published, row, settled.value()));
  return row;
}

std::string path_of_fact(const Table& table, const PufLayout& layout, std::size_t row,
                         std::string_view path) {
  constexpr std::pair<std::string_view, Figure> kFacts[] = {
      {"/minimum_rate", Figure::MinimumRate},
      {"/agreement_start", Figure::AgreementStart},
      {"/quality/score", Figure::Score},
      {"/quality/met_standard", Figure::MetStandard},
      {"/spending/low_revenue", Figure::RevenueCategory},
      {"/spending/benchmark_cents", Figure::Benchmark},
      {"/population/assigned_beneficiaries", Figure::Beneficiaries},
  };
  for (const auto& [fact, figure] : kFacts) {
    const auto column = layout.columns[figure];
    if (fact == path && column) return table.path(row, *column);
  }
  return table.path(row);
}

}  // namespace gainshare
