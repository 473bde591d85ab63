#include "tests/support/model/programs.h"

#include <fmt/format.h>

#include <memory>

#include "tests/support/model/language.h"

namespace turnwise::support::model {

namespace {

std::vector<Object> objects(Model& model, std::string_view name, int count) {
    std::vector<Object> result;
    for (int index = 0; index < count; ++index)
        result.push_back(model.object(fmt::format("{}{}", name, index)));
    return result;
}

using Objects = std::shared_ptr<const std::vector<Object>>;

Objects shared_objects(Model& model, std::string_view name, int count) {
    return std::make_shared<const std::vector<Object>>(objects(model, name, count));
}

// g++ 12 makes wrong code of a co_await in the condition of a loop or an if: bodies keep it in a
// statement of its own.
Task find_last_zero(Objects cells, int n) {
    while (true) {
        const std::int64_t value = co_await ops::read((*cells)[n]);
        if (value == 0) break;
        --n;
    }
}

Task fill(Objects cells, int index) {
    const std::int64_t value = co_await ops::read((*cells)[index - 1]);
    co_await ops::write((*cells)[index], value + 1);
}

Task insert_messages(Objects table, int thread) {
    const auto size = static_cast<int>(table->size());
    for (int message = 1; message <= 4; ++message) {
        const int word = message * 11 + thread;
        int hash = word * 7 % size;
        while (true) {
            const std::int64_t before = co_await ops::compare_and_swap((*table)[hash], 0, word);
            if (before == 0) break;
            hash = (hash + 1) % size;
        }
    }
}

struct Disk {
    Objects inodes;
    Objects blocks;
    std::vector<int> inode_block;
    std::vector<bool> is_busy;
};

Task allocate(std::shared_ptr<Disk> disk, int thread) {
    const int inode = thread % 32;
    co_await ops::acquire((*disk->inodes)[inode]);
    if (disk->inode_block[inode] == 0) {
        for (int block = inode * 2 % 26;; block = (block + 1) % 26) {
            co_await ops::acquire((*disk->blocks)[block]);
            const bool is_free = !disk->is_busy[block];
            if (is_free) {
                disk->is_busy[block] = true;
                disk->inode_block[inode] = block + 1;
            }
            co_await ops::release((*disk->blocks)[block]);
            if (is_free) break;
        }
    }
    co_await ops::release((*disk->inodes)[inode]);
}

using Value = std::shared_ptr<int>;  // guarded by a lock, so no step touches it alone

Task pass_through(Object lock) {
    co_await ops::acquire(lock);
    co_await ops::release(lock);
}

Task set_in_turn(Object lock, Value value, int first, int end) {
    for (int number = first; number < end; ++number) {
        co_await ops::acquire(lock);
        *value = number;
        co_await ops::release(lock);
    }
}

Task pass_chosen(Object lock, Value value, Objects locks) {
    co_await ops::acquire(lock);
    const int chosen = *value;
    co_await ops::release(lock);
    co_await ops::acquire((*locks)[chosen]);
    co_await ops::release((*locks)[chosen]);
}

Task dispatch(Object lock, Value value, Objects servers, Objects locks, Objects pickers) {
    for (const Object server : *servers)
        co_await ops::start(server);
    for (const Object picker : *pickers) {
        co_await ops::start(picker);
        co_await ops::acquire(lock);
        const int chosen = *value;
        co_await ops::release(lock);
        co_await ops::acquire((*locks)[chosen]);
        co_await ops::release((*locks)[chosen]);
        co_await ops::join(picker);
    }
}

Task start_pokes(Objects writers, Objects choosers, Objects readers) {
    for (const Object writer : *writers)
        co_await ops::start(writer);
    for (std::size_t round = 0; round < choosers->size(); ++round) {
        co_await ops::start((*choosers)[round]);
        co_await ops::start((*readers)[round]);
        co_await ops::join((*choosers)[round]);
        co_await ops::join((*readers)[round]);
    }
    for (const Object writer : *writers)
        co_await ops::join(writer);
}

Task work(Object lock) {
    for (int task = 0; task < 2; ++task) {
        co_await ops::acquire(lock);
        co_await ops::release(lock);
    }
}

Task produce(Object buffer, Value value, Objects locks, int producer, int producers) {
    int seen = 0;
    for (int round = 0; round < 2; ++round) {
        co_await ops::acquire(buffer);
        *value = *value * producers + producer;
        seen = *value;
        co_await ops::release(buffer);
    }
    const Object lock = (*locks)[seen % static_cast<int>(locks->size())];
    co_await ops::acquire(lock);
    co_await ops::release(lock);
}

Task poll(Object flag, Object cell, int polls) {
    for (int poll = 0; poll < polls; ++poll) {
        const std::int64_t is_set = co_await ops::read(flag);
        if (!is_set) continue;
        co_await ops::read(cell);
        break;
    }
}

Task write_then_set(Object flag, Object cell) {
    co_await ops::write(cell, 42);
    co_await ops::write(flag, 1);
}

Task set_both(Object a, Object b) {
    co_await ops::write(a, 1);
    co_await ops::write(b, 2);
}

// (a == 0 && b == 0) || (a == 1 && b == 2), with the reads that this makes.
Task check_both(Model& model, Object a, Object b) {
    std::int64_t seen = co_await ops::read(a);
    if (seen == 0) {
        seen = co_await ops::read(b);
        if (seen == 0) co_return;
    }
    seen = co_await ops::read(a);
    if (seen == 1) {
        seen = co_await ops::read(b);
        if (seen == 2) co_return;
    }
    model.fail("half set");
}

Task move_pointer(Object pointer, Object own, Object other, int reads) {
    co_await ops::write(pointer, other);
    for (int read = 0; read < reads; ++read)
        co_await ops::read(own);
    const auto target = static_cast<Object>(co_await ops::read(pointer));
    const std::int64_t value = co_await ops::read(target);
    co_await ops::write(target, value + 3);
}

Task sieve(Objects numbers) {
    const auto n = static_cast<int>(numbers->size());
    for (int i = 0; i < n; ++i) {
        const std::int64_t mark = co_await ops::read((*numbers)[i]);
        if (mark != 0) continue;
        co_await ops::write((*numbers)[i], 1);
        for (int multiple = 2 * i + 2; multiple < n; multiple += i + 2)
            co_await ops::write((*numbers)[multiple], 2);
    }
}

Task set_one(Object cell) {
    co_await ops::write(cell, 1);
}

Task look_if_both(Object x, Object y, Object z) {
    const std::int64_t is_y_set = co_await ops::read(y);
    const std::int64_t is_z_set = co_await ops::read(z);
    if (is_y_set && is_z_set) co_await ops::read(x);
}

Task look_and_write(Object seen, Object if_not_set, Object if_set) {
    const std::int64_t is_set = co_await ops::read(seen);
    if (is_set)
        co_await ops::write(if_set, 0);
    else
        co_await ops::write(if_not_set, 1);
}

}  // namespace

std::string in_parallel(int n, const std::function<std::string(int)>& each, int first) {
    std::string text;
    for (int index = first; index < first + n; ++index) {
        if (index > first) text += '|';
        text += each(index);
    }
    return text;
}

Model::Setup readers(int n) {
    return program(fmt::format("x=1|{}", in_parallel(n, [](int) { return "x"; })));
}

Model::Setup lastzero(int n) {
    return [n](Model& model) {
        const Objects cells = shared_objects(model, "a", n + 1);
        model.begin(model.object("reader"), [=] { return find_last_zero(cells, n); });
        for (int index = 1; index <= n; ++index)
            model.begin(model.object(fmt::format("writer{}", index)),
                        [=] { return fill(cells, index); });
    };
}

Model::Setup indexer(int n) {
    return [n](Model& model) {
        const Objects table = shared_objects(model, "cell", 128);
        for (int thread = 0; thread < n; ++thread)
            model.begin(model.object(fmt::format("t{}", thread)),
                        [=] { return insert_messages(table, thread); });
    };
}

Model::Setup filesystem(int n) {
    return [n](Model& model) {
        const auto disk = std::make_shared<Disk>();
        disk->inodes = shared_objects(model, "inode", 32);
        disk->blocks = shared_objects(model, "block", 26);
        disk->inode_block.resize(32);
        disk->is_busy.resize(26);
        for (int thread = 0; thread < n; ++thread)
            model.begin(model.object(fmt::format("t{}", thread)),
                        [=] { return allocate(disk, thread); });
    };
}

Model::Setup dispatcher(int servers, int requests) {
    return [=](Model& model) {
        const Value value = std::make_shared<int>(0);
        const Object lock = model.object("k");
        const Objects locks = shared_objects(model, "s", servers);
        const Objects names = shared_objects(model, "server", servers);
        const Objects pickers = shared_objects(model, "picker", requests);
        model.begin(model.object("main"),
                    [=] { return dispatch(lock, value, names, locks, pickers); });
        for (int server = 0; server < servers; ++server)
            model.declare((*names)[server], [=] { return pass_through((*locks)[server]); });
        for (const Object picker : *pickers)
            model.declare(picker, [=] { return set_in_turn(lock, value, 0, servers); });
    };
}

Model::Setup poke(int threads, int rounds) {
    return [=](Model& model) {
        const Value value = std::make_shared<int>(0);
        const Object lock = model.object("m");
        const Objects locks = shared_objects(model, "a", threads);
        const Objects writers = shared_objects(model, "writer", threads);
        const Objects choosers = shared_objects(model, "chooser", rounds);
        const Objects readers = shared_objects(model, "reader", rounds);
        model.begin(model.object("main"), [=] { return start_pokes(writers, choosers, readers); });
        for (int thread = 0; thread < threads; ++thread)
            model.declare((*writers)[thread], [=] { return pass_through((*locks)[thread]); });
        for (int round = 0; round < rounds; ++round) {
            model.declare((*choosers)[round], [=] { return set_in_turn(lock, value, 1, threads); });
            model.declare((*readers)[round], [=] { return pass_chosen(lock, value, locks); });
        }
    };
}

Model::Setup multiprodcon(int producers, int workers) {
    return [=](Model& model) {
        const Value value = std::make_shared<int>(0);
        const Object buffer = model.object("p");
        const Objects locks = shared_objects(model, "m", workers);
        for (int worker = 0; worker < workers; ++worker)
            model.begin(model.object(fmt::format("worker{}", worker)),
                        [=] { return work((*locks)[worker]); });
        for (int producer = 0; producer < producers; ++producer)
            model.begin(model.object(fmt::format("producer{}", producer)),
                        [=] { return produce(buffer, value, locks, producer, producers); });
    };
}

Model::Setup reorder(int setters) {
    return [=](Model& model) {
        const Object a = model.object("a");
        const Object b = model.object("b");
        for (int setter = 0; setter < setters; ++setter)
            model.begin(model.object(fmt::format("setter{}", setter)),
                        [=] { return set_both(a, b); });
        model.begin(model.object("checker"), [=, &model] { return check_both(model, a, b); });
    };
}

Model::Setup publish(int polls) {
    return [=](Model& model) {
        const Object flag = model.object("flag");
        const Object cell = model.object("x");
        model.begin(model.object("reader"), [=] { return poll(flag, cell, polls); });
        model.begin(model.object("writer"), [=] { return write_then_set(flag, cell); });
    };
}

Model::Setup shared_pointer(int reads) {
    return [=](Model& model) {
        const Object pointer = model.object("p");
        const Object x = model.object("x");
        const Object y = model.object("y");
        model.set_value(x, 3);
        model.set_value(y, 4);
        model.begin(model.object("t1"), [=] { return move_pointer(pointer, x, y, reads); });
        model.begin(model.object("t2"), [=] { return move_pointer(pointer, y, x, reads); });
    };
}

Model::Setup eratosthenes(int n) {
    return [n](Model& model) {
        const Objects numbers = shared_objects(model, "number", n);
        for (const char* name : {"t1", "t2"})
            model.begin(model.object(name), [=] { return sieve(numbers); });
    };
}

Model::Setup many_initials() {
    return [](Model& model) {
        const Object x = model.object("x");
        const Object y = model.object("y");
        const Object z = model.object("z");
        for (const auto& [name, cell] : {std::pair{"t1", x}, {"t2", y}, {"t3", z}})
            model.begin(model.object(name), [cell = cell] { return set_one(cell); });
        model.begin(model.object("reader"), [=] { return look_if_both(x, y, z); });
    };
}

Model::Setup etsi() {
    return [](Model& model) {
        const Object x = model.object("x");
        const Object y = model.object("y");
        const Object z = model.object("z");
        model.begin(model.object("t1"), [=] { return look_and_write(x, y, z); });
        model.begin(model.object("t2"), [=] { return look_and_write(y, z, x); });
        model.begin(model.object("t3"), [=] { return look_and_write(z, x, y); });
    };
}

}  // namespace turnwise::support::model
