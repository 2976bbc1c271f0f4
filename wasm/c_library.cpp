// SPDX-License-Identifier: Apache-2.0
// Functions of the C library that the JSON parser calls and whose answers hardly count: the value
// of a number as a float, of which only an overflow is looked at, since the engine reads the
// digits; and the spelling of a control character, in a message that is not shown. The library's
// own bring 128-bit arithmetic and all of printf with them, 23 kB of the module.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace {

// Whether a JSON number is beyond the largest long double, as strtold would find.
bool overflows(std::string_view number) {
  constexpr std::string_view kLargest = "118973149535723176508575932662800702";  // its first digits
  constexpr std::int64_t kDigits = 4933;                                         // before its point
  constexpr std::int64_t kFar = 1'000'000'000'000;  // no text is as long as that
  std::int64_t digits = 0;  // before the point, from the first that is not 0
  std::size_t compared = 0;
  int order = 0;
  bool is_fraction = false;
  std::size_t i = 0;
  for (; i < number.size() && number[i] != 'e' && number[i] != 'E'; ++i) {
    const char c = number[i];
    if (c == '.') is_fraction = true;
    if (c < '0' || c > '9') continue;
    if (compared == 0 && c == '0') {  // leads the number: counts only where it shifts the rest
      if (is_fraction) --digits;
      continue;
    }
    if (order == 0 && compared < kLargest.size()) order = c - kLargest[compared];
    ++compared;
    if (!is_fraction) ++digits;
  }
  std::int64_t exponent = 0;
  const bool shrinks = i + 1 < number.size() && number[i + 1] == '-';
  for (; i < number.size(); ++i) {
    if (number[i] >= '0' && number[i] <= '9') {
      exponent = std::min(exponent * 10 + (number[i] - '0'), kFar);
    }
  }
  digits += shrinks ? -exponent : exponent;
  return compared > 0 && (digits > kDigits || (digits == kDigits && order > 0));
}

template <class Float>
Float parse(const char* text, char** end) {
  const std::string_view number{text};
  *end = const_cast<char*>(text + number.size());
  return overflows(number) ? std::numeric_limits<Float>::infinity() : Float{0};
}

}  // namespace

// All three: the linker takes the library's file for one of them, and with it the others.
extern "C" {
long double strtold(const char* text, char** end) { return parse<long double>(text, end); }
double strtod(const char* text, char** end) { return parse<double>(text, end); }
float strtof(const char* text, char** end) { return parse<float>(text, end); }
int snprintf(char* to, std::size_t size, const char* /*format*/, ...) {
  if (size > 0) *to = '\0';
  return 0;
}
}
