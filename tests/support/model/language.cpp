#include "tests/support/model/language.h"

#include <fmt/format.h>

#include <cctype>
#include <memory>
#include <stdexcept>

namespace turnwise::support::model {

namespace {

// A read operation of a text; `jump` is where to go on if its block is not entered.
struct Instruction {
    enum class Then : std::uint8_t { next, if_equal, if_not_equal, fail, print };
    Request request;
    Then then = Then::next;
    std::int64_t value = 0;
    std::size_t jump = 0;
    bool writes_one_more = false;  // than what the thread read last
    Group group = {};              // what a step in parentheses does
};

struct Code {
    std::string name;
    std::vector<Instruction> instructions;
};

struct Name {
    std::string text;
};

// Names are kept until a model gives them numbers.
class Reader {
  public:
    Reader(std::string_view text, Model& model) : m_text(text), m_model(model) {}

    std::vector<Code> read() {
        std::vector<Code> threads(1);
        std::vector<std::size_t> open;
        for (skip(); m_next < m_text.size(); skip()) {
            std::vector<Instruction>& code = threads.back().instructions;
            if (take('|')) {
                close_all(open);
                threads.emplace_back();
            } else if (take('}')) {
                if (open.empty()) refuse();
                code[open.back()].jump = code.size();
                open.pop_back();
            } else if (code.empty() && is_label()) {
                threads.back().name = name();
                take(':');
            } else {
                code.push_back(instruction());
                if (take('{'))
                    open.push_back(code.size() - 1);
                else if (code.back().then == Instruction::Then::if_equal)
                    code.back().jump = code.size();
            }
        }
        close_all(open);
        for (std::size_t index = 0; index < threads.size(); ++index)
            if (threads[index].name.empty()) threads[index].name = fmt::format("t{}", index);
        return threads;
    }

  private:
    void close_all(const std::vector<std::size_t>& open) const {
        if (!open.empty()) refuse();
    }
    [[noreturn]] void refuse() const {
        throw std::invalid_argument(fmt::format("character {} of \"{}\"", m_next + 1, m_text));
    }
    void skip() {
        while (m_next < m_text.size() && m_text[m_next] == ' ')
            ++m_next;
    }
    bool take(char c) {
        if (m_next == m_text.size() || m_text[m_next] != c) return false;
        ++m_next;
        return true;
    }
    static bool is_letter(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    }
    // "name:" before a blank; "x:0>1" is a compare-and-swap.
    bool is_label() const {
        std::size_t end = m_next;
        while (end < m_text.size() && is_letter(m_text[end]))
            ++end;
        return end > m_next && end + 1 < m_text.size() && m_text[end] == ':' &&
               m_text[end + 1] == ' ';
    }
    std::string name() {
        const std::size_t begin = m_next;
        while (m_next < m_text.size() && is_letter(m_text[m_next]))
            ++m_next;
        if (m_next == begin) refuse();
        return std::string(m_text.substr(begin, m_next - begin));
    }
    Object object() { return m_model.object(name()); }
    std::int64_t number() { return std::stoll(name()); }

    Instruction answered(Request request) { return {request, Instruction::Then::if_equal, 1, 0}; }

    Instruction instruction() {
        if (take('(')) return group();
        if (take('-')) return {ops::run()};
        if (take('!')) return {{}, Instruction::Then::fail};
        if (take('$')) return {{}, Instruction::Then::print};
        if (take('[')) {
            if (take('?')) return answered(ops::try_acquire(object()));
            if (take('~')) return answered(ops::acquire_timed(object()));
            return {ops::acquire(object())};
        }
        if (take(']')) return {ops::release(object())};
        if (take('<')) {
            if (take('?')) return answered(ops::try_take(object()));
            if (take('~')) return answered(ops::take_timed(object()));
            return {ops::take(object())};
        }
        if (take('>')) return {ops::post(object())};
        return instruction_of(object());
    }

