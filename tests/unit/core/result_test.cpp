// SPDX-License-Identifier: Apache-2.0
#include "core/result.h"

#include <string>
#include <utility>

#include "support/catch.h"

namespace gainshare {
namespace {

Issue issue(IssueCode code) {
  return {.path = "/streams/0", .code = code, .message = "Something is wrong.", .params = {}};
}

TEST_CASE("A result is a value or every issue that stood in its way") {
  const Result<int> good{5};
  CHECK(good.ok());
  CHECK(good.value() == 5);

  const Result<int> bad{Issues{issue(IssueCode::Missing), issue(IssueCode::OutOfRange)}};
  CHECK_FALSE(bad);
  REQUIRE(bad.issues().size() == 2);
  CHECK(bad.issues()[1].code == IssueCode::OutOfRange);
  CHECK(bad.issues()[1].path == "/streams/0");
}

TEST_CASE("One issue is a list of one") {
  const Result<std::string> bad = issue(IssueCode::BadDate);
  REQUIRE(bad.issues().size() == 1);
  CHECK(bad.issues()[0].code == IssueCode::BadDate);
}

TEST_CASE("A value and the issues can be moved out of a result") {
  Result<std::string> good{std::string(100, 'x')};
  CHECK(std::move(good).value() == std::string(100, 'x'));
  Result<std::string> bad{issue(IssueCode::BadCell)};
  const Issues issues = std::move(bad).issues();
  CHECK(issues.size() == 1);
}

}  // namespace
}  // namespace gainshare
