// SPDX-License-Identifier: Apache-2.0
#include "json/sniff.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/enum_name.h"
#include "csv/table.h"
#include "json/issue_writer.h"
#include "json/place.h"
#include "json/population_reader.h"
#include "json/population_session.h"
#include "json/writer.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kRowsShown = 5;

// The last line may be cut: it is left out where another is whole.
std::string_view whole_lines(std::string_view bytes) {
  const std::size_t last = bytes.find_last_of("\r\n");
  const std::size_t first = bytes.find_first_of("\r\n");
  return last == std::string_view::npos || last == first ? bytes : bytes.substr(0, last + 1);
}

void write_rows(const Table& table, Writer& writer) {
  writer.begin_array("rows");
  for (std::size_t row = 0; row < std::min(table.row_count(), kRowsShown); ++row) {
    writer.begin_array();
    for (std::size_t column = 0; column < table.column_count(); ++column) {
      writer.text(clipped(table.cell(row, column)));
    }
    writer.end_array();
  }
  writer.end_array();
}

}  // namespace

std::string sniff(std::string_view kind, std::string_view bytes, std::string_view mapping) {
  const auto known = from_name(kFileKindNames, kind);
  if (!known) return refusal({unknown_file_kind(kind)});
  Issues issues;
  const auto columns_mapped = read_mapping(mapping, *known, Place{"/mapping"}, issues);
  if (!columns_mapped) return refusal(issues);
  const Result<Table> table = read_table("file", whole_lines(bytes));
  if (!table) return refusal(table.issues());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.value().column_count(); ++i) {
    names.emplace_back(table.value().column_name(i));
  }
  const MatchedColumns found = find_columns(*known, names, *columns_mapped);
  Writer writer;
  begin_answer(true, writer);
  writer.text("separator", std::string(1, table.value().separator()));
  writer.begin_array("columns");
  for (const std::string& name : names) writer.text(name);
  writer.end_array();
  writer.begin_object("matched");
  for (const auto& [field, column] : found.matched) writer.text(field, column);
  writer.end_object();
  writer.begin_array("missing");
  for (const std::string& field : found.missing) writer.text(field);
  writer.end_array();
  writer.begin_array("unused");
  for (const std::string& column : found.unused) writer.text(column);
  writer.end_array();
  writer.begin_array("fields");
  for (const FieldSpec& spec : fields_of(*known)) {
    writer.begin_object();
    writer.text("name", spec.name);
    writer.truth("required", spec.required);
    writer.end_object();
  }
  writer.end_array();
  write_rows(table.value(), writer);
  writer.end_object();
  return writer.take();
}

}  // namespace gainshare::json
