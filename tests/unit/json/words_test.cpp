// SPDX-License-Identifier: Apache-2.0
#include "json/words.h"

#include <array>

#include "json/place.h"
#include "support/catch.h"

using namespace gainshare::json;

TEST_CASE("A key becomes a label that people say") {
  CHECK(label_of("sharing_rate") == "Sharing rate");
  CHECK(label_of("benchmark_cents") == "Benchmark");
  CHECK(label_of("_cents") == " cents");
  CHECK(label_of("") == "");
}

TEST_CASE("Long text from outside is cut between characters") {
  CHECK(in_quotes("short") == "\"short\"");
  const std::string accents(59, 'a');
  CHECK(shortened(accents + "\xC3\xA9z") == accents + "…");
  CHECK(shortened(std::string(61, 'b')) == std::string(60, 'b') + "…");
}

TEST_CASE("Words are listed with commas and an or") {
  constexpr std::array<std::string_view, 3> kWords{"cat", "dog", "cow"};
  CHECK(listed(std::span{kWords}.first(1)) == "cat");
  CHECK(listed(std::span{kWords}.first(2)) == "cat or dog");
  CHECK(listed(kWords) == "cat, dog or cow");
}

TEST_CASE("The nearest word is found by a slip of the finger, and none by a different word") {
  constexpr std::array<std::string_view, 4> kKeys{"sharing_rate", "savings_basis", "sides", "cap"};
  CHECK(nearest("shareing_rate", kKeys) == "sharing_rate");
  CHECK(nearest("sharingrate", kKeys) == "sharing_rate");
  CHECK(nearest("shraing_rate", kKeys) == "sharing_rate");
  CHECK(nearest("side", kKeys) == "sides");
  CHECK(nearest("cpa", kKeys) == "cap");
  CHECK(nearest("quality", kKeys) == "");
  CHECK(nearest("x", kKeys) == "");
  CHECK(nearest("", kKeys) == "");
  CHECK(nearest(std::string(5000, 's'), kKeys) == "");
}

TEST_CASE("A place is a JSON Pointer with tilde and slash escaped") {
  const Place top{"/contract"};
  const Place streams{top, "streams"};
  const Place first{streams, std::size_t{0}};
  const Place odd{first, "a/b~c"};
  CHECK(odd.pointer() == "/contract/streams/0/a~1b~0c");
  CHECK(Place{""}.pointer() == "");
}
