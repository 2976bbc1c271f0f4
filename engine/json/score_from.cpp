// SPDX-License-Identifier: Apache-2.0
#include "json/score_from.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr std::string_view kScoreFrom = "score_from";
constexpr std::string_view kScorecard = "quality_scorecard";

// A text member of a stream, sound or not; empty when there is none.
std::string_view text_of(const Node& node, std::string_view key) {
  const Node* const found = node.find(key);
  return found != nullptr && found->kind == Kind::Text ? std::string_view{found->text}
                                                       : std::string_view{};
}

std::optional<std::size_t> find_stream(const Node& list, std::string_view id) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (text_of(list.items[i], "id") == id) return i;
  }
  return std::nullopt;
}

// What is wrong with a stream at `place` in the list that takes its score from `id`; empty:
// nothing.
std::string why_not(const Node& list, std::size_t place, std::string_view id) {
  const std::optional<std::size_t> named = find_stream(list, id);
  if (!named) {
    std::vector<std::string_view> scorecards;
    for (std::size_t i = 0; i < place; ++i) {
      if (text_of(list.items[i], "kind") == kScorecard) {
        scorecards.push_back(text_of(list.items[i], "id"));
      }
    }
    return "The contract has no stream " + in_quotes(id) + ". " +
           (scorecards.empty() ? "Put a quality scorecard before this stream, or leave it out."
                               : "Write " + listed(scorecards) + ".");
  }
  if (*named == place) {
    return "The stream takes its score from itself. Name a quality scorecard before it.";
  }
  if (text_of(list.items[*named], "kind") != kScorecard) {
    return "The stream " + in_quotes(id) +
           " is no quality scorecard, so it has no score. Name a quality scorecard before this "
           "stream.";
  }
  if (*named > place) {
    return "The scorecard " + in_quotes(id) +
           " stands after this stream, and streams settle in order. Put it before.";
  }
  return {};
}

struct UsesScore {
  bool operator()(const SharedSavingsTerms& terms) const {
    const QualityTerms& quality = terms.quality;
    return (quality.standard && quality.standard->value.minimum_score) || quality.alternative ||
           !std::holds_alternative<FullShare>(quality.effect.value) ||
           (terms.loss && std::holds_alternative<QualityScaledLoss>(terms.loss->share.value));
  }
  bool operator()(const RiskCorridorTerms& terms) const {
    return terms.quality_withhold.has_value();
  }
  bool operator()(const EpisodePaymentTerms& terms) const {
    return terms.minimum_score || !std::holds_alternative<NoQuality>(terms.quality.value);
  }
  bool operator()(const ManagementPaymentTerms& terms) const {
    return terms.performance_part.has_value();
  }
  bool operator()(const PrefundedBonusTerms& terms) const {
    return terms.minimum_quality_score.has_value();
  }
  template <class Terms>
  bool operator()(const Terms&) const {
    return true;  // always, or refused where "score_from" was read
  }
};

}  // namespace

void check_score_is_used(ObjectReader& reader, const Stream& stream) {
  // The Medicare Shared Savings Program uses a score in some years and not in others: there the
  // same contract may name one throughout.
  if (stream.score_from.empty() || (stream.program && stream.program->program == "mssp")) return;
  if (std::visit(UsesScore{}, stream.terms)) return;
  reader.report(kScoreFrom, IssueCode::NotApplicable,
                "These terms use no quality score. Leave it out, or state what the score does.");
}

void read_score_from(ObjectReader& reader, const StreamKind& kind, Stream& stream) {
  if (!kind.uses_score) {
    reader.forbid(kScoreFrom, "this kind of stream uses no quality score.");
    return;
  }
  constexpr CountRange kAnyLength{.low = 1, .high = 10'000};  // that the id is known says it better
  stream.score_from = reader.text(kScoreFrom, Need::Optional, kAnyLength).value_or("");
}

void check_score_from(const Node& list, const Place& streams, Issues& issues) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::string_view id = text_of(list.items[i], kScoreFrom);
    if (id.empty() || list.items[i].kind != Kind::Object) continue;
    bool uses_score = false;
    for (const StreamKind& kind : kStreamKinds) {
      uses_score = uses_score || (kind.uses_score && kind.kind == text_of(list.items[i], "kind"));
    }
    if (!uses_score) continue;  // refused where it was read
    const std::string wrong = why_not(list, i, id);
    if (wrong.empty()) continue;
    const Place stream{streams, i};
    issues.push_back({.path = Place{stream, kScoreFrom}.pointer(),
                      .code = IssueCode::Conflict,
                      .message = wrong,
                      .params = {{"value", shortened(id)}}});
  }
}

}  // namespace gainshare::json
