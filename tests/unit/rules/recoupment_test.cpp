// SPDX-License-Identifier: Apache-2.0
#include "rules/recoupment.h"

#include "support/catch.h"

namespace gainshare {
namespace {

std::vector<Advance> outstanding(Money earlier, Money grant) {
  return {{.stream = {}, .paid = earlier}, {.stream = "grant", .paid = grant}};
}

TEST_CASE("An advance is recouped from what is earned and no more") {
  const auto net = [](Money balance) {
    std::vector<Advance> advances{{.stream = {}, .paid = balance}};
    const Recoupment out = recoup(Money::dollars(10), advances);
    CHECK(out.recouped + out.net == Money::dollars(10));
    CHECK(out.recouped <= balance);
    CHECK(advances.front().outstanding() == balance - out.recouped);
    return out.net;
  };
  CHECK(net(Money{}) == Money::dollars(10));
  CHECK(net(Money::cents(999)) == Money::cents(1));
  CHECK(net(Money::cents(1'000)) == Money{});
  CHECK(net(Money::cents(1'001)) == Money{});
}

TEST_CASE("The oldest advance is recouped first, and each is named by its stream") {
  std::vector<Advance> advances = outstanding(Money::dollars(4), Money::dollars(7));
  const Recoupment first = recoup(Money::dollars(5), advances);
  REQUIRE(first.advances.size() == 2);
  CHECK(first.advances[0].stream.empty());
  CHECK(first.advances[0].recouped == Money::dollars(4));
  CHECK(first.advances[0].left == Money{});
  CHECK(first.advances[1].stream == "grant");
  CHECK(first.advances[1].recouped == Money::dollars(1));
  CHECK(first.advances[1].left == Money::dollars(6));
  CHECK(first.net == Money{});
  // What the first stream left, the second recoups; what is paid back is not spoken of again.
  const Recoupment second = recoup(Money::dollars(9), advances);
  REQUIRE(second.advances.size() == 1);
  CHECK(second.advances[0].before == Money::dollars(6));
  CHECK(second.net == Money::dollars(3));
  CHECK(recoup(Money::dollars(1), advances).advances.empty());
}

TEST_CASE("Nothing earned recoups nothing, and the balance stays") {
  std::vector<Advance> advances = outstanding(Money::cents(1), Money{});
  const Recoupment out = recoup(Money{}, advances);
  REQUIRE(out.advances.size() == 1);
  CHECK(out.recouped == Money{});
  CHECK(advances.front().outstanding() == Money::cents(1));
}

}  // namespace
}  // namespace gainshare
