// SPDX-License-Identifier: Apache-2.0
#include "json/document.h"

#include <string>

#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Kind;
using gainshare::json::Limits;
using gainshare::json::Node;
using gainshare::json::Place;
using gainshare::json::read_document;

namespace {

struct Reading {
  std::optional<Node> root;
  Issues issues;
};

Reading read(std::string_view text, const Limits& limits = {}) {
  Reading reading;
  reading.root = read_document(text, Place{"/contract"}, reading.issues, limits);
  return reading;
}

// The one issue that a broken text gives.
Issue only_issue(std::string_view text, const Limits& limits = {}) {
  const Reading reading = read(text, limits);
  REQUIRE_FALSE(reading.root.has_value());
  REQUIRE(reading.issues.size() == 1);
  return reading.issues[0];
}

std::string param(const Issue& issue, std::string_view name) {
  for (const auto& [key, value] : issue.params) {
    if (key == name) return value;
  }
  return "(none)";
}

}  // namespace

TEST_CASE("A document keeps the order of members and the characters of numbers") {
  const Reading reading = read(R"({"b": 0.10, "a": [1, -2, 3e2, null, true, "x\u00e9"], "c": {}})");
  REQUIRE(reading.root.has_value());
  CHECK(reading.issues.empty());
  const Node& root = *reading.root;
  REQUIRE(root.kind == Kind::Object);
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[0].key == "b");
  CHECK(root.members[0].value.text == "0.10");
  CHECK(root.members[1].key == "a");
  const Node& list = root.members[1].value;
  REQUIRE(list.items.size() == 6);
  CHECK(list.items[0].text == "1");
  CHECK(list.items[1].text == "-2");
  CHECK(list.items[2].text == "3e2");
  CHECK(list.items[3].kind == Kind::Null);
  CHECK(list.items[4].truth);
  CHECK(list.items[5].text == "x\xC3\xA9");
  CHECK(root.find("c")->kind == Kind::Object);
  CHECK(root.find("d") == nullptr);
}

TEST_CASE("A number beyond 64 bits or beyond a double keeps its characters") {
  const Reading reading =
      read("[18446744073709551616, 1e400, 0.1000000000000000055511151231257827]");
  REQUIRE(reading.root.has_value());
  CHECK(reading.root->items[0].text == "18446744073709551616");
  CHECK(reading.root->items[1].text == "1e400");
  CHECK(reading.root->items[2].text == "0.1000000000000000055511151231257827");
}

TEST_CASE("Broken JSON is told with its line, its column and the place in the document") {
  const Issue issue = only_issue("{\n  \"a\": [1,\n    2,]\n}");
  CHECK(issue.code == IssueCode::BrokenJson);
  CHECK(issue.path == "/contract/a/2");
  CHECK(param(issue, "line") == "3");
  CHECK(param(issue, "column") == "7");
  CHECK(issue.message ==
        "This is not JSON: \"]\" is not expected at line 3, column 7. Check the commas, quotes "
        "and brackets before it.");
}

TEST_CASE("A column counts characters, not bytes") {
  const Issue issue = only_issue("[\"\xC3\xA9\xC3\xA9\" x]");
  CHECK(param(issue, "line") == "1");
  CHECK(param(issue, "column") == "7");
}

TEST_CASE("A text that ends too early says so") {
  for (const std::string_view text : {"{", "[1, 2", "{\"a\": \"b", "{\"a\"", "[1,", "nul"}) {
    CAPTURE(text);
    const Issue issue = only_issue(text);
    CHECK(issue.code == IssueCode::BrokenJson);
    CHECK(issue.message.find("ends at line 1") != std::string::npos);
  }
}

TEST_CASE("An empty text is an empty file") {
  CHECK(only_issue("").code == IssueCode::EmptyFile);
  CHECK(only_issue(" \n\t").code == IssueCode::EmptyFile);
  CHECK(only_issue("\xEF\xBB\xBF").code == IssueCode::EmptyFile);
}

TEST_CASE("Text after the document is an issue") {
  CHECK(only_issue("{} {}").code == IssueCode::BrokenJson);
  CHECK(only_issue("1 2").code == IssueCode::BrokenJson);
}

