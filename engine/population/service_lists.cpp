// SPDX-License-Identifier: Apache-2.0
#include "population/service_classifier.h"

namespace gainshare {

Result<ServiceLists> resolve_services(const ServiceTerms& terms) {
  ServiceLists lists{.all_codes = !terms.codes, .any_setting = true};
  lists.all_primary_care = !terms.primary_care_specialties;
  if (terms.codes) lists.codes = *terms.codes;
  if (terms.primary_care_specialties) lists.primary_care = *terms.primary_care_specialties;
  return lists;
}

}  // namespace gainshare
