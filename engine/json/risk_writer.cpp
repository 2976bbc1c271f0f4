// SPDX-License-Identifier: Apache-2.0
#include "json/risk_writer.h"

#include "core/enum_name.h"

namespace gainshare::json {
namespace {

void write_texts(std::string_view key, const std::vector<std::string>& texts, Writer& writer) {
  writer.begin_array(key);
  for (const std::string& text : texts) writer.text(text);
  writer.end_array();
}

void write_part(const ScoredPart& part, Writer& writer) {
  writer.begin_object();
  writer.text("part", name_of(kRiskPartNames, part.part));
  writer.text("variable", part.variable);
  writer.exact("coefficient", part.coefficient);
  if (!part.category.empty()) {
    writer.text("category", part.category);
    write_texts("diagnoses", part.diagnoses, writer);
  }
  writer.end_object();
}

}  // namespace

void write_score_explanation(const ScoreExplanation& explanation, Writer& writer) {
  writer.begin_object();
  writer.text("segment", explanation.segment);
  writer.whole("age", explanation.age);
  if (explanation.raw) writer.exact("raw", *explanation.raw);
  writer.begin_array("parts");
  for (const ScoredPart& part : explanation.parts) write_part(part, writer);
  writer.end_array();
  writer.begin_array("dropped");
  for (const DroppedCategory& dropped : explanation.dropped) {
    writer.begin_object();
    writer.text("category", dropped.category);
    writer.text("by", dropped.by);
    writer.end_object();
  }
  writer.end_array();
  write_texts("without_coefficient", explanation.without_coefficient, writer);
  write_texts("unmapped", explanation.unmapped, writer);
  writer.end_object();
}

}  // namespace gainshare::json
