#include <thread>
#include <vector>
namespace house {
void launch(void (*work)(int), int item);
struct Gate {
  Gate(const char *name, int permits);
  void enter();
  void leave();
};
} // namespace house
void work(int);
void each(const std::vector<int> &items) {
  for (int item : items)
    house::launch(work, item);
}
void many() {
  for (int i = 0; i < 500; ++i)
    std::thread(work, i).detach();
}
void fewer() {
  for (int i = 0; i < 15; ++i)
    std::thread(work, i).detach();
}
void bounded(const std::vector<int> &items, house::Gate &gate) {
  for (int item : items) {
    gate.enter();
    std::thread(work, item).detach();
  }
}
