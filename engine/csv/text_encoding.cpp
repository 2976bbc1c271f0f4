// SPDX-License-Identifier: Apache-2.0
#include "csv/text_encoding.h"

#include <array>
#include <cstdint>

namespace gainshare {
namespace {

// Windows-1252, bytes 80 to 9F; 0 where the byte has no character. From A0 on it is Latin-1.
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::uint32_t kReplacement = 0xFFFD;

std::uint32_t character_of(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const std::uint32_t character = kWindows1252[byte - 0x80U];
  return character == 0 ? kReplacement : character;
}

// Characters of the basic plane are all that Windows-1252 has.
void append_utf8(std::string& text, std::uint32_t character) {
  if (character < 0x80) {
    text.push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text.push_back(static_cast<char>(0xC0U | (character >> 6)));
    text.push_back(static_cast<char>(0x80U | (character & 0x3FU)));
  } else {
    text.push_back(static_cast<char>(0xE0U | (character >> 12)));
    text.push_back(static_cast<char>(0x80U | ((character >> 6) & 0x3FU)));
    text.push_back(static_cast<char>(0x80U | (character & 0x3FU)));
  }
}

std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The second byte is narrower after some leads: no overlong forms, no surrogates, no more than
// U+10FFFF. Unicode standard, table 3-7.
bool second_fits(unsigned char lead, unsigned char second) {
  const unsigned char low = lead == 0xE0 ? 0xA0 : (lead == 0xF0 ? 0x90 : 0x80);
  const unsigned char high = lead == 0xED ? 0x9F : (lead == 0xF4 ? 0x8F : 0xBF);
  return second >= low && second <= high;
}

}  // namespace

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return ByteOrderMark::Utf8;
  const std::string_view two = bytes.substr(0, 2);
  if (two == "\xFF\xFE" || two == "\xFE\xFF") return ByteOrderMark::Utf16;
  return ByteOrderMark::None;
}

std::size_t utf8_length(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = length_by_lead(lead);
  if (length <= 1) return length;
  if (bytes.size() < length) return 0;
  if (!second_fits(lead, static_cast<unsigned char>(bytes[1]))) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    const auto next = static_cast<unsigned char>(bytes[i]);
    if (next < 0x80 || next > 0xBF) return 0;
  }
  return length;
}

Utf8Text to_utf8(std::string_view bytes) {
  Utf8Text out;
  out.text.reserve(bytes.size());
  std::size_t good_from = 0;
  bool line_noted = false;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_length(bytes.substr(i, 4));
    if (bytes[i] == '\n' || bytes[i] == '\r') line_noted = false;
    if (length == 0) {
      out.text.append(bytes, good_from, i - good_from);
      if (!line_noted) out.replaced.push_back(out.text.size());
      line_noted = true;
      append_utf8(out.text, character_of(static_cast<unsigned char>(bytes[i])));
      good_from = i + 1;
    }
    i += length == 0 ? 1 : length;
  }
  out.text.append(bytes, good_from, bytes.size() - good_from);
  return out;
}

}  // namespace gainshare