TEST_CASE("NaN and Infinity are told as what they are") {
  for (const std::string_view text : {"[NaN]", "[Infinity]", "[-Infinity]", "[nan]", "[-NaN]"}) {
    CAPTURE(text);
    CHECK(only_issue(text).code == IssueCode::NotANumber);
  }
  CHECK(only_issue("{\"a\": 1e99999}").code == IssueCode::NotANumber);
  CHECK(only_issue("{\"a\": 1e99999}").path == "/contract/a");
}

TEST_CASE("Bytes that are not UTF-8 are told with their place") {
  for (const std::string_view text :
       {"{\"a\": \"\xFF\"}", "{\"a\": \"\xC3(\"}", "{\"a\": \"\xED\xA0\x80\"}",
        "{\"a\": \"\xC0\x80\"}", "{\"a\": \"\xF5\x80\x80\x80\"}"}) {
    CAPTURE(text);
    const Issue issue = only_issue(text);
    CHECK(issue.code == IssueCode::BrokenText);
    CHECK(issue.path == "/contract/a");
  }
  // The word UTF-8 in the text itself decides nothing.
  CHECK(only_issue("{\"UTF-8\" 406}").code == IssueCode::BrokenJson);
}

TEST_CASE("A byte order mark at the head is skipped, a second one is not") {
  CHECK(read("\xEF\xBB\xBF{}").root.has_value());
  CHECK_FALSE(read("\xEF\xBB\xBF\xEF\xBB\xBF{}").root.has_value());
}

TEST_CASE("Every duplicate key is an issue with its path, and the tree is still there") {
  const Reading reading =
      read(R"({"a": 1, "b": {"x/y": 1, "x/y": 2, "~": 3, "~": 4, "~": 5}, "a": 2})");
  REQUIRE(reading.root.has_value());
  REQUIRE(reading.issues.size() == 3);
  CHECK(reading.issues[0].path == "/contract/b/x~1y");
  CHECK(reading.issues[1].path == "/contract/b/~0");
  CHECK(reading.issues[2].path == "/contract/a");
  for (const Issue& issue : reading.issues) CHECK(issue.code == IssueCode::DuplicateKey);
}

TEST_CASE("The place of a duplicate inside a list names the item") {
  const Reading reading = read(R"({"list": [{}, {"a": 1, "a": 2}]})");
  REQUIRE(reading.issues.size() == 1);
  CHECK(reading.issues[0].path == "/contract/list/1/a");
}

TEST_CASE("Sixty-four brackets are read and sixty-five refused") {
  CHECK(read(std::string(64, '[') + std::string(64, ']')).root.has_value());
  CHECK(only_issue(std::string(65, '[') + std::string(65, ']')).code == IssueCode::TooDeep);
}

TEST_CASE("A hundred megabytes of brackets are refused by their size alone") {
  const std::string brackets(100'000'000, '[');
  const Issue issue = only_issue(brackets);
  CHECK(issue.code == IssueCode::TooLarge);
  CHECK(issue.path == "/contract");
  CHECK(param(issue, "value") == "100000000");
}

TEST_CASE("Sixteen megabytes of brackets stop at the depth limit") {
  CHECK(only_issue(std::string(16U * 1024U * 1024U, '[')).code == IssueCode::TooDeep);
}

TEST_CASE("A hundred thousand values are read and one more refused") {
  std::string list = "[";
  for (int i = 0; i < 99'998; ++i) list += "1,";
  CHECK(read(list + "1]").root.has_value());
  CHECK(only_issue(list + "1,1]").code == IssueCode::TooLarge);
}

TEST_CASE("An object of very many keys is checked for duplicates in little time") {
  std::string text = "{";
  for (int i = 0; i < 99'000; ++i) text += "\"key" + std::to_string(i) + "\":0,";
  const Reading reading = read(text + "\"key7\":1}");
  REQUIRE(reading.issues.size() == 1);
  CHECK(reading.issues[0].path == "/contract/key7");
}

TEST_CASE("A text longer than the limit is refused, as value and as key") {
  const std::string longer(10'001, 'x');
  CHECK(only_issue("[\"" + longer + "\"]").code == IssueCode::TooLarge);
  CHECK(only_issue("{\"" + longer + "\": 1}").code == IssueCode::TooLarge);
  CHECK(only_issue("[1" + std::string(10'000, '0') + ".5]").code == IssueCode::NotANumber);
  CHECK(read("[\"" + longer.substr(1) + "\"]").root.has_value());
}
