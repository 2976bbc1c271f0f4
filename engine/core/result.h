// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/issue_code.h"

namespace gainshare {

// What is wrong, where, and how to mend it. `path` is a JSON Pointer into the text that was
// read ("/streams/0/terms/sharing_rate"), or "file:line:column" for a table. `message` is one
// or two English sentences; `params` are the figures in it, so that a page can say the same in
// another language from `code`.
struct Issue {
  std::string path;
  IssueCode code;
  std::string message;
  std::vector<std::pair<std::string, std::string>> params;
};
using Issues = std::vector<Issue>;

// A fact that is needed and not there.
inline Issue missing(std::string path, std::string message) {
  return {.path = std::move(path),
          .code = IssueCode::Missing,
          .message = std::move(message),
          .params = {}};
}

// A value, or every issue that stood in its way (never an empty list).
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Issues issues) : state_(std::move(issues)) {  // NOLINT(google-explicit-constructor)
    assert(!std::get<Issues>(state_).empty());
  }
  Result(Issue issue) : state_(Issues{std::move(issue)}) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  const T& value() const& { return *std::get_if<T>(&state_); }
  T&& value() && { return std::move(*std::get_if<T>(&state_)); }
  const Issues& issues() const& { return *std::get_if<Issues>(&state_); }
  Issues&& issues() && { return std::move(*std::get_if<Issues>(&state_)); }

 private:
  std::variant<T, Issues> state_;
};

}  // namespace gainshare
