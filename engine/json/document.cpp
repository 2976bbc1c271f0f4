// SPDX-License-Identifier: Apache-2.0
#include "json/document.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/words.h"

namespace gainshare::json {
namespace {

// The wide float keeps 1e400 a number, for a reader to refuse by name and path; its value is
// never used.
using Json = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t,
                                  std::uint64_t, long double>;

// Where a byte stands for a person: lines and columns from 1, a column is one character.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

Position position_of(std::string_view text, std::size_t offset) {
  Position position;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++position.column;  // not a continuation byte of UTF-8
    }
  }
  return position;
}

std::string at(Position position) {
  return "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

// Whether one of the words for no number stands at the byte where the parser stopped, which may
// be inside the word.
bool is_no_number(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 4> kWords{"NaN", "nan", "Infinity", "inf"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    const std::size_t first = offset < word.size() ? 0 : offset - word.size() + 1;
    const std::size_t found = text.find(word, first);
    return found <= offset;
  });
}

// A character from outside as a message may show it.
std::string shown(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte > 0x20U && byte < 0x7FU) return std::string{"\""} + c + "\"";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  return std::string{"the byte 0x"} + kHex[byte >> 4U] + kHex[byte & 15U];
}

struct Broken {
  IssueCode code;
  std::string message;
};

constexpr int kNumberOverflow = 406;  // the parser's own number for it

// What stopped the parser at the byte `offset`, in our own words: its message quotes raw text.
Broken describe_break(std::string_view text, std::size_t offset,
                      const nlohmann::detail::exception& error) {
  const std::string where = at(position_of(text, offset));
  const std::string_view said = error.what();
  if (error.id == kNumberOverflow) {
    return {IssueCode::NotANumber,
            "The number that ends at " + where + " is beyond every limit. Enter a smaller one."};
  }
  if (said.substr(0, said.find("last read")).find("UTF-8") != std::string_view::npos) {
    return {IssueCode::BrokenText,
            "The text at " + where + " is not UTF-8. Save the file with the encoding UTF-8."};
  }
  if (is_no_number(text, offset)) {
    return {IssueCode::NotANumber, "NaN and Infinity are no JSON numbers, but stand at " + where +
                                       ". Enter a number, or leave the key out."};
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return {IssueCode::EmptyFile, "The text is empty. Enter a JSON object."};
  }
  if (offset >= text.size()) {
    return {IssueCode::BrokenJson, "The text ends at " + where +
                                       ", before a bracket, brace or quote is closed. "
                                       "Check that it is complete."};
  }
  return {IssueCode::BrokenJson, "This is not JSON: " + shown(text[offset]) +
                                     " is not expected at " + where +
                                     ". Check the commas, quotes and brackets before it."};
}

