// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <array>
#include <cstddef>

namespace gainshare::json {
namespace {

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
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
  separate();
  quote(key);
  text_ += ':';
  needs_comma_ = false;
}

void Writer::quote(std::string_view value) {
  text_ += '"';
  std::size_t plain = 0;  // where the characters that need no change begin
  std::size_t i = 0;
  const auto flush = [&] { text_ += value.substr(plain, i - plain); };
  while (i < value.size()) {
    const char c = value[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20U && byte < 0x80U && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    const std::size_t length = byte >= 0x80U ? utf8_length(value.substr(i)) : 0;
    if (length > 0) {
      i += length;
      continue;
    }
    flush();
    if (byte >= 0x80U) {
      text_ += kReplacement;
    } else if (c == '"' || c == '\\') {
      text_ += {'\\', c};
    } else if (c == '\n') {
      text_ += "\\n";
    } else {
      text_ += "\\u00";
      text_ += {kHex[byte >> 4U], kHex[byte & 15U]};
    }
    plain = ++i;
  }
  flush();
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
