// SPDX-License-Identifier: Apache-2.0
#include "backtest/published_cell.h"

#include <string>

#include "support/catch.h"

using namespace gainshare;

namespace {

std::string number_text(std::string_view cell) {
  const auto number = read_number(cell);
  if (!number) return "unreadable";
  return number->value.to_text() + (number->percent ? "%" : "");
}

std::string rate_text(std::string_view cell, bool in_percent) {
  const auto number = read_number(cell);
  if (!number) return "unreadable";
  const auto rate = rate_of(*number, in_percent, Rate::whole(1));
  return rate ? rate->to_text() : "out of range";
}

}  // namespace

TEST_CASE("numbers are read as CMS prints them") {
  CHECK(number_text("1,175,345,650") == "1175345650");
  CHECK(number_text("20,212") == "20212");
  CHECK(number_text("74707.0") == "74707");
  CHECK(number_text("$613084880.40") == "613084880.4");
  CHECK(number_text("$-1018225.00") == "-1018225");
  CHECK(number_text("-$1,018,225.50") == "-1018225.5");
  CHECK(number_text("($1,234)") == "-1234");
  CHECK(number_text(" 7.17% ") == "7.17%");
  CHECK(number_text("-0.02%") == "-0.02%");
  CHECK(number_text(".5") == "0.5");
  CHECK(number_text("5.") == "5");
  CHECK(number_text("6.73e-05") == "0.0000673");
  CHECK(number_text("1E+09") == "1000000000");
  CHECK(number_text("-0.0") == "0");
}

TEST_CASE("the digits that a binary float prints beyond nine places are undone") {
  CHECK(number_text("0.9643999999999999") == "0.9644");
  CHECK(number_text("0.09480000000000001") == "0.0948");
  CHECK(number_text("0.021099999999999997") == "0.0211");
  CHECK(number_text("96.43999999999999%") == "96.44%");
  CHECK(number_text("0.99999999999") == "1");
  CHECK(number_text("9.9999999999") == "10");
  CHECK(number_text("0.0000000004") == "0");
  CHECK(number_text("0.0000000005") == "0.000000001");
  CHECK(number_text("0.00000000001") == "0");
  CHECK(number_text("0.916964286") == "0.916964286");
}

TEST_CASE("what is no number is not read") {
  for (const std::string_view cell :
       {"",         "-",
        "abc",      "12x",
        "1,23",     "1234,567",
        "1,2345",   ",123",
        "1,,234",   "1.2.3",
        "--1",      "$",
        "%",        "$-",
        "()",       "(-1)",
        "1 2",      "0x10",
        "NaN",      "Infinity",
        "1e400",    "1,5",
        "1.234,56", "+5",
        "*",        "1e",
        "1%%",      "1111111111111111111111111111111111111111111111111111111111111"}) {
    INFO(cell);
    CHECK(number_text(cell) == "unreadable");
  }
}

TEST_CASE("a rate is a fraction of one, whatever the file prints") {
  CHECK(rate_text("2.353985133", true) == "0.02353985133");
  CHECK(rate_text("2.00%", false) == "0.02");
  CHECK(rate_text("0.02", false) == "0.02");
  CHECK(rate_text("98.08", true) == "0.9808");
  CHECK(rate_text("100", true) == "1");
  CHECK(rate_text("98.08", false) == "out of range");
  CHECK(rate_text("100.01", true) == "out of range");
  CHECK(rate_text("-0.01", false) == "out of range");
}

TEST_CASE("dollars are kept to the cent and within what is held exactly") {
  CHECK(dollars_of(*read_number("$39568834.84")) == Money::cents(3'956'883'484));
  CHECK(dollars_of(*read_number("6288.447996")) == Money::cents(628'845));
  CHECK_FALSE(dollars_of(*read_number("5%")).has_value());
  CHECK_FALSE(dollars_of(*read_number("100000000000000000")).has_value());
}

TEST_CASE("nothing stated is told from something") {
  for (const std::string_view cell : {"", " ", "-", " - ", ".", "N/A", "na", "\xC2\xA0"}) {
    CHECK(is_blank_cell(cell));
  }
  CHECK_FALSE(is_blank_cell("0"));
  CHECK(is_dash_cell(" - "));
  CHECK_FALSE(is_dash_cell(""));
}

TEST_CASE("dates are read in the forms of every year") {
  const Date july{.year = 2012, .month = 7, .day = 1};
  CHECK(read_date("07/01/2012") == july);
  CHECK(read_date("7/1/2012") == july);
  CHECK(read_date("07/01/2012 12:00:00 AM") == july);
  CHECK(read_date("2012-07-01") == july);
  CHECK(read_date("2012-07-01T00:00:00") == july);
  for (const std::string_view cell :
       {"", "-", "7/2012", "13/1/2012", "7/32/2012", "7/1/12", "1/1/2012/1", "//", "July 2012"}) {
    INFO(cell);
    CHECK_FALSE(read_date(cell).has_value());
  }
}
