// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After include/seastar/core/smp.hh of scylladb/seastar at commit
// 04c6787b35e344c1d4b7b8092d2afedf4c78d082.
#ifndef TIDEPOOL_MOCK_SEASTAR_SMP_HH
#define TIDEPOOL_MOCK_SEASTAR_SMP_HH

namespace seastar {
class smp {
public:
  static unsigned count;
};
} // namespace seastar

#endif // TIDEPOOL_MOCK_SEASTAR_SMP_HH
