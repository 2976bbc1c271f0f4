// SPDX-License-Identifier: Apache-2.0
#include "backtest/published_cell.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/decimal_text.h"
#include "core/rounding.h"
#include "csv/table.h"

namespace gainshare {
namespace {

constexpr int kPlaces = 9;
constexpr std::size_t kLongestNumber = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// Without commas, where they group the digits of the whole part by three: "1,175,345.5".
std::optional<std::string> ungrouped(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return std::string{text};
  const std::size_t whole_end = std::min(text.find('.'), text.size());
  std::string digits;
  std::size_t in_group = 0;
  bool grouped = false;
  for (const char c : text.substr(0, whole_end)) {
    if (c == ',') {
      const bool complete = grouped ? in_group == 3 : in_group >= 1 && in_group <= 3;
      if (!complete) return std::nullopt;
      grouped = true;
      in_group = 0;
    } else if (is_digit(c)) {
      digits.push_back(c);
      ++in_group;
    } else {
      return std::nullopt;
    }
  }
  if (grouped && in_group != 3) return std::nullopt;
  return digits.append(text.substr(whole_end));
}

// Half up, on the decimal digits: a float's digits beyond the ninth place carry nothing.
void keep_nine_places(DecimalText& number) {
  const int excess = -number.exponent - kPlaces;
  if (excess <= 0) return;
  const auto dropped = static_cast<std::size_t>(excess);
  number.exponent = -kPlaces;
  if (dropped > number.digits.size()) {
    number.digits.clear();
    return;
  }
  const std::size_t kept = number.digits.size() - dropped;
  bool carry = number.digits[kept] >= '5';
  number.digits.resize(kept);
  for (std::size_t i = kept; carry && i > 0; --i) {
    char& digit = number.digits[i - 1];
    carry = digit == '9';
    digit = carry ? '0' : static_cast<char>(digit + 1);
  }
  if (carry) number.digits.insert(0, 1, '1');
}

std::optional<Rational> plain_number(std::string_view text) {
  if (text.size() > kLongestNumber) return std::nullopt;
  std::optional<std::string> digits = ungrouped(text);
  if (!digits || digits->empty() || digits->front() == '-') return std::nullopt;
  // Statistical packages drop the zero before or behind the point.
  if (digits->front() == '.') digits->insert(0, 1, '0');
  if (digits->back() == '.') digits->pop_back();
  std::optional<DecimalText> decimal = read_decimal(*digits, true);
  if (!decimal) return std::nullopt;
  keep_nine_places(*decimal);
  if (decimal->digits.empty()) return Rational{};
  return Rational::from_text(decimal->digits + 'e' + std::to_string(decimal->exponent), true);
}

std::optional<int> two_digits_at_most(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

bool is_dash_cell(std::string_view cell) { return trimmed(cell) == "-"; }

bool is_blank_cell(std::string_view cell) {
  constexpr std::array<std::string_view, 5> kBlank{"", "-", ".", "na", "n/a"};
  const std::string text = lower_ascii(trimmed(cell));
  for (const std::string_view blank : kBlank) {
    if (text == blank) return true;
  }
  return false;
}

std::optional<PublishedNumber> read_number(std::string_view cell) {
  std::string_view text = trimmed(cell);
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = trimmed(text.substr(1, text.size() - 2));
  }
  bool percent = false;
  if (!text.empty() && text.back() == '%') {
    percent = true;
    text = trimmed(text.substr(0, text.size() - 1));
  }
  const bool sign_first = take(text, '-');
  const bool dollar = take(text, '$');
  const bool sign_second = dollar && !sign_first && take(text, '-');
  if ((sign_first || sign_second) && negative) return std::nullopt;
  negative |= sign_first || sign_second;
  const std::optional<Rational> size = plain_number(text);
  if (!size || !size->valid()) return std::nullopt;
  return PublishedNumber{.value = negative ? -*size : *size, .percent = percent};
}

std::optional<Money> dollars_of(const PublishedNumber& number) {
  if (number.percent) return std::nullopt;
  return round(Amount{number.value * Rational{100}}, Rounding{});
}

std::optional<Rate> rate_of(const PublishedNumber& number, bool printed_as_percent, Rate highest) {
  const bool percent = number.percent || printed_as_percent;
  const Rational fraction = percent ? number.value / Rational{100} : number.value;
  if (!fraction.valid() || fraction.sign() < 0 || fraction > Ratio{highest}.exact()) {
    return std::nullopt;
  }
  return Rate::from_text(fraction.to_text());
}

std::optional<Date> read_date(std::string_view cell) {
  std::string_view text = trimmed(cell);
  const std::size_t time = text.find_first_of(" T");
  if (time != std::string_view::npos) text = text.substr(0, time);
  if (text.find('/') == std::string_view::npos) return date_from_iso(text);
  const std::size_t first = text.find('/');
  const std::size_t second = text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto month = two_digits_at_most(text.substr(0, first));
  const auto day = two_digits_at_most(text.substr(first + 1, second - first - 1));
  const std::string_view year = text.substr(second + 1);
  if (!month || !day || year.size() != 4) return std::nullopt;
  return date_from_iso(std::string{year} + '-' + two_digits(*month) + '-' + two_digits(*day));
}

}  // namespace gainshare
