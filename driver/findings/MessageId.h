// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which message of a check a finding's text is an instance of.

#ifndef TIDEPOOL_DRIVER_FINDINGS_MESSAGEID_H
#define TIDEPOOL_DRIVER_FINDINGS_MESSAGEID_H

#include "CheckInfo.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

/// Null where \p Check is none of ours, or has no such message. Of several, the
/// one that says most in words of its own.
const MessageInfo *messageOf(llvm::StringRef Check, llvm::StringRef Text);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_MESSAGEID_H
