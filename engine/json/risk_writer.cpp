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

// What the raw score is made of, as members of the model.
void write_made_of(const ScoreExplanation& explanation, Writer& writer) {
  writer.text("segment", explanation.segment);
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
}

void write_model(const ModelScore& model, Writer& writer) {
  writer.begin_object();
  writer.text("name", model.name);
  if (model.raw) writer.exact("raw", *model.raw);
  writer.text("normalisation", model.normalisation.to_text());
  writer.text("weight", model.weight.to_text());
  if (model.weighted) writer.exact("weighted", *model.weighted);
  if (model.made_of) write_made_of(*model.made_of, writer);
  writer.end_object();
}

}  // namespace

void write_member_score(const MemberScore& score, Writer& writer) {
  writer.begin_object("risk");
  writer.text("method", name_of(kRiskMethodNames, score.method));
  if (score.age) writer.whole("age", *score.age);
  writer.begin_array("models");
  for (const ModelScore& model : score.models) write_model(model, writer);
  writer.end_array();
  writer.text("coding_adjustment", score.coding_adjustment.to_text());
  writer.text("frailty", score.frailty.to_text());
  writer.exact("divisor", score.divisor);
  writer.begin_array("means");
  for (const TypeMean& of : score.means) {
    writer.begin_object();
    writer.text("enrollment_type", name_of(kEnrollmentTypeNames, of.type));
    writer.whole("member_months", of.member_months);
    writer.text("mean", of.mean.to_text());
    writer.end_object();
  }
  writer.end_array();
  if (score.score) writer.exact("score", *score.score);
  writer.end_object();
}

}  // namespace gainshare::json
