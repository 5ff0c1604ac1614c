#include <thread>
#include <vector>
void work(int);
void all(const std::vector<int> &items) {
  for (int item : items)
    std::thread(work, item).detach();
}