// Receives the parser's events and builds the tree. Pointers into the open containers stay
// good: a container's own vector does not grow while a child of it is open.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const Place& top, Issues& issues, const Limits& limits)
      : text_(text), top_(top), issues_(issues), limits_(limits) {}

  // NOLINTBEGIN(readability-identifier-naming): the names are nlohmann's.
  bool null() { return add(Kind::Null) != nullptr; }
  bool boolean(bool value) {
    Node* const node = add(Kind::Truth);
    if (node != nullptr) node->truth = value;
    return node != nullptr;
  }
  bool number_integer(std::int64_t value) { return add_text(Kind::Number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) {
    return add_text(Kind::Number, std::to_string(value));
  }
  bool number_float(long double /*value*/, const std::string& raw) {
    return add_text(Kind::Number, raw);
  }
  bool string(std::string& value) { return add_text(Kind::Text, std::move(value)); }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }  // not in JSON text
  bool start_object(std::size_t /*size*/) { return open(Kind::Object); }
  bool end_object() {
    report_duplicates();
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t /*size*/) { return open(Kind::Array); }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool key(std::string& value) {
    if (!short_enough(value)) return false;
    open_.back()->members.push_back(Member{std::move(value), Node{}});
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) {
    // The parser counts the byte at which it stopped, and one more at the end of the text.
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    Broken broken = describe_break(text_, offset, error);
    const Position stopped = position_of(text_, offset);
    issues_.push_back({.path = pointer(),
                       .code = broken.code,
                       .message = std::move(broken.message),
                       .params = {{"line", std::to_string(stopped.line)},
                                  {"column", std::to_string(stopped.column)}}});
    return false;
  }
  // NOLINTEND(readability-identifier-naming)

  Node take_root() { return std::move(root_); }

 private:
  // The place of the value that is being read.
  std::string pointer() const {
    std::string pointer = top_.pointer();
    for (const Node* node : open_) {
      if (node->kind == Kind::Array) {
        // The innermost array has not yet got the value that is being read.
        const std::size_t index = node->items.size() - (node == open_.back() ? 0 : 1);
        pointer += "/" + std::to_string(index);
      } else if (!node->members.empty()) {
        pointer += "/" + escape_pointer(node->members.back().key);
      }
    }
    return pointer;
  }

  bool refuse(IssueCode code, std::string message, std::size_t limit) {
    issues_.push_back({.path = pointer(),
                       .code = code,
                       .message = std::move(message),
                       .params = {{"limit", std::to_string(limit)}}});
    return false;
  }

  bool short_enough(const std::string& value) {
    if (value.size() <= limits_.string_bytes) return true;
    return refuse(IssueCode::TooLarge,
                  "A text here is longer than " + std::to_string(limits_.string_bytes) +
                      " bytes. Shorten it.",
                  limits_.string_bytes);
  }

  Node* add(Kind kind) {
    if (++count_ > limits_.members) {
      refuse(IssueCode::TooLarge,
             "The text holds more than " + std::to_string(limits_.members) + " values. Send fewer.",
             limits_.members);
      return nullptr;
    }
    Node* node = &root_;
    if (!open_.empty()) {
      Node* const container = open_.back();
      node = container->kind == Kind::Array ? &container->items.emplace_back()
                                            : &container->members.back().value;
    }
    node->kind = kind;
    return node;
  }

  bool add_text(Kind kind, std::string value) {
    if (!short_enough(value)) return false;
    Node* const node = add(kind);
    if (node != nullptr) node->text = std::move(value);
    return node != nullptr;
  }

  bool open(Kind kind) {
    if (open_.size() >= limits_.depth) {
      return refuse(IssueCode::TooDeep,
                    "Brackets are nested more than " + std::to_string(limits_.depth) +
                        " deep. Flatten the document.",
                    limits_.depth);
    }
    Node* const node = add(kind);
    if (node != nullptr) open_.push_back(node);
    return node != nullptr;
  }

  // Sorted, so that an object of a hundred thousand keys costs no hundred thousand squared.
  void report_duplicates() {
    const std::vector<Member>& members = open_.back()->members;
    keys_.clear();
    for (const Member& member : members) keys_.push_back(member.key);
    std::sort(keys_.begin(), keys_.end());
    auto twice = std::adjacent_find(keys_.begin(), keys_.end());
    if (twice == keys_.end()) return;
    std::string parent = pointer();
    parent.resize(parent.rfind('/'));
    while (twice != keys_.end()) {
      const std::string key{*twice};
      issues_.push_back({.path = parent + "/" + escape_pointer(key),
                         .code = IssueCode::DuplicateKey,
                         .message = "The key " + in_quotes(key) +
                                    " stands here more than once. Keep one of them.",
                         .params = {{"key", shortened(key)}}});
      twice = std::upper_bound(twice, keys_.end(), *twice);
      twice = std::adjacent_find(twice, keys_.end());
    }
  }

  std::string_view text_;
  const Place& top_;
  Issues& issues_;
  const Limits& limits_;
  Node root_;
  std::vector<Node*> open_;  // from the root to the innermost container
  std::size_t count_ = 0;
  std::vector<std::string_view> keys_;
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::optional<Node> read_document(std::string_view text, const Place& top, Issues& issues,
                                  const Limits& limits) {
  if (text.size() > limits.bytes) {
    issues.push_back({.path = top.pointer(),
                      .code = IssueCode::TooLarge,
                      .message = "The text is longer than " + std::to_string(limits.bytes) +
                                 " bytes, the most that are read. Send a smaller one.",
                      .params = {{"value", std::to_string(text.size())},
                                 {"limit", std::to_string(limits.bytes)}}});
    return std::nullopt;
  }
  // The parser skips a mark too: two would pass, were the first one always taken away here.
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.substr(0, 3) == kMark && text.substr(3, 3) != kMark) text.remove_prefix(3);
  TreeBuilder builder{text, top, issues, limits};
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take_root();
}

}  // namespace gainshare::json
