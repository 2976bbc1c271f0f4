// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract/source.h"
#include "core/result.h"
#include "json/place.h"

namespace gainshare::json {

enum class Kind : std::uint8_t { Null, Truth, Number, Text, Array, Object };

struct Member;

// A value of a JSON text. Numbers stay the characters they were written as, so that no figure
// passes through a double; objects keep their members in the order of the text.
struct Node {
  Kind kind = Kind::Null;
  bool truth = false;
  std::string text;             // Number: as written; Text: the characters
  std::vector<Node> items;      // Array
  std::vector<Member> members;  // Object
  // Where the edition of a program has it from; nothing: a contract says it itself.
  const Source* source = nullptr;

  // The member of that name; nothing when there is none or this is no object.
  const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Node value;
};

// What is refused before it is built. All text comes from outside.
struct Limits {
  std::size_t bytes = 16U * 1024U * 1024U;
  std::size_t depth = 64;
  std::size_t members = 100'000;      // values in all, at every depth
  std::size_t string_bytes = 10'000;  // of one text or key
};

// The tree of a JSON text; a leading byte order mark is skipped. Nothing when the text is not
// JSON or beyond a limit: then the last issue says where it stopped. Duplicate keys are issues
// too, but the tree is there, so that a reader can report the rest.
std::optional<Node> read_document(std::string_view text, const Place& top, Issues& issues,
                                  const Limits& limits = {});

}  // namespace gainshare::json
