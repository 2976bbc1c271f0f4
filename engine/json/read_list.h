// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/object_reader.h"
#include "json/sources.h"

namespace gainshare::json {

// A list of objects, each with an id of its own.
template <class Item>
struct ListOf {
  std::string_view key;
  Need need = Need::Required;
  CountRange count;
  std::string Item::*id = &Item::id;
  std::string_view id_key = "id";  // where the id is read
};

// `read_item(ObjectReader&)` makes an item; finish() is left to this.
template <class Item, class ReadItem>
std::vector<Item> read_list(ObjectReader& parent, const ListOf<Item>& of,
                            const ReadItem& read_item) {
  std::vector<Item> items;
  const Node* const list = parent.list(of.key, of.need, of.count);
  if (list == nullptr) return items;
  const Place place{parent.place(), of.key};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    ObjectReader reader{list->items[i], at, parent.issues()};
    Item item = read_item(reader);
    reader.finish();
    const std::string& id = item.*of.id;
    const bool taken = !id.empty() && std::any_of(items.begin(), items.end(),
                                                  [&](const Item& o) { return o.*of.id == id; });
    if (taken) report_taken_id(id, at, parent.issues(), of.id_key);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace gainshare::json
