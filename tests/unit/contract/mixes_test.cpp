// SPDX-License-Identifier: Apache-2.0
// Streams that cannot stand in one contract: each reason, at its threshold.
#include "contract/mixes.h"

#include <string>
#include <utility>
#include <variant>

#include "support/catch.h"

namespace gainshare {
namespace {

using Terms = decltype(Stream::terms);

std::vector<Stream> streams(std::vector<Terms> terms) {
  std::vector<Stream> list;
  for (Terms& each : terms) {
    Stream stream;
    stream.id = "s" + std::to_string(list.size());
    stream.terms = std::move(each);
    list.push_back(std::move(stream));
  }
  return list;
}

std::vector<std::string> paths_of(const std::vector<Stream>& list) {
  ReadStreams read;
  for (const Stream& stream : list) read.push_back(&stream);
  std::vector<std::string> paths;
  for (const Issue& issue : check_mixes(read)) {
    CHECK(issue.code == IssueCode::Conflict);
    paths.push_back(issue.path);
  }
  return paths;
}
using Paths = std::vector<std::string>;

SharedSavingsTerms sharing(Rate rate) {
  SharedSavingsTerms terms;
  terms.sharing_rate.value = rate;
  return terms;
}
SharedSavingsTerms sharing_losses(Rate rate) {
  SharedSavingsTerms terms = sharing(Rate{});
  terms.loss.emplace();
  terms.loss->share.value = LossShare{rate};
  return terms;
}
RiskCorridorTerms corridor(Rate band, Rate share) {
  RiskCorridorTerms terms;
  terms.savings_corridors = {{.share = band}};
  terms.loss_corridors = {{.share = band}};
  terms.share.value = share;
  return terms;
}
PrefundedBonusTerms bonus(Rate share) {
  PrefundedBonusTerms terms;
  terms.share_of_savings.value = share;
  return terms;
}
CapitationTerms of_premium(Rate share) {
  CapitationTerms terms;
  terms.base.value = PremiumShare{share};
  return terms;
}
InfrastructureGrantTerms grant(bool advance) {
  InfrastructureGrantTerms terms;
  terms.advance.value = advance;
  return terms;
}

TEST_CASE("Every kind stands alone, and savings stand beside other payments") {
  CHECK(paths_of(streams({sharing(Rate::whole(1))})).empty());
  CHECK(paths_of(streams({FeeForServiceTerms{}, grant(false), sharing(Rate::percent(50)),
                          QualityScorecardTerms{}, WithholdTerms{}}))
            .empty());
}

TEST_CASE("A capitation beside fee-for-service says what it leaves out") {
  CapitationTerms capitation = of_premium(Rate::percent(50));
  CHECK(paths_of(streams({capitation, FeeForServiceTerms{}})) == Paths{"/streams/0"});
  CHECK(paths_of(streams({FeeForServiceTerms{}, capitation})) == Paths{"/streams/1"});
  capitation.carve_out = "Transplants";
  CHECK(paths_of(streams({FeeForServiceTerms{}, capitation})).empty());
}

TEST_CASE("The same bills are paid once") {
  CHECK(paths_of(streams({FeeForServiceTerms{}, FeeForServiceTerms{}, FeeForServiceTerms{}})) ==
        Paths{"/streams/1", "/streams/2"});
}

TEST_CASE("Capitations share out at most the whole premium") {
  const CapitationTerms most = of_premium(Rate::percent(85));
  CHECK(paths_of(streams({most, of_premium(Rate::decimal(149, 3))})).empty());
  CHECK(paths_of(streams({most, of_premium(Rate::percent(15))})).empty());
  CHECK(paths_of(streams({most, of_premium(Rate::decimal(151, 3))})) == Paths{"/streams/1"});
}

TEST_CASE("Streams on the same spending share out at most the whole savings") {
  const auto with = [](Rate second) {
    return paths_of(streams({sharing(Rate::percent(60)), bonus(second)}));
  };
  CHECK(with(Rate::decimal(399, 3)).empty());
  CHECK(with(Rate::percent(40)).empty());
  CHECK(with(Rate::decimal(401, 3)) == Paths{"/streams/1"});
  // Of a corridor counts the highest band, times the share.
  CHECK(paths_of(streams({sharing(Rate::percent(20)), corridor(Rate::whole(1), Rate::percent(80))}))
            .empty());
  CHECK(paths_of(streams({sharing(Rate::percent(21)),
                          corridor(Rate::whole(1), Rate::percent(80))})) == Paths{"/streams/1"});
  // Of tiers counts the highest, whatever the sharing rate says beside them.
  SharedSavingsTerms tiers = sharing(Rate::percent(10));
  tiers.quality.effect.value = ShareTiers{{{Rate{}, Rate::percent(50)}}};
  CHECK(paths_of(streams({tiers, sharing(Rate::percent(50))})).empty());
  CHECK(paths_of(streams({tiers, sharing(Rate::percent(51))})) == Paths{"/streams/1"});
}

TEST_CASE("Streams on the same spending make the provider owe at most the whole loss") {
  CHECK(paths_of(streams({sharing_losses(Rate::percent(40)), sharing_losses(Rate::percent(60))}))
            .empty());
  CHECK(paths_of(streams({sharing_losses(Rate::percent(41)), sharing_losses(Rate::percent(60))})) ==
        Paths{"/streams/1"});
}

TEST_CASE("An advance needs a stream after it that can pay it back") {
  CHECK(paths_of(streams({grant(true)})) == Paths{"/streams/0"});
  CHECK(paths_of(streams({sharing(Rate::percent(50)), grant(true)})) == Paths{"/streams/1"});
  CHECK(paths_of(streams({grant(true), WithholdTerms{}})) == Paths{"/streams/0"});
  CHECK(paths_of(streams({grant(true), sharing(Rate::percent(50))})).empty());
  CHECK(paths_of(streams({grant(true), corridor(Rate::whole(1), Rate::whole(1))})).empty());
  CHECK(paths_of(streams({grant(true), EpisodePaymentTerms{}})).empty());
  CHECK(paths_of(streams({grant(false)})).empty());
  ManagementPaymentTerms fees;
  fees.advance.value = true;
  CHECK(paths_of(streams({fees})) == Paths{"/streams/0"});
  CHECK(paths_of(streams({fees, sharing(Rate::percent(50))})).empty());
}

TEST_CASE("What depends on the whole list is left unsaid while a stream cannot be read") {
  const std::vector<Stream> list = streams({grant(true), FeeForServiceTerms{}, CapitationTerms{}});
  CHECK(check_mixes({&list[0], nullptr}).empty());
  // What two streams say by themselves is told all the same.
  CHECK(check_mixes({nullptr, &list[1], &list[2]}).size() == 1);
}

}  // namespace
}  // namespace gainshare
