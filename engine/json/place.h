// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gainshare::json {

// Where in a document a reader stands: a chain of keys and indexes that lives on the stack and
// becomes a JSON Pointer (RFC 6901) only when there is an issue to report.
class Place {
 public:
  // The top of a document. `pointer` is what its paths begin with: "" or "/contract".
  explicit Place(std::string_view pointer) : name_(pointer) {}
  Place(const Place& parent, std::string_view key) : parent_(&parent), name_(key) {}
  Place(const Place& parent, std::size_t index)
      : parent_(&parent), index_(index), is_index_(true) {}

  std::string pointer() const;
  std::string_view name() const { return name_; }  // the last key; empty for an index

 private:
  const Place* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

// "~" and "/" as RFC 6901 wants them inside a pointer.
std::string escape_pointer(std::string_view key);

}  // namespace gainshare::json
