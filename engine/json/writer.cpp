// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace gainshare::json {
namespace {

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// ASCII that stands in a JSON text as it is.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20U && byte < 0x80U && c != '"' && c != '\\';
}

// How many plain characters a text begins with. Eight are looked at together: the top bit of a
// byte of `special` is set where that byte, or a special one before it, is not plain.
std::size_t plain_length(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const auto zero_bytes = [](std::uint64_t word) { return (word - kOnes) & ~word; };
  std::size_t length = 0;
  while (length + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + length, sizeof word);
    const std::uint64_t special = word | (word - kOnes * 0x20U) | zero_bytes(word ^ kOnes * '"') |
                                  zero_bytes(word ^ kOnes * '\\');
    if ((special & kOnes * 0x80U) != 0) break;
    length += sizeof word;
  }
  while (length < text.size() && is_plain(text[length])) ++length;
  return length;
}

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

std::size_t utf8_length(std::string_view text) {
  struct Form {
    std::uint32_t mask;
    std::uint32_t lead;
    std::uint32_t lowest;
  };
  constexpr std::array<Form, 4> kForms{{{0x80U, 0x00U, 0x0U},
                                        {0xE0U, 0xC0U, 0x80U},
                                        {0xF0U, 0xE0U, 0x800U},
                                        {0xF8U, 0xF0U, 0x10000U}}};
  if (text.empty()) return 0;
  for (std::size_t length = 1; length <= kForms.size(); ++length) {
    const Form form = kForms[length - 1];
    if ((byte_at(text, 0) & form.mask) != form.lead) continue;
    if (text.size() < length) return 0;
    std::uint32_t point = byte_at(text, 0) & ~form.mask;
    for (std::size_t i = 1; i < length; ++i) {
      if ((byte_at(text, i) & 0xC0U) != 0x80U) return 0;
      point = (point << 6U) | (byte_at(text, i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800U && point <= 0xDFFFU;
    return point < form.lowest || point > 0x10FFFFU || surrogate ? 0 : length;
  }
  return 0;
}

void Writer::separate() {
  if (needs_comma_) text_ += ',';
  needs_comma_ = true;
}

void Writer::open(char bracket) {
  separate();
  text_ += bracket;
  needs_comma_ = false;
}

void Writer::close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
}

void Writer::begin_object() { open('{'); }
void Writer::end_object() { close('}'); }
void Writer::begin_array() { open('['); }
void Writer::end_array() { close(']'); }

void Writer::key(std::string_view key) {
  text_ += needs_comma_ ? ",\"" : "\"";
  text_ += key;  // a word of the engine's own
  text_ += "\":";
  needs_comma_ = false;
}

void Writer::escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    text_ += '\\';
    text_ += c;
  } else if (c == '\n') {
    text_ += "\\n";
  } else {
    text_ += "\\u00";
    text_ += kHex[byte >> 4U];
    text_ += kHex[byte & 15U];
  }
}

void Writer::quote(std::string_view value) {
  text_ += '"';
  while (!value.empty()) {
    const std::size_t plain = plain_length(value);
    text_ += value.substr(0, plain);
    value.remove_prefix(plain);
    if (value.empty()) break;
    std::size_t length = 1;
    if (static_cast<unsigned char>(value.front()) < 0x80U) {
      escape(value.front());
    } else if (utf8_length(value) > 0) {
      length = utf8_length(value);
      text_ += value.substr(0, length);
    } else {
      text_ += kReplacement;
    }
    value.remove_prefix(length);
  }
  text_ += '"';
}

void Writer::text(std::string_view value) {
  separate();
  quote(value);
}

void Writer::whole(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
}

void Writer::truth(bool value) {
  separate();
  text_ += value ? "true" : "false";
}

void Writer::null() {
  separate();
  text_ += "null";
}

void Writer::text(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void Writer::whole(std::string_view name, std::int64_t value) {
  key(name);
  whole(value);
}

void Writer::truth(std::string_view name, bool value) {
  key(name);
  truth(value);
}

void Writer::begin_object(std::string_view name) {
  key(name);
  begin_object();
}

void Writer::begin_array(std::string_view name) {
  key(name);
  begin_array();
}

}  // namespace gainshare::json
