// SPDX-License-Identifier: Apache-2.0
#include "core/issue_code.h"

#include <cstddef>
#include <set>
#include <string_view>

#include "core/enum_name.h"
#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("Every issue code is named, in order, without a gap") {
  for (std::size_t i = 0; i < kIssueCodeNames.size(); ++i) {
    CHECK(static_cast<std::size_t>(kIssueCodeNames[i].first) == i);
  }
  CHECK(kIssueCodeNames.back().first == IssueCode::EmptyFile);
}

TEST_CASE("Names of issue codes are snake_case, differ, and lead back to their code") {
  std::set<std::string_view> names;
  for (const auto& [code, name] : kIssueCodeNames) {
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    CHECK_FALSE(name.empty());
    CHECK(from_name(kIssueCodeNames, name) == code);
    names.insert(name);
  }
  CHECK(names.size() == kIssueCodeNames.size());
}

}  // namespace
}  // namespace gainshare
