// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/enum_name.h"
#include "core/money.h"
#include "core/rate.h"
#include "core/result.h"
#include "json/document.h"
#include "json/place.h"

namespace gainshare::json {

enum class Need : std::uint8_t { Required, Optional };

// What a rate may be. `noun` completes "Enter …": "a rate from 0 to 1".
struct RateRange {
  std::string_view noun = "a rate";
  Rate low = Rate::whole(0);
  Rate high = Rate::whole(1);
  bool above_low = false;  // low itself is refused
};

struct WholeRange {
  std::string_view noun = "a whole number";
  std::int64_t low = 0;
  std::int64_t high = kLargestCents;
};
inline constexpr WholeRange kAnyCents{.noun = "whole cents", .low = 0, .high = kLargestCents};
inline constexpr WholeRange kPositiveCents{.noun = "whole cents", .low = 1, .high = kLargestCents};

struct CountRange {
  std::size_t low = 1;
  std::size_t high = 1;
};

// Reads the members of one object by name and type and reports everything that is wrong with
// them, each issue with its place, what is allowed and how to mend it. A getter returns nothing
// when it reported an issue, and for an optional key that is absent.
class ObjectReader {
 public:
  // Reports a node that is no object; the getters then find nothing and report nothing more.
  ObjectReader(const Node& node, const Place& place, Issues& issues);

  bool has(std::string_view key) const { return node_.find(key) != nullptr; }
  // The node of that name; nothing when it is absent. With no name, the object itself.
  const Node* node(std::string_view key) const { return node_.find(key); }
  const Node& node() const { return node_; }
  const Place& place() const { return place_; }
  Issues& issues() { return issues_; }

  // Number of characters (code points), not bytes.
  std::optional<std::string> text(std::string_view key, Need need, CountRange characters);
  std::optional<bool> truth(std::string_view key, Need need);
  // A day of the calendar, "2024-01-01".
  std::optional<Date> date(std::string_view key, Need need);
  // A JSON number or a text, exact either way.
  std::optional<Rate> rate(std::string_view key, Need need, const RateRange& range = {});
  std::optional<std::int64_t> whole(std::string_view key, Need need, const WholeRange& range);
  std::optional<Money> cents(std::string_view key, Need need, const WholeRange& range);
  template <class Enum, std::size_t N>
  std::optional<Enum> choice(std::string_view key, Need need,
                             const std::array<std::pair<Enum, std::string_view>, N>& names);
  // The index of the word in `words`.
  std::optional<std::size_t> word(std::string_view key, Need need,
                                  std::span<const std::string_view> words);
  const Node* object(std::string_view key, Need need);
  const Node* list(std::string_view key, Need need, CountRange items);
  // Whatever stands there, unread.
  const Node* any(std::string_view key);

  // A key that has no place here: reported when it is present.
  void forbid(std::string_view key, std::string_view why);
  // Reports every key that no getter asked for. Call it last.
  void finish();

  // An issue at a member of this object, or at the object itself when `key` is empty.
  void report(std::string_view key, IssueCode code, std::string message,
              std::vector<std::pair<std::string, std::string>> params = {});

 private:
  // `mend` makes its sentence only when there is something to mend.
  template <class Mend>
  const Node* take(std::string_view key, Need need, const Mend& mend) {
    known_.push_back(key);
    const Node* const node = node_.find(key);
    const bool missing = node == nullptr && need == Need::Required && node_.kind == Kind::Object;
    if (missing) report_missing(key, mend());
    return node;
  }
  void report_missing(std::string_view key, std::string_view mend);
  void wrong_type(std::string_view key, const Node& node, std::string_view mend);

  const Node& node_;
  const Place& place_;
  Issues& issues_;
  std::vector<std::string_view> known_;
};

// A rate that stands by itself. The last key of `place` names it in messages.
std::optional<Rate> read_rate(const Node& node, const Place& place, const RateRange& range,
                              Issues& issues);

// "a list", "text", "null": what a node is, for messages.
std::string_view kind_word(Kind kind);

template <class Enum, std::size_t N>
std::optional<Enum> ObjectReader::choice(
    std::string_view key, Need need,
    const std::array<std::pair<Enum, std::string_view>, N>& names) {
  std::array<std::string_view, N> words;
  for (std::size_t i = 0; i < N; ++i) words[i] = names[i].second;
  const std::optional<std::size_t> index = word(key, need, words);
  if (!index) return std::nullopt;
  return names[*index].first;
}

}  // namespace gainshare::json
