// SPDX-License-Identifier: Apache-2.0
#include "population/intake/cell_text.h"

#include "support/catch.h"

namespace gainshare {
namespace {

std::optional<std::int64_t> cents(std::string_view text) {
  bool rounded = false;
  return read_cents(text, rounded);
}

TEST_CASE("A date is read in each of the forms that people send") {
  const Day day = day_of(2015, 5, 30);
  for (const char* text : {"2015-05-30", "20150530", "5/30/2015", "05/30/2015", "30-May-2015",
                           "30-MAY-2015", "2015-05-30T05:32:42Z", "2015-05-30 00:00:00"}) {
    CAPTURE(text);
    CHECK(read_day(text) == day);
  }
  CHECK(read_day("3-Feb-1942") == day_of(1942, 2, 3));
  for (const char* text : {"", "2015", "2015-13-01", "2015-02-29", "30/5/2015", "30-Mai-2015",
                           "2015-5-30", "1/2/15", "2015053a", "////", "--------", "1899-12-31",
                           "2015-05-30x", "99999999999999999999/1/2015"}) {
    CAPTURE(text);
    CHECK(read_day(text) == kNoDay);
  }
}

TEST_CASE("An amount is read to the cent however its sign and thousands are written") {
  CHECK(cents("1250.5") == 125'050);
  CHECK(cents("$1,250.50") == 125'050);
  CHECK(cents("-12.30") == -1230);
  CHECK(cents("-$12.30") == -1230);
  CHECK(cents("$-12.30") == -1230);
  CHECK(cents("(12.30)") == -1230);
  CHECK(cents("12.30-") == -1230);
  CHECK(cents("+7") == 700);
  CHECK(cents(".5") == 50);
  CHECK(cents("7.") == 700);
  CHECK(cents("90071992547409.91") == 9'007'199'254'740'991);
  for (const char* text :
       {"", "-", "$", ".", "1.2.3", "12,34", "1,2345", ",123", "1e3", "--1", "$$1", "NaN", "(5",
        "-5-", "-(5)", "90071992547409.92", "12 000", "999999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(cents(text).has_value());
  }
}

TEST_CASE("Places beyond the cent are rounded half away from zero, and said so") {
  bool rounded = false;
  CHECK(read_cents("1.005", rounded) == 101);
  CHECK(rounded);
  CHECK(read_cents("-1.005", rounded) == -101);
  rounded = false;
  CHECK(read_cents("1.230000", rounded) == 123);
  CHECK_FALSE(rounded);
}

TEST_CASE("A count is digits alone") {
  CHECK(read_count("0") == 0U);
  CHECK(read_count("123456789") == 123'456'789U);
  for (const char* text : {"", "-1", "1.0", "1234567890", "x"}) CHECK_FALSE(read_count(text));
}

}  // namespace
}  // namespace gainshare
