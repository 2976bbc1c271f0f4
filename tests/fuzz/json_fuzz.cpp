// SPDX-License-Identifier: Apache-2.0
// Any bytes as a JSON text: a tree or issues, never neither; and a tree that is written out again
// reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "json/document.h"
#include "json/writer.h"

using namespace gainshare;
using namespace gainshare::json;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// The writer's keys are the engine's own words, so an object is written as a list of its keys and
// values in turn; numbers are written as texts, told apart by a mark in front.
void write(const Node& node, Writer& writer) {
  switch (node.kind) {
    case Kind::Null:
      writer.null();
      break;
    case Kind::Truth:
      writer.truth(node.truth);
      break;
    case Kind::Number:
      writer.text("#" + node.text);
      break;
    case Kind::Text:
      writer.text("$" + node.text);
      break;
    case Kind::Array:
      writer.begin_array();
      for (const Node& item : node.items) write(item, writer);
      writer.end_array();
      break;
    case Kind::Object:
      writer.begin_array();
      for (const Member& member : node.members) {
        writer.text(member.key);
        write(member.value, writer);
      }
      writer.end_array();
      break;
  }
}

bool same(const Node& original, const Node& copy) {
  if (original.kind == Kind::Number) return copy.text == "#" + original.text;
  if (original.kind == Kind::Text) return copy.text == "$" + original.text;
  if (original.kind == Kind::Object) {
    if (copy.items.size() != 2 * original.members.size()) return false;
    for (std::size_t i = 0; i < original.members.size(); ++i) {
      if (original.members[i].key != copy.items[2 * i].text) return false;
      if (!same(original.members[i].value, copy.items[2 * i + 1])) return false;
    }
    return true;
  }
  if (original.kind != copy.kind || original.truth != copy.truth) return false;
  if (original.items.size() != copy.items.size()) return false;
  for (std::size_t i = 0; i < original.items.size(); ++i) {
    if (!same(original.items[i], copy.items[i])) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  Issues issues;
  const auto tree = read_document(text, Place{""}, issues);
  require(tree.has_value() || !issues.empty());
  for (const Issue& issue : issues) require(!issue.message.empty());
  if (!tree) return 0;
  Writer writer;
  write(*tree, writer);
  Issues none;
  constexpr Limits kRoom{
      .bytes = std::size_t{1} << 30U, .members = 300'000, .string_bytes = 20'000};
  const auto copy = read_document(writer.take(), Place{""}, none, kRoom);
  require(copy.has_value() && same(*tree, *copy));
  return 0;
}
