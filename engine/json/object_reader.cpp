// SPDX-License-Identifier: Apache-2.0
#include "json/object_reader.h"

#include <algorithm>

#include "json/words.h"

namespace gainshare::json {
namespace {

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string from_to(CountRange range) {
  if (range.low == range.high) return std::to_string(range.low);
  return std::to_string(range.low) + " to " + std::to_string(range.high);
}

}  // namespace

std::string_view kind_word(Kind kind) {
  constexpr std::array<std::string_view, 6> kWords{"null", "true or false", "a number",
                                                   "text", "a list",        "an object"};
  return kWords[static_cast<std::size_t>(kind)];
}

ObjectReader::ObjectReader(const Node& node, const Place& place, Issues& issues)
    : node_(node), place_(place), issues_(issues) {
  known_.reserve(16);
  if (node.kind == Kind::Object) return;
  report({}, IssueCode::WrongType,
         "An object in braces should stand here, not " + std::string{kind_word(node.kind)} + ".",
         {{"expected", "object"}});
}

void ObjectReader::report(std::string_view key, IssueCode code, std::string message,
                          std::vector<std::pair<std::string, std::string>> params) {
  issues_.push_back({.path = key.empty() ? place_.pointer() : Place{place_, key}.pointer(),
                     .code = code,
                     .message = std::move(message),
                     .params = std::move(params)});
}

void ObjectReader::wrong_type(std::string_view key, const Node& node, std::string_view mend) {
  report(key, IssueCode::WrongType,
         label_of(key) + " is " + std::string{kind_word(node.kind)} + ". " + std::string{mend},
         {{"found", std::string{kind_word(node.kind)}}});
}

void ObjectReader::report_missing(std::string_view key, std::string_view mend) {
  report(key, IssueCode::Missing, label_of(key) + " is missing. " + std::string{mend});
}

const Node* ObjectReader::any(std::string_view key) {
  return take(key, Need::Optional, [] { return std::string{}; });
}

std::optional<std::string> ObjectReader::text(std::string_view key, Need need,
                                              CountRange characters) {
  const auto mend = [&] { return "Enter a text of " + from_to(characters) + " characters."; };
  const Node* const node = take(key, need, mend);
  if (node == nullptr) return std::nullopt;
  if (node->kind != Kind::Text) {
    wrong_type(key, *node, mend());
    return std::nullopt;
  }
  const std::size_t count = characters_of(node->text);
  if (count >= characters.low && count <= characters.high) return node->text;
  report(key, IssueCode::OutOfRange,
         label_of(key) + " has " + std::to_string(count) + " characters. " + mend(),
         {{"value", std::to_string(count)},
          {"low", std::to_string(characters.low)},
          {"high", std::to_string(characters.high)}});
  return std::nullopt;
}

std::optional<bool> ObjectReader::truth(std::string_view key, Need need) {
  const auto mend = [] { return std::string{"Enter true or false, without quotes."}; };
  const Node* const node = take(key, need, mend);
  if (node == nullptr) return std::nullopt;
  if (node->kind == Kind::Truth) return node->truth;
  wrong_type(key, *node, mend());
  return std::nullopt;
}

std::optional<Date> ObjectReader::date(std::string_view key, Need need) {
  const auto written = text(key, need, {.low = 0, .high = 10'000});
  if (!written) return std::nullopt;
  const std::optional<Date> date = date_from_iso(*written);
  if (!date) {
    report(key, IssueCode::BadDate,
           label_of(key) + " is " + in_quotes(*written) +
               ". Enter a day of the calendar as year-month-day, such as 2024-01-01.",
           {{"value", shortened(*written)}});
  }
  return date;
}

std::optional<std::size_t> ObjectReader::word(std::string_view key, Need need,
                                              std::span<const std::string_view> words) {
  const auto mend = [&] {
    return (words.size() == 1 ? "Write " : "Choose ") + listed(words) + ".";
  };
  const Node* const node = take(key, need, mend);
  if (node == nullptr) return std::nullopt;
  if (node->kind != Kind::Text) {
    wrong_type(key, *node, mend());
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), node->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string_view meant = nearest(node->text, words);
  report(key, IssueCode::UnknownChoice,
         label_of(key) + " is " + in_quotes(node->text) + ". " +
             (meant.empty() ? "" : "Did you mean " + std::string{meant} + "? ") + mend(),
         {{"value", shortened(node->text)},
          {"choices", listed(words)},
          {"suggestion", std::string{meant}}});
  return std::nullopt;
}

const Node* ObjectReader::object(std::string_view key, Need need) {
  const auto mend = [] { return std::string{"Enter an object in braces."}; };
  const Node* const node = take(key, need, mend);
  if (node == nullptr || node->kind == Kind::Object) return node;
  wrong_type(key, *node, mend());
  return nullptr;
}

const Node* ObjectReader::list(std::string_view key, Need need, CountRange items) {
  const auto mend = [&] {
    return "Enter a list of " + from_to(items) + " items in square brackets.";
  };
  const Node* const node = take(key, need, mend);
  if (node == nullptr) return nullptr;
  if (node->kind != Kind::Array) {
    wrong_type(key, *node, mend());
    return nullptr;
  }
  const std::size_t count = node->items.size();
  if (count >= items.low && count <= items.high) return node;
  report(key, count > items.high ? IssueCode::TooLarge : IssueCode::OutOfRange,
         label_of(key) + " has " + std::to_string(count) + " items. " + mend(),
         {{"value", std::to_string(count)},
          {"low", std::to_string(items.low)},
          {"high", std::to_string(items.high)}});
  return nullptr;
}

void ObjectReader::forbid(std::string_view key, std::string_view why) {
  if (any(key) == nullptr) return;
  report(key, IssueCode::NotApplicable,
         label_of(key) + " does not apply: " + std::string{why} + " Leave it out.");
}

void ObjectReader::finish() {
  std::vector<std::string_view> absent;
  for (const Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    if (absent.empty()) {
      for (const std::string_view key : known_) {
        if (!has(key)) absent.push_back(key);
      }
    }
    const std::string_view meant = nearest(member.key, absent);
    const std::string mend =
        meant.empty() ? "Take it out or correct it." : "Did you mean " + std::string{meant} + "?";
    report(member.key, IssueCode::UnknownKey,
           "Nothing reads the key " + in_quotes(member.key) + " here. " + mend,
           {{"key", shortened(member.key)}, {"suggestion", std::string{meant}}});
  }
}

}  // namespace gainshare::json
