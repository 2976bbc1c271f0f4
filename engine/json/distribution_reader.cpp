// SPDX-License-Identifier: Apache-2.0
#include "json/distribution_reader.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "json/pool_sharing_reader.h"
#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr RateRange kFixedShare{.noun = "a weight", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kShare{.noun = "a share"};
constexpr RateRange kScore{.noun = "a score"};
constexpr WholeRange kLives{.noun = "a number of people", .low = 0, .high = 1'000'000'000};
constexpr WholeRange kSignedCents{
    .noun = "whole cents", .low = -kLargestCents, .high = kLargestCents};

// Whether the members of a pool state fixed shares; nothing where its factors cannot be read.
std::optional<bool> has_fixed_shares(const DistributionPool& pool) {
  if (pool.by.empty()) return std::nullopt;
  return std::any_of(pool.by.begin(), pool.by.end(),
                     [](const WeightedFactor& each) { return each.factor == Factor::Fixed; });
}

void read_fixed_share(ObjectReader& reader, std::optional<bool> expected,
                      DistributionMember& member) {
  if (expected == false) {
    reader.forbid("fixed_share", "The pool is not shared by fixed shares.");
    return;
  }
  const Need need = expected ? Need::Required : Need::Optional;
  member.fixed_share = reader.rate("fixed_share", need, kFixedShare).value_or(Rate{});
}

void read_size(ObjectReader& reader, DistributionPool& pool) {
  pool.amount = reader.cents("amount_cents", Need::Optional, kPositiveCents);
  pool.share = reader.rate("share", Need::Optional, kShare).value_or(Rate{});
  const bool both = reader.has("share") && reader.has("amount_cents");
  if (both || reader.has("share") || reader.has("amount_cents")) {
    if (!both) return;
    reader.report("amount_cents", IssueCode::Conflict,
                  "The pool has a share and a fixed amount. Keep one of them.");
    return;
  }
  reader.report("share", IssueCode::Missing,
                "The pool has no size. Add \"share\", its part of what is left, or "
                "\"amount_cents\", a fixed amount.",
                {{"key", "share"}});
}

void check_shares(const std::vector<DistributionPool>& pools, const Place& place, Issues& issues) {
  Ratio sum;
  for (const DistributionPool& pool : pools) sum = sum + pool.share;
  if (sum <= Ratio::whole(1)) return;
  const std::string found = sum.valid() ? sum.exact().to_text() : "beyond exact arithmetic";
  issues.push_back({.path = place.pointer(),
                    .code = IssueCode::Conflict,
                    .message = "The shares of the pools add up to " + found +
                               ", more than there is. Enter shares that add up to at most 1.",
                    .params = {{"value", found}, {"high", "1"}}});
}

// Goes down the tree with what must hold in all of it.
class TreeReader {
 public:
  explicit TreeReader(Issues& issues) : issues_(issues) {}

  // `holder` has "retain_rate" and "pools" among its members; they lie at a level of 1 and more.
  DistributionSplit read_split(ObjectReader& holder, std::size_t level);

 private:
  DistributionPool read_pool(const Node& node, const Place& place, std::size_t level);
  void read_members(ObjectReader& reader, std::size_t level, DistributionPool& pool);
  std::string take_id(ObjectReader& recipient);

  Issues& issues_;
  std::set<std::string> ids_;
  std::size_t recipients_ = 0;
};

std::string TreeReader::take_id(ObjectReader& recipient) {
  ++recipients_;
  if (recipients_ == kMostRecipients + 1) {
    recipient.report({}, IssueCode::TooLarge,
                     "The distribution has more than " + std::to_string(kMostRecipients) +
                         " pools and members. Make it smaller.",
                     {{"limit", std::to_string(kMostRecipients)}});
  }
  const std::string id = read_id(recipient).value_or("");
  if (!id.empty() && !ids_.insert(id).second) {
    report_taken_id(id, recipient.place(), recipient.issues());
  }
  return id;
}

void TreeReader::read_members(ObjectReader& reader, std::size_t level, DistributionPool& pool) {
  const Node* const list = reader.list("members", Need::Optional, {.low = 1, .high = kMostMembers});
  if (list == nullptr) return;
  const Place place{reader.place(), "members"};
  const std::optional<bool> fixed_shares = has_fixed_shares(pool);
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader entry{list->items[i], item, issues_};
    DistributionMember& member = pool.members.emplace_back();
    member.id = take_id(entry);
    member.title = entry.text("title", Need::Optional, kTitleLength).value_or(member.id);
    read_fixed_share(entry, fixed_shares, member);
    if (entry.has("pools")) {
      member.split = read_split(entry, level + 1);
    } else {
      entry.any("pools");
      entry.forbid("retain_rate", "A member without pools keeps everything.");
    }
    entry.finish();
  }
}

DistributionPool TreeReader::read_pool(const Node& node, const Place& place, std::size_t level) {
  DistributionPool pool;
  ObjectReader reader{node, place, issues_};
  pool.id = take_id(reader);
  pool.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  read_size(reader, pool);
  if (reader.has("members")) {
    if (!reader.has("by")) {
      reader.report("by", IssueCode::Missing,
                    "The pool has members, but not by what they share it. Add \"by\" with "
                    "factors and their weights.",
                    {{"key", "by"}});
    }
    pool.by = read_factors(reader);
    read_members(reader, level, pool);
    pool.gate = read_gate(reader);
    pool.earning = read_earning(reader);
  } else {
    reader.any("members");
    for (const std::string_view key : {"by", "gate", "earning"}) {
      reader.forbid(key, "The pool has no members.");
    }
  }
  reader.finish();
  return pool;
}

