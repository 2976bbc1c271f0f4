// SPDX-License-Identifier: Apache-2.0
#include "json/describe_writer.h"

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "contract/source.h"
#include "core/enum_name.h"
#include "core/issue_code.h"
#include "json/contract_reader.h"
#include "json/experience_reader.h"
#include "json/terms.h"
#include "json/version.h"
#include "programs/programs.h"
#include "trace/step.h"

namespace gainshare::json {
namespace {

void write_parameters(std::span<const Parameter> parameters, Writer& writer) {
  writer.begin_array("parameters");
  for (const Parameter& parameter : parameters) {
    writer.begin_object();
    writer.text("id", parameter.id);
    writer.text("value", parameter.value);
    writer.text("unit", parameter.unit);
    writer.text("citation", parameter.citation);
    writer.text("status", name_of(kStatusNames, parameter.status));
    if (!parameter.note.empty()) writer.text("note", parameter.note);
    writer.end_object();
  }
  writer.end_array();
}

void write_size_table(std::span<const SizeBandParameter> bands, Writer& writer) {
  writer.begin_array("size_table");
  for (const SizeBandParameter& band : bands) {
    writer.begin_object();
    writer.whole("from", band.from);
    writer.key("to");
    if (band.to == 0) {
      writer.null();
    } else {
      writer.whole(band.to);
    }
    writer.text("start", band.start);
    writer.text("end", band.end);
    writer.text("citation", band.citation);
    writer.text("status", name_of(kStatusNames, band.status));
    writer.end_object();
  }
  writer.end_array();
}

void write_edition(const ProgramEdition& edition, Writer& writer) {
  writer.begin_object();
  writer.whole("performance_year", edition.performance_year);
  writer.text("edition", edition.edition);
  writer.text("law", edition.law);
  writer.text("note", edition.note);
  write_parameters(edition.parameters, writer);
  write_size_table(edition.size_table, writer);
  writer.begin_array("tracks");
  for (const ProgramTrack& track : edition.tracks) {
    writer.begin_object();
    writer.text("id", track.id);
    writer.text("title", track.title);
    write_parameters(track.parameters, writer);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

// Editions stand by program and year, so a program's are neighbours.
void write_programs(Writer& writer) {
  writer.begin_array("programs");
  std::string_view open;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != open) {
      if (!open.empty()) {
        writer.end_array();
        writer.end_object();
      }
      open = edition.program;
      writer.begin_object();
      writer.text("program", edition.program);
      writer.text("title", edition.title);
      // Named by the contract itself; the others by a stream.
      writer.truth("whole_contract", !edition.contract.empty());
      writer.begin_array("editions");
    }
    write_edition(edition, writer);
  }
  if (!open.empty()) {
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
}

template <class Enum, std::size_t N>
void write_names(std::string_view key,
                 const std::array<std::pair<Enum, std::string_view>, N>& names, Writer& writer) {
  writer.begin_array(key);
  for (const auto& [value, name] : names) writer.text(name);
  writer.end_array();
}

void write_terms(std::string_view key, std::string_view kind, Writer& writer) {
  writer.begin_array(key);
  for (const TermOfKind& term : terms_of_kinds()) {
    if (term.kind != kind) continue;
    writer.begin_object();
    writer.text("id", term.id);
    writer.text("title", term.title);
    if (!term.unit.empty()) writer.text("unit", term.unit);
    writer.truth("required", term.required);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_description(Writer& writer) {
  writer.text("engine_version", engine_version());
  writer.text("contract_format", kContractFormat);
  writer.text("experience_format", kExperienceFormat);
  writer.begin_array("kinds");
  for (const StreamKind& kind : kStreamKinds) {
    writer.begin_object();
    writer.text("kind", kind.kind);
    writer.text("title", kind.title);
    write_terms("terms", kind.kind, writer);
    writer.end_object();
  }
  writer.end_array();
  write_terms("distribution_terms", "distribution", writer);
  write_programs(writer);
  write_names("issue_codes", kIssueCodeNames, writer);
  write_names("operations", kOpNames, writer);
  write_names("statuses", kStatusNames, writer);
}

}  // namespace gainshare::json
