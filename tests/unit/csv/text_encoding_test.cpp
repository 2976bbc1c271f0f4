// SPDX-License-Identifier: Apache-2.0
#include "csv/text_encoding.h"

#include <string>

#include "support/catch.h"

using namespace gainshare;

TEST_CASE("well-formed UTF-8 characters have their length") {
  CHECK(utf8_length("a") == 1);
  CHECK(utf8_length("\xC3\xA9") == 2);
  CHECK(utf8_length("\xE2\x82\xAC") == 3);
  CHECK(utf8_length("\xF0\x9F\x98\x80") == 4);
}

TEST_CASE("malformed UTF-8 has no length") {
  CHECK(utf8_length("") == 0);
  CHECK(utf8_length("\x80") == 0);
  CHECK(utf8_length("\xC3") == 0);
  CHECK(utf8_length("\xC0\xAF") == 0);          // overlong
  CHECK(utf8_length("\xE0\x80\x80") == 0);      // overlong
  CHECK(utf8_length("\xED\xA0\x80") == 0);      // surrogate
  CHECK(utf8_length("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(utf8_length("\xF5\x80\x80\x80") == 0);
  CHECK(utf8_length("\xE2\x82"
                    "a") == 0);
}

TEST_CASE("text that is UTF-8 already does not change") {
  const Utf8Text same = to_utf8("Palm Beach \xE2\x80\x94 \xC3\xA9");
  CHECK(same.text == "Palm Beach \xE2\x80\x94 \xC3\xA9");
  CHECK(same.replaced.empty());
}

TEST_CASE("each line with a replaced byte is noted once") {
  const Utf8Text mended = to_utf8("\xE9\xE9\nok\n\xE9\n");
  CHECK(mended.text == "\xC3\xA9\xC3\xA9\nok\n\xC3\xA9\n");
  CHECK(mended.replaced == std::vector<std::size_t>{0, 8});
}
