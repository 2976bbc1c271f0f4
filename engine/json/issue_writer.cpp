// SPDX-License-Identifier: Apache-2.0
#include "json/issue_writer.h"

#include "core/enum_name.h"
#include "json/version.h"

namespace gainshare::json {

void write_issues(const Issues& issues, Writer& writer) {
  writer.begin_array("issues");
  for (const Issue& issue : issues) {
    writer.begin_object();
    writer.text("path", issue.path);
    writer.text("code", name_of(kIssueCodeNames, issue.code));
    writer.text("message", issue.message);
    writer.begin_object("params");
    for (const auto& [name, value] : issue.params) writer.text(name, value);
    writer.end_object();
    writer.end_object();
  }
  writer.end_array();
}

void begin_answer(bool ok, Writer& writer) {
  writer.begin_object();
  writer.truth("ok", ok);
  writer.text("engine_version", engine_version());
}

std::string refusal(const Issues& issues) {
  Writer writer;
  begin_answer(false, writer);
  write_issues(issues, writer);
  writer.end_object();
  return writer.take();
}

}  // namespace gainshare::json
