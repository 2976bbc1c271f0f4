// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"

using namespace gainshare;
using gainshare::json::utf8_length;
using gainshare::json::Writer;

namespace {

std::string written(std::string_view text) {
  Writer writer;
  writer.text(text);
  return writer.take();
}

}  // namespace

TEST_CASE("Members and items are separated, in the order of the calls") {
  Writer writer;
  writer.begin_object();
  writer.truth("ok", true);
  writer.begin_array("list");
  writer.whole(-1);
  writer.null();
  writer.begin_object();
  writer.end_object();
  writer.end_array();
  writer.cents("amount_cents", Money::cents(9'007'199'254'740'991));
  writer.exact("rate", Ratio{Rational{1, 3}});
  writer.end_object();
  CHECK(writer.take() ==
        R"({"ok":true,"list":[-1,null,{}],"amount_cents":9007199254740991,"rate":"1/3"})");
}

TEST_CASE("Quotes, backslashes and control characters are escaped") {
  CHECK(written("a\"b\\c\nd\te") == R"("a\"b\\c\nd\u0009e")");
  CHECK(written(std::string_view{"\0\x1f", 2}) == R"("\u0000\u001f")");
  CHECK(written("é…\xF0\x9F\x92\xB0") == "\"é…\xF0\x9F\x92\xB0\"");
}

TEST_CASE("What is not UTF-8 becomes the replacement character") {
  CHECK(written("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(written("\xC3") == "\"\xEF\xBF\xBD\"");
  CHECK(written("\xC0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(written("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("The length of a UTF-8 character is known, and bad forms have none") {
  CHECK(utf8_length("a") == 1);
  CHECK(utf8_length("é") == 2);
  CHECK(utf8_length("…") == 3);
  CHECK(utf8_length("\xF0\x9F\x92\xB0") == 4);
  CHECK(utf8_length("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(utf8_length("\xE0\x80\xAF") == 0);      // overlong
  CHECK(utf8_length("\x80") == 0);
  CHECK(utf8_length("") == 0);
}

TEST_CASE("Every text of two bytes comes back from an independent parser") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      const auto parsed = nlohmann::json::parse(written(text), nullptr, false);
      REQUIRE(parsed.is_string());
      const bool whole =
          utf8_length(text) == 2 || (utf8_length(text) == 1 && utf8_length(text.substr(1)) == 1);
      if (whole) CHECK(parsed.get<std::string>() == text);
    }
  }
}