DistributionSplit TreeReader::read_split(ObjectReader& holder, std::size_t level) {
  DistributionSplit split;
  split.retain_rate = holder.rate("retain_rate", Need::Optional).value_or(Rate{});
  const Node* const list = holder.list("pools", Need::Required, {.low = 1, .high = kMostPools});
  if (list == nullptr) return split;
  const Place place{holder.place(), "pools"};
  if (level > kDeepestDistribution) {
    issues_.push_back({.path = place.pointer(),
                       .code = IssueCode::TooDeep,
                       .message = "Pools lie more than " + std::to_string(kDeepestDistribution) +
                                  " levels deep. Make the distribution flatter.",
                       .params = {{"limit", std::to_string(kDeepestDistribution)}}});
    return split;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    split.pools.push_back(read_pool(list->items[i], Place{place, i}, level));
  }
  check_shares(split.pools, place, issues_);
  return split;
}

bool is_of_money(const Stream& stream) {
  return !std::holds_alternative<QualityScorecardTerms>(stream.terms);
}

void check_stream(const std::string& id, const std::vector<Stream>& streams, const Place& place,
                  Issues& issues) {
  const auto found = std::find_if(streams.begin(), streams.end(),
                                  [&id](const Stream& stream) { return stream.id == id; });
  if (found != streams.end() && is_of_money(*found)) return;
  issues.push_back(
      {.path = place.pointer(),
       .code = IssueCode::Conflict,
       .message = "The stream " + in_quotes(id) +
                  (found == streams.end() ? " is none of the contract's. Name one of its streams."
                                          : " pays nothing. Name a stream of money."),
       .params = {{"value", shortened(id)}}});
}

std::vector<std::string> read_from_streams(ObjectReader& reader,
                                           const std::vector<Stream>& streams) {
  std::vector<std::string> ids;
  const Node* const list = reader.list("from_streams", Need::Optional, {.low = 1, .high = 20});
  if (list == nullptr) return ids;
  const Place place{reader.place(), "from_streams"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Place item{place, i};
    if (node.kind != Kind::Text) {
      reader.issues().push_back({.path = item.pointer(),
                                 .code = IssueCode::WrongType,
                                 .message = "A stream's id is a text, but this is " +
                                            std::string{kind_word(node.kind)} +
                                            ". Enter the id in quotes.",
                                 .params = {}});
      continue;
    }
    check_stream(node.text, streams, item, reader.issues());
    const bool twice = std::find(ids.begin(), ids.end(), node.text) != ids.end();
    if (twice) {
      reader.issues().push_back(
          {.path = item.pointer(),
           .code = IssueCode::Conflict,
           .message = "The stream " + in_quotes(node.text) + " stands here twice. Name it once.",
           .params = {{"value", shortened(node.text)}}});
    }
    ids.push_back(node.text);
  }
  return ids;
}

ParticipantFacts read_participant(const Node& node, const Place& place, Issues& issues) {
  ParticipantFacts facts;
  ObjectReader reader{node, place, issues};
  facts.id = read_id(reader).value_or("");
  facts.lives = reader.whole("lives", Need::Optional, kLives);
  facts.panel_savings = reader.cents("panel_savings_cents", Need::Optional, kSignedCents);
  facts.quality = reader.rate("quality", Need::Optional, kScore);
  facts.satisfaction = reader.rate("satisfaction", Need::Optional, kScore);
  facts.access = reader.rate("access", Need::Optional, kScore);
  facts.citizenship = reader.rate("citizenship", Need::Optional, kScore);
  reader.finish();
  return facts;
}

}  // namespace

std::optional<DistributionTerms> read_distribution(ObjectReader& contract,
                                                   const std::vector<Stream>& streams) {
  const Node* const node = contract.object("distribution", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{contract.place(), "distribution"};
  ObjectReader reader{*node, place, contract.issues()};
  const bool pays = streams.empty() || std::any_of(streams.begin(), streams.end(), is_of_money);
  if (!pays) {
    reader.report({}, IssueCode::Conflict,
                  "The contract distributes money, but none of its streams pays any. Add a stream "
                  "of money, or leave the distribution out.");
  }
  DistributionTerms terms;
  terms.from_streams = read_from_streams(reader, streams);
  terms.split = TreeReader{contract.issues()}.read_split(reader, 1);
  reader.finish();
  return terms;
}

std::vector<ParticipantFacts> read_participants(ObjectReader& experience) {
  std::vector<ParticipantFacts> participants;
  const Node* const list =
      experience.list("participants", Need::Optional, {.low = 0, .high = kMostRecipients});
  if (list == nullptr) return participants;
  const Place place{experience.place(), "participants"};
  std::set<std::string> ids;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ParticipantFacts facts = read_participant(list->items[i], item, experience.issues());
    if (!facts.id.empty() && !ids.insert(facts.id).second) {
      report_taken_id(facts.id, item, experience.issues());
    }
    participants.push_back(std::move(facts));
  }
  return participants;
}

}  // namespace gainshare::json