    Instruction group() {
        Instruction result{ops::run()};
        for (skip(); !take(')'); skip()) {
            using enum GroupItem::What;
            GroupItem item{read, object(), 0};
            if (take('=')) {
                item.what = write;
                item.value = number();
            } else if (take('?')) {
                item.what = read_or_stop;
                item.value = number();
            } else if (take('\'')) {
                item.what = write_one_more;
            }
            result.group.push_back(item);
        }
        return result;
    }

    Instruction instruction_of(Object it) {
        if (take('=')) return {ops::write(it, number())};
        if (take('\'')) return {ops::write(it, 0), Instruction::Then::next, 0, 0, true};
        if (take('+')) return take('+') ? Instruction{ops::add(it)} : (refuse(), Instruction{});
        if (take('?')) return {ops::read(it), Instruction::Then::if_equal, number()};
        if (take('!')) return {ops::read(it), Instruction::Then::if_not_equal, number()};
        if (take('&')) return {ops::wait(it, object())};
        if (take('*')) return {ops::notify(it, number())};
        if (take('.')) return {ops::set(it)};
        if (take(',')) return {ops::clear(it)};
        if (take('/')) return {ops::await(it)};
        if (take('%')) return answered(ops::is_set(it));
        if (take('#'))
            return take('#') ? Instruction{ops::arrive(it, number())}
                             : Instruction{ops::arrive_pass(it, number())};
        if (take(':')) {
            const std::int64_t expected = number();
            if (!take('>')) refuse();
            return {ops::compare_and_swap(it, expected, number())};
        }
        if (take('~')) {
            if (m_next == m_text.size() || !is_letter(m_text[m_next]))
                return answered(ops::await_timed(it));
            return {ops::wait_timed(it, object())};
        }
        return {ops::read(it)};
    }

    const std::string_view m_text;
    Model& m_model;
    std::size_t m_next = 0;
};

Task run(Model& model, const Code& code) {
    std::int64_t last = 0;
    for (std::size_t next = 0; next < code.instructions.size();) {
        const Instruction& instruction = code.instructions[next];
        if (instruction.then == Instruction::Then::fail) {
            model.fail("assertion of " + code.name);
            ++next;
            continue;
        }
        if (instruction.then == Instruction::Then::print) {
            model.print(code.name + "\n");
            ++next;
            continue;
        }
        Request request = instruction.request;
        if (!instruction.group.empty()) request.group = &instruction.group;
        if (instruction.writes_one_more) request.a = last + 1;
        const std::int64_t result = co_await request;
        if (request.op == Op::read) last = result;
        const bool is_equal = result == instruction.value;
        const bool enters = instruction.then == Instruction::Then::next ||
                            is_equal == (instruction.then == Instruction::Then::if_equal);
        next = enters ? next + 1 : instruction.jump;
    }
}

struct Compiled {
    std::vector<Code> threads;
    std::vector<Object> objects;
    std::vector<Model::Body> bodies;
    std::vector<std::pair<Object, std::int64_t>> semaphores;
};

}  // namespace

Model::Setup program(std::string_view text, Tokens semaphores) {
    {
        Model probe([](Model&) {});
        Reader(text, probe).read();
    }
    return [text = std::string(text), semaphores = std::move(semaphores),
            compiled = std::shared_ptr<Compiled>()](Model& model) mutable {
        if (!compiled) {
            compiled = std::make_shared<Compiled>();
            compiled->threads = Reader(text, model).read();
            for (const auto& [name, count] : semaphores)
                compiled->semaphores.emplace_back(model.object(name), count);
            for (const Code& code : compiled->threads) {
                compiled->objects.push_back(model.object("thread " + code.name));
                compiled->bodies.push_back([&model, &code] { return run(model, code); });
            }
        }
        for (const auto& [semaphore, count] : compiled->semaphores)
            model.set_tokens(semaphore, count);
        for (std::size_t index = 0; index < compiled->threads.size(); ++index)
            model.begin(compiled->objects[index], compiled->bodies[index]);
    };
}

}  // namespace turnwise::support::model
