// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "json/writer.h"
#include "settlement/settlement.h"

namespace gainshare::json {

// The members of one stream's outcome, by kind; each in <kind>_writer.cpp.
void write_outcome(const QualityScorecardOutcome& out, Writer& writer);
void write_outcome(const RiskCorridorOutcome& out, Writer& writer);
void write_outcome(const WithholdOutcome& out, Writer& writer);
void write_outcome(const PrefundedBonusOutcome& out, Writer& writer);
void write_outcome(const IncentivePoolOutcome& out, Writer& writer);
void write_outcome(const EpisodePaymentOutcome& out, Writer& writer);
void write_outcome(const CapitationOutcome& out, Writer& writer);
void write_outcome(const PayForPerformanceOutcome& out, Writer& writer);
void write_outcome(const FeeForServiceOutcome& out, Writer& writer);
void write_outcome(const InfrastructureGrantOutcome& out, Writer& writer);
void write_outcome(const ManagementPaymentOutcome& out, Writer& writer);
void write_outcome(const TotalCostIndexOutcome& out, Writer& writer);

// "benchmark", where the contract makes it.
void write_made_benchmark(const MadeBenchmark& made, Writer& writer);

// What a stream's earnings paid back of advances: nothing where the stream recoups none.
void write_recoupment(const StreamOutcome& stream, Writer& writer);
// The advances of a settlement and what is still outstanding of them; nothing without any.
void write_advances(const std::vector<Advance>& advances, Writer& writer);

// "distribution": the tree of shares, as a member.
void write_distribution(const DistributionOutcome& out, Writer& writer);

}  // namespace gainshare::json
