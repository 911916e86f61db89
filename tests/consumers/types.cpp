// The types alone, from headers: nothing compiled is linked.
#include <kvalitet/documents/commitment_plan.hpp>

int main() {
  kvalitet::CommitmentPlan plan;
  plan.areas.push_back({"knowledge", "Kunskaper", {}});
  return plan == kvalitet::CommitmentPlan{} ? 1 : 0;
}
