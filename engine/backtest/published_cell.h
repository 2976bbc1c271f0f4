// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/date.h"
#include "core/money.h"
#include "core/rate.h"
#include "core/rational.h"

namespace gainshare {

// Nothing stated: an empty cell, or the words for "not applicable" ("-", "N/A", "NA", ".").
bool is_blank_cell(std::string_view cell);
// "-" alone: stated as not applicable, as the files from 2022 on print it.
bool is_dash_cell(std::string_view cell);

struct PublishedNumber {
  Rational value;        // as printed: "2.00%" is 2, with `percent`
  bool percent = false;  // a percent sign follows
};

// A number as CMS prints them: "1,175,345,650", "$-1018225.00", "74707.0", "7.17%",
// "0.9643999999999999" (0.9644: at most nine places, which undoes the digits a binary float
// prints), "6.73e-05", "(1,234)". Commas group by three or are refused.
std::optional<PublishedNumber> read_number(std::string_view cell);

// A number of dollars, to the cent.
std::optional<Money> dollars_of(const PublishedNumber& number);

// A fraction of one. `printed_as_percent` says what a number without a percent sign means in
// that file. Nothing outside 0 to `highest`.
std::optional<Rate> rate_of(const PublishedNumber& number, bool printed_as_percent, Rate highest);

// "7/1/2012", "01/01/2017 12:00:00 AM", "2019-07-01".
std::optional<Date> read_date(std::string_view cell);

}  // namespace gainshare
