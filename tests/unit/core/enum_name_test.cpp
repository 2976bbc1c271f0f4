// SPDX-License-Identifier: Apache-2.0
#include "core/enum_name.h"

#include <array>
#include <string_view>
#include <utility>

#include "support/catch.h"

namespace gainshare {
namespace {

enum class Fruit { Apple, SourCherry, Unlisted };

constexpr std::array kFruitNames{
    std::pair{Fruit::Apple, std::string_view{"apple"}},
    std::pair{Fruit::SourCherry, std::string_view{"sour_cherry"}},
};

TEST_CASE("An enumerator has one name, and the name has one enumerator") {
  CHECK(name_of(kFruitNames, Fruit::SourCherry) == "sour_cherry");
  CHECK(from_name(kFruitNames, "apple") == Fruit::Apple);
}

TEST_CASE("A name is matched whole and by its case") {
  for (const std::string_view name : {"", "appl", "apples", "Apple", "sour cherry", "unlisted"}) {
    CHECK_FALSE(from_name(kFruitNames, name).has_value());
  }
}

TEST_CASE("An enumerator that has no name has an empty one") {
  CHECK(name_of(kFruitNames, Fruit::Unlisted).empty());
}

}  // namespace
}  // namespace gainshare
