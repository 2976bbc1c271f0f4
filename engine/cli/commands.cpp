// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <cstdio>
#include <string_view>

#include "cli/description.h"
#include "cli/ledger.h"
#include "cli/streams.h"
#include "json/contract_reader.h"
#include "json/document.h"
#include "json/engine.h"

namespace gainshare::cli {
namespace {

constexpr std::string_view kContractTop = "/contract";
constexpr std::string_view kExperienceTop = "/experience";

// Each issue under the name of the file it is in.
void print_issues(const Issues& issues, const SettleOptions& options) {
  for (const Issue& issue : issues) {
    const bool in_contract =
        std::string_view{issue.path}.substr(0, kContractTop.size()) == kContractTop;
    print_issue(issue, in_contract ? options.contract : options.experience,
                in_contract ? kContractTop : kExperienceTop);
  }
}

}  // namespace

int settle(const SettleOptions& options) {
  if (options.contract == "-" && options.experience == "-") {
    print_error("Standard input can be only one of the two. Give the other as a file.\n");
    return kBadInput;
  }
  const std::size_t limit = json::Limits{}.bytes;
  const auto contract = read_input(options.contract, limit);
  const auto experience = read_input(options.experience, limit);
  if (!contract || !experience) return kBadInput;
  const Result<json::Settled> settled = json::settle_texts(*contract, *experience);
  if (!settled) {
    print_issues(settled.issues(), options);
    return kBadInput;
  }
  if (options.format == Format::Text) {
    print(ledger(settled.value()));
    if (options.trace) print(working(settled.value().trace));
    return kDone;
  }
  const auto with_trace = options.trace ? json::WithTrace::Yes : json::WithTrace::No;
  print(json::settled_answer(settled.value(), with_trace) + "\n");
  return kDone;
}

int validate(const std::string& path) {
  const auto text = read_input(path, json::Limits{}.bytes);
  if (!text) return kBadInput;
  Issues issues;
  if (json::read_contract(*text, json::Place{""}, issues)) {
    print(json::validate(*text) + "\n");
    return kDone;
  }
  for (const Issue& issue : issues) print_issue(issue, path, {});
  return kBadInput;
}

int describe(Format format) {
  if (format == Format::Text) {
    print(description());
    return kDone;
  }
  print(json::describe() + "\n");
  return kDone;
}

// One case a line, each answered by one line: a contract and an experience with a tab between
// them are settled, a contract alone is validated. JSON on one line has no tab of its own.
int batch(const std::string& path, bool trace) {
  constexpr std::size_t kLargestBatch = std::size_t{1} << 30U;
  const auto text = read_input(path, kLargestBatch);
  if (!text) return kBadInput;
  const auto with_trace = trace ? json::WithTrace::Yes : json::WithTrace::No;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    print(tab == std::string_view::npos
              ? json::validate(line)
              : json::settle(line.substr(0, tab), line.substr(tab + 1), with_trace));
    print("\n");
  }
  return kDone;
}

}  // namespace gainshare::cli
