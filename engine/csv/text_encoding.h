// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gainshare {

enum class ByteOrderMark { None, Utf8, Utf16 };
ByteOrderMark byte_order_mark(std::string_view bytes);

// How many bytes at the start of `bytes` make one well-formed UTF-8 character; 0 when none does
// (a stray byte, an overlong form, a surrogate, beyond U+10FFFF).
std::size_t utf8_length(std::string_view bytes);

struct Utf8Text {
  std::string text;  // well-formed UTF-8
  // Where in `text` the first byte of a line was none and was read as Windows-1252 instead; one
  // offset for each such line, ascending.
  std::vector<std::size_t> replaced;
};

// The text as UTF-8. A byte that is not UTF-8 is read as Windows-1252, in which CMS's older files
// and spreadsheets on Windows write names; one that has no meaning there becomes U+FFFD.
Utf8Text to_utf8(std::string_view bytes);

}  // namespace gainshare
