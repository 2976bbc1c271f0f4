// SPDX-License-Identifier: Apache-2.0
#include "core/date.h"

#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("A date is read from its ISO text and written back") {
  for (const std::string text :
       {"1900-01-01", "2024-02-29", "2000-02-29", "2023-12-31", "2019-07-01", "2199-12-31"}) {
    const auto date = date_from_iso(text);
    INFO(text);
    REQUIRE(date.has_value());
    CHECK(to_iso(*date) == text);
  }
}

TEST_CASE("A day that is not in the calendar is refused") {
  for (const std::string text :
       {"2023-02-29", "1900-02-29", "2100-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
        "2024-01-00", "2024-01-32", "1899-12-31", "2200-01-01", "0000-00-00", "9999-12-31"}) {
    INFO(text);
    CHECK_FALSE(date_from_iso(text).has_value());
  }
}

TEST_CASE("A text that is not of the form year, month, day is refused") {
  for (const std::string text :
       {"", "2024", "2024-1-1", "2024/01/01", "01-01-2024", "2024-01-01T00:00", " 2024-01-01",
        "2024-01-01 ", "+024-01-01", "-024-01-01", "20x4-01-01", "2024-+1-01", "2024-01- 1"}) {
    INFO(text);
    CHECK_FALSE(date_from_iso(text).has_value());
  }
  CHECK_FALSE(date_from_iso(std::string_view{"2024-01-0\0", 10}).has_value());
}

TEST_CASE("Dates are in the order of the calendar") {
  CHECK(*date_from_iso("2015-12-31") < *date_from_iso("2016-01-01"));
  CHECK(*date_from_iso("2024-02-29") < *date_from_iso("2024-03-01"));
  CHECK(*date_from_iso("2024-01-01") == Date{.year = 2024, .month = 1, .day = 1});
}

TEST_CASE("A day is the number of days since 1899-12-31, and back") {
  CHECK(day_of(1900, 1, 1) == 1);
  CHECK(day_of(1970, 1, 1) == 25'568);
  CHECK(day_of(1900, 2, 29) == kNoDay);
  CHECK(day_of(2024, 2, 29) != kNoDay);
  CHECK(day_of(2024, 13, 1) == kNoDay);
  for (Day day = 1; day <= day_of(2199, 12, 31); ++day) REQUIRE(day_of(date_of(day)) == day);
}

}  // namespace
}  // namespace gainshare
