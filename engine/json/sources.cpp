// SPDX-License-Identifier: Apache-2.0
#include "json/sources.h"

#include <algorithm>
#include <cstddef>

#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kLongestId = 40;

bool is_id(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto inner = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= kLongestId && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), inner);
}

void report_bad_id(std::string_view noun, std::string_view id, const Place& place, Issues& issues) {
  issues.push_back({.path = place.pointer(),
                    .code = IssueCode::OutOfRange,
                    .message = std::string{noun} + " is " + in_quotes(id) +
                               ". Begin with a letter from a to z and go on with up to 39 of a to "
                               "z, 0 to 9 and _.",
                    .params = {{"value", shortened(id)}}});
}

}  // namespace

Source stated(std::string clause) {
  return {.citation = "contract", .status = Status::Contract, .clause = std::move(clause)};
}

Source not_stated() {
  return {.citation = "contract: not stated", .status = Status::Convention, .clause = {}};
}

Source source_of(const ObjectReader& reader) {
  const Source* const cited = reader.node().source;
  return cited == nullptr ? stated({}) : *cited;
}

Source source_of(const ObjectReader& reader, std::string_view key) {
  const Node* const node = reader.node(key);
  if (node == nullptr) return not_stated();
  return node->source == nullptr ? stated({}) : *node->source;
}

std::optional<std::string> read_id(ObjectReader& reader, std::string_view key) {
  constexpr CountRange kAnyLength{.low = 0, .high = 10'000};  // is_id says it better
  std::optional<std::string> id = reader.text(key, Need::Required, kAnyLength);
  if (!id || is_id(*id)) return id;
  report_bad_id(key == "id" ? "Id" : "The id", *id, Place{reader.place(), key}, reader.issues());
  return std::nullopt;
}

void check_key_is_id(const Member& member, const Place& map, Issues& issues) {
  if (!is_id(member.key)) report_bad_id("Key", member.key, Place{map, member.key}, issues);
}

void report_taken_id(std::string_view id, const Place& place, Issues& issues,
                     std::string_view key) {
  issues.push_back({.path = Place{place, key}.pointer(),
                    .code = IssueCode::Conflict,
                    .message = "The id " + in_quotes(id) + " is taken. Give each its own.",
                    .params = {{"value", shortened(id)}}});
}

void report_taken_year(std::int32_t year, const Place& place, Issues& issues) {
  const std::string text = std::to_string(year);
  issues.push_back({.path = Place{place, "year"}.pointer(),
                    .code = IssueCode::Conflict,
                    .message = "The year " + text + " stands twice. Keep one of them.",
                    .params = {{"value", text}}});
}

}  // namespace gainshare::json
