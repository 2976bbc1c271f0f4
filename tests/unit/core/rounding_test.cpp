// SPDX-License-Identifier: Apache-2.0
#include "core/rounding.h"

#include <array>
#include <cstdint>
#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

using Mode = RoundingMode;
using Place = RoundingPlace;

Amount cents(const std::string& text) {
  const auto value = Rational::from_text(text);
  INFO(text);
  REQUIRE(value.has_value());
  return Amount{*value};
}

// One line of the table below: the rounded cents for HalfUp, HalfEven, Down and Up.
struct Row {
  std::string exact_cents;
  std::array<std::int64_t, 4> rounded;
};

void check(const Row& row, Place place) {
  constexpr std::array kModes{Mode::HalfUp, Mode::HalfEven, Mode::Down, Mode::Up};
  for (std::size_t i = 0; i < kModes.size(); ++i) {
    INFO(row.exact_cents << " by mode " << i);
    const auto positive = round(cents(row.exact_cents), {.mode = kModes[i], .place = place});
    REQUIRE(positive.has_value());
    CHECK(positive->in_cents() == row.rounded[i]);
    // What one side receives the other pays: every mode is symmetric.
    const auto negative = round(-cents(row.exact_cents), {.mode = kModes[i], .place = place});
    REQUIRE(negative.has_value());
    CHECK(negative->in_cents() == -row.rounded[i]);
  }
}

TEST_CASE("Cents are rounded as each mode says, negative amounts as positive ones") {
  for (const Row& row : {
           Row{"0", {0, 0, 0, 0}},
           Row{"0.1", {0, 0, 0, 1}},
           Row{"0.5", {1, 0, 0, 1}},
           Row{"0.50000000000000000001", {1, 1, 0, 1}},
           Row{"0.49999999999999999999", {0, 0, 0, 1}},
           Row{"1", {1, 1, 1, 1}},
           Row{"1.5", {2, 2, 1, 2}},
           Row{"2.5", {3, 2, 2, 3}},
           Row{"10/3", {3, 3, 3, 4}},
           Row{"11/3", {4, 4, 3, 4}},
           Row{"1033.5", {1034, 1034, 1033, 1034}},
       }) {
    check(row, Place::Cent);
  }
}

TEST_CASE("Dollars are rounded from the exact amount and not from rounded cents") {
  for (const Row& row : {
           Row{"0", {0, 0, 0, 0}},
           Row{"1/3", {0, 0, 0, 100}},
           Row{"49.9999", {0, 0, 0, 100}},  // as cents first it would be half a dollar
           Row{"50", {100, 0, 0, 100}},
           Row{"50.0001", {100, 100, 0, 100}},
           Row{"99", {100, 100, 0, 100}},
           Row{"100", {100, 100, 100, 100}},
           Row{"150", {200, 200, 100, 200}},
           Row{"250", {300, 200, 200, 300}},
           Row{"100.0001", {100, 100, 100, 200}},
       }) {
    check(row, Place::Dollar);
  }
}

TEST_CASE("The default is half up to the cent") {
  CHECK(round(cents("2.5"), {}) == Money::cents(3));
  CHECK(round(cents("-2.5"), {}) == Money::cents(-3));
  CHECK(Rounding{} == Rounding{.mode = Mode::HalfUp, .place = Place::Cent});
}

TEST_CASE("What rounds beyond the largest amount is refused, what rounds to it is not") {
  CHECK(round(cents("9007199254740991"), {}) == Money::cents(kLargestCents));
  CHECK(round(cents("9007199254740991.4"), {}) == Money::cents(kLargestCents));
  CHECK_FALSE(round(cents("9007199254740991.5"), {}).has_value());
  CHECK(round(cents("-9007199254740991.4"), {}) == Money::cents(-kLargestCents));
  CHECK_FALSE(round(cents("-9007199254740992"), {}).has_value());
  CHECK_FALSE(round(cents("1" + std::string(40, '0')), {}).has_value());
  const Rounding dollars_up{.mode = Mode::Up, .place = Place::Dollar};
  CHECK_FALSE(round(cents("9007199254740991"), dollars_up).has_value());
  const Rounding dollars_down{.mode = Mode::Down, .place = Place::Dollar};
  CHECK(round(cents("9007199254740991"), dollars_down) == Money::cents(9'007'199'254'740'900));
}

TEST_CASE("An invalid amount has no rounding") {
  CHECK_FALSE(round(Amount{Rational::invalid()}, {}).has_value());
}

TEST_CASE("An amount whose terms fill 512 bits is rounded exactly") {
  const Rational big = *Rational::from_text("1e60", true) * *Rational::from_text("1e60", true);
  const Rational almost_half = (big - Rational{1}) / (big * Rational{2});
  CHECK(round(Amount{almost_half}, {}) == Money::cents(0));
  CHECK(round(Amount{almost_half + Rational{1}}, {.mode = Mode::Up}) == Money::cents(2));
  CHECK(round(Amount{almost_half * Rational{100}}, {.place = Place::Dollar}) == Money::cents(0));
}

TEST_CASE("An amount that is carried on keeps nine places of a cent, half away from zero") {
  const auto parts = [](std::int64_t n) { return Amount{Rational{n, 1'000'000'000}}; };
  CHECK(carried(Amount{Rational{1, 3}}) == parts(333'333'333));
  CHECK(carried(Amount{Rational{-2, 3}}) == -parts(666'666'667));
  CHECK(carried(Amount{Rational{1, 2'000'000'000}}) == parts(1));
  CHECK(carried(-Amount{Rational{1, 2'000'000'000}}) == -parts(1));
  CHECK(carried(Amount{Rational{499, 1'000'000'000'000}}) == Amount{});
  CHECK(carried(Amount{Money::dollars(12)}) == Amount{Money::dollars(12)});
  CHECK_FALSE(carried(Amount{Money::dollars(93'000'000)}).valid());
  CHECK_FALSE(carried(Amount{Rational::invalid()}).valid());
}

}  // namespace
}  // namespace gainshare
