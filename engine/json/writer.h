// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/money.h"

namespace gainshare::json {

// Writes one JSON text, front to back. Keys stand in the order of the calls, so that every
// build of the engine writes the same bytes; exact values are texts and no double occurs. Text
// that is not UTF-8 (a file's name, say) is written with U+FFFD for what cannot be read.
class Writer {
 public:
  Writer() { text_.reserve(kUsualBytes); }

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view key);  // letters and underscores: it is not escaped

  // A value by itself, after key() or in an array.
  void text(std::string_view value);
  void whole(std::int64_t value);
  void truth(bool value);
  void null();

  // A member.
  void text(std::string_view key, std::string_view value);
  void whole(std::string_view key, std::int64_t value);
  void cents(std::string_view key, Money value) { whole(key, value.in_cents()); }
  void truth(std::string_view key, bool value);
  void exact(std::string_view key, const Rational& value) { text(key, value.to_text()); }
  void exact(std::string_view key, const Amount& value) { exact(key, value.exact_cents()); }
  void exact(std::string_view key, const Ratio& value) { exact(key, value.exact()); }
  void begin_object(std::string_view key);
  void begin_array(std::string_view key);

  std::string take() { return std::move(text_); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void quote(std::string_view value);
  void escape(char c);

  static constexpr std::size_t kUsualBytes = 16'384;  // a settlement with its working

  std::string text_;
  bool needs_comma_ = false;
};

// The length of the UTF-8 character at the head of `text`, 0 when it is none (overlong forms,
// surrogates and values beyond U+10FFFF are none).
std::size_t utf8_length(std::string_view text);

}  // namespace gainshare::json
