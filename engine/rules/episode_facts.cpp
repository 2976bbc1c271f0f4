// SPDX-License-Identifier: Apache-2.0
// What episode payment terms need and the facts lack.
#include <string>
#include <utility>

#include "rules/episode_payment.h"

namespace gainshare {
namespace {

Issue issue(std::string path, IssueCode code, std::string message) {
  return {.path = std::move(path), .code = code, .message = std::move(message), .params = {}};
}

void check_group(const EpisodePaymentTerms& terms, const EpisodeGroup& group,
                 const std::string& path, Issues& issues) {
  const bool blends = terms.regional_share.has_value() && !group.target_price;
  if (blends && !group.regional_price) {
    issues.push_back(issue(path + "/regional_price_cents", IssueCode::Missing,
                           "The price is blended with the region's, but the regional price is not "
                           "given. Enter whole cents, 1 or more."));
  }
  // The region's price alone needs none of the hospital's own.
  const bool own_needed = !blends || terms.regional_share->value != Rate::whole(1);
  if (!group.target_price && own_needed && !group.historical_price) {
    issues.push_back(issue(path + "/historical_price_cents", IssueCode::Missing,
                           "The price is made from the historical price, but it is not given. "
                           "Enter whole cents, 1 or more."));
  }
  if (!terms.regional_share && group.regional_price) {
    issues.push_back(issue(path + "/regional_price_cents", IssueCode::NotApplicable,
                           "These terms do not blend prices. Leave the regional price out."));
  }
}

void check_score(const EpisodePaymentTerms& terms, const EpisodeInput& input, Issues& issues) {
  const EpisodeFacts& facts = input.episodes;
  const bool bands = std::holds_alternative<DiscountBands>(terms.quality.value);
  const bool adjustment = std::holds_alternative<ScoreAdjustment>(terms.quality.value);
  const bool made_of_measures = terms.composite && !facts.composite.empty();
  if (bands && input.points) {
    // The scorecard's points stand where the composite score would.
  } else if (made_of_measures && !facts.composite_score) {
    for (Issue& lacking : check_composite(*terms.composite, facts.composite)) {
      issues.push_back(std::move(lacking));
    }
  } else if (bands && !facts.composite_score) {
    issues.push_back(issue("/episodes/composite_score", IssueCode::Missing,
                           "The composite quality score decides the discount, but it is not given. "
                           "Enter the score on the scale of the bands."));
  } else if ((adjustment || terms.minimum_score) && !bands && !input.score) {
    issues.push_back(issue("/quality/score", IssueCode::Missing,
                           "The quality score changes the amount, but it is not given. Enter a "
                           "score from 0 to 1."));
  }
  if (!bands && facts.composite_score) {
    issues.push_back(issue("/episodes/composite_score", IssueCode::NotApplicable,
                           "These terms have no bands for it. Enter a score from 0 to 1 as "
                           "quality.score, or leave it out."));
  }
  if (!terms.composite && !facts.composite.empty()) {
    issues.push_back(issue("/episodes/composite", IssueCode::NotApplicable,
                           "These terms do not say how a composite score is made. Enter "
                           "composite_score, or leave the measures out."));
  }
}

}  // namespace

Issues check_episode_facts(const EpisodePaymentTerms& terms, const EpisodeInput& input) {
  Issues issues;
  const std::vector<EpisodeGroup>& groups = input.episodes.groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    check_group(terms, groups[i], "/episodes/groups/" + std::to_string(i), issues);
  }
  check_score(terms, input, issues);
  return issues;
}

}  // namespace gainshare
