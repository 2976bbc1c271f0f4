// SPDX-License-Identifier: Apache-2.0
#include "json/place.h"

namespace gainshare::json {

std::string escape_pointer(std::string_view key) {
  std::string escaped;
  escaped.reserve(key.size());
  for (const char c : key) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Place::pointer() const {
  if (parent_ == nullptr) return std::string{name_};
  return parent_->pointer() + "/" + (is_index_ ? std::to_string(index_) : escape_pointer(name_));
}

}  // namespace gainshare::json
