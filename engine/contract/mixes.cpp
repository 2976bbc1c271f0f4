// SPDX-License-Identifier: Apache-2.0
#include "contract/mixes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "contract/advances.h"

namespace gainshare {
namespace {

Issue conflict(std::size_t stream, std::string message) {
  return {.path = "/streams/" + std::to_string(stream),
          .code = IssueCode::Conflict,
          .message = std::move(message),
          .params = {}};
}

std::string quoted(const Stream& stream) { return "\"" + stream.id + "\""; }

template <class Terms>
const Terms* terms_of(const Stream* stream) {
  return stream == nullptr ? nullptr : std::get_if<Terms>(&stream->terms);
}

template <class Terms>
std::optional<std::size_t> first_of(const ReadStreams& streams) {
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (terms_of<Terms>(streams[i]) != nullptr) return i;
  }
  return std::nullopt;
}

// Said of the capitation, since it is the one that can say what it leaves out.
void check_carve_outs(const ReadStreams& streams, Issues& issues) {
  const auto fees = first_of<FeeForServiceTerms>(streams);
  if (!fees) return;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto* const terms = terms_of<CapitationTerms>(streams[i]);
    if (terms == nullptr || terms->carve_out) continue;
    issues.push_back(conflict(
        i, "Capitation " + quoted(*streams[i]) + " and fee-for-service " + quoted(*streams[*fees]) +
               " pay for the same services. State in the capitation's carve_out which "
               "services it does not cover, or take one of the two out."));
  }
}

void check_one_fee_schedule(const ReadStreams& streams, Issues& issues) {
  const auto first = first_of<FeeForServiceTerms>(streams);
  if (!first) return;
  for (std::size_t i = *first + 1; i < streams.size(); ++i) {
    if (terms_of<FeeForServiceTerms>(streams[i]) == nullptr) continue;
    issues.push_back(conflict(i, "Fee-for-service " + quoted(*streams[i]) +
                                     " pays the same bills as " + quoted(*streams[*first]) +
                                     ". Keep one such stream and list the provider types in it."));
  }
}

// What a stream takes at most of one dollar of savings or losses, or of the premium.
using Part = std::optional<Ratio> (*)(const Stream&);

Rate highest_share(const Corridors& corridors) {
  Rate highest;
  for (const CorridorBand& band : corridors) highest = std::max(highest, band.share);
  return highest;
}

std::optional<Ratio> share_of_savings(const Stream& stream) {
  if (const auto* savings = std::get_if<SharedSavingsTerms>(&stream.terms)) {
    const auto* const tiers = std::get_if<ShareTiers>(&savings->quality.effect.value);
    if (tiers == nullptr) return Ratio{savings->sharing_rate.value};
    Rate highest;
    for (const QualityTier& tier : tiers->tiers) highest = std::max(highest, tier.sharing_rate);
    return Ratio{highest};
  }
  if (const auto* corridor = std::get_if<RiskCorridorTerms>(&stream.terms)) {
    return Ratio{highest_share(corridor->savings_corridors)} * Ratio{corridor->share.value};
  }
  if (const auto* bonus = std::get_if<PrefundedBonusTerms>(&stream.terms)) {
    return Ratio{bonus->share_of_savings.value};
  }
  return std::nullopt;
}

std::optional<Ratio> share_of_losses(const Stream& stream) {
  if (const auto* savings = std::get_if<SharedSavingsTerms>(&stream.terms)) {
    if (!savings->loss) return std::nullopt;
    const LossShare& share = savings->loss->share.value;
    if (const auto* fixed = std::get_if<Rate>(&share)) return Ratio{*fixed};
    return Ratio{std::get_if<QualityScaledLoss>(&share)->highest};
  }
  if (const auto* corridor = std::get_if<RiskCorridorTerms>(&stream.terms)) {
    return Ratio{highest_share(corridor->loss_corridors)} * Ratio{corridor->share.value};
  }
  return std::nullopt;
}

std::optional<Ratio> share_of_premium(const Stream& stream) {
  const auto* const capitation = std::get_if<CapitationTerms>(&stream.terms);
  if (capitation == nullptr) return std::nullopt;
  const auto* const premium = std::get_if<PremiumShare>(&capitation->base.value);
  if (premium == nullptr) return std::nullopt;
  return Ratio{premium->share};
}

std::string listed(const std::vector<std::string>& takers) {
  std::string list;
  for (const std::string& taker : takers) {
    if (!list.empty()) list += ", ";
    list += taker;
  }
  return list;
}

// What a stream takes of one thing, and those before it that take of the same.
struct Taken {
  std::string taker;
  Ratio share;
  std::vector<std::string> before;
  Ratio sum;
};

// A sum beyond exact arithmetic is no sum within the whole either.
std::string more_than_the_whole(const Taken& taken, const std::string& whole) {
  std::string text = "Stream " + taken.taker + " takes " + taken.share.exact().to_text() + " of ";
  text += whole + ", and with " + listed(taken.before);
  text += taken.sum.valid() ? " that makes " + taken.sum.exact().to_text() + ", more than the whole"
                            : " that has too many digits to be added up";
  return text + ". Lower the shares, or take one of the streams out.";
}

// Nobody can be paid more than the whole of one thing: `whole` names it ("the savings").
void check_shares(const ReadStreams& streams, Part part, const std::string& whole, Issues& issues) {
  Taken taken;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto share = streams[i] == nullptr ? std::nullopt : part(*streams[i]);
    if (!share) continue;
    taken.taker = quoted(*streams[i]);
    taken.share = *share;
    taken.sum = taken.sum + *share;
    if (!taken.before.empty() && !(taken.sum <= Ratio::whole(1))) {
      issues.push_back(conflict(i, more_than_the_whole(taken, whole)));
      return;
    }
    taken.before.push_back(taken.taker);
  }
}

void check_advances(const ReadStreams& streams, Issues& issues) {
  // A stream that could not be read may be the one that pays back.
  if (std::count(streams.begin(), streams.end(), nullptr) > 0) return;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (!pays_in_advance(*streams[i])) continue;
    const auto after = streams.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const bool paid_back = std::any_of(
        after, streams.end(), [](const Stream* stream) { return shares_savings(*stream); });
    if (paid_back) continue;
    issues.push_back(
        conflict(i, "Stream " + quoted(*streams[i]) +
                        " pays in advance, but no stream after it shares savings that could pay "
                        "it back. Put such a stream after it, or leave advance out."));
  }
}

}  // namespace

Issues check_mixes(const ReadStreams& streams) {
  Issues issues;
  check_carve_outs(streams, issues);
  check_one_fee_schedule(streams, issues);
  check_shares(streams, share_of_premium, "the premium", issues);
  check_shares(streams, share_of_savings, "the savings", issues);
  check_shares(streams, share_of_losses, "the losses", issues);
  check_advances(streams, issues);
  return issues;
}

}  // namespace gainshare
